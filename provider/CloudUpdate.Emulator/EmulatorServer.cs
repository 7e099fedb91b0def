using CloudUpdate.Emulator.Authentication;
using CloudUpdate.Emulator.Clouds.Atlas;
using CloudUpdate.Emulator.Clouds.Csms;
using CloudUpdate.Emulator.Clouds.Css;
using CloudUpdate.Emulator.Clouds.EventGrid;
using CloudUpdate.Emulator.Clouds.GlobalAccelerator;
using CloudUpdate.Emulator.Clouds.Iam;
using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CloudUpdate.Emulator;

/// <summary>
/// EventGrid, Global Accelerator, CSMS, CSS, IAM and MongoDB Atlas on one local address, told apart by their paths.
/// All members are safe for use from several threads.
/// </summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    private readonly EmulatorState _state;
    private readonly EmulatorOptions _options;
    private readonly WebApplication _application;

    private EmulatorServer(EmulatorOptions options)
    {
        _options = options;
        _state = new EmulatorState(options);
        Objects = new EmulatorObjects(_state, Save);
        Journal = new EmulatorJournal(_state);
        Faults = new EmulatorFaults(_state);
        Address = null!;
        _application = Build();
    }

    /// <summary>Address it listens on, e.g. <c>http://127.0.0.1:41234</c>; the first where there are several.</summary>
    public Uri Address { get; private set; }

    /// <summary>The objects of all clouds.</summary>
    public EmulatorObjects Objects { get; }

    /// <summary>The requests so far.</summary>
    public EmulatorJournal Journal { get; }

    /// <summary>The faults in force.</summary>
    public EmulatorFaults Faults { get; }

    /// <summary>The time it goes by: the injected clock plus what <see cref="AdvanceTime"/> added.</summary>
    public DateTimeOffset Now => _state.Now;

    /// <summary>Delays and strictness; a new value holds for requests from now on.</summary>
    public EmulatorSettings Settings
    {
        get => _state.Settings;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            lock (_state.Gate)
            {
                _state.Settings = value;
            }
        }
    }

    /// <summary>Starts an emulator.</summary>
    /// <param name="options">Options; null for the defaults.</param>
    /// <param name="cancellationToken">Gives the start up.</param>
    public static async Task<EmulatorServer> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        var server = new EmulatorServer(options ?? new EmulatorOptions());
        try
        {
            server.Objects.Put(server._options.Seed);
            await server._application.StartAsync(cancellationToken).ConfigureAwait(false);
            var addresses = server._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
            server.Address = new Uri(addresses.First());
            return server;
        }
        catch
        {
            await server.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Lets time pass: states advance, tokens age, delays of faults end.</summary>
    /// <param name="span">How much; not negative.</param>
    public void AdvanceTime(TimeSpan span) => _state.Clock.Advance(span);

    /// <summary>Waits until the process is asked to end.</summary>
    /// <param name="cancellationToken">Ends the wait as well.</param>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken = default) =>
        Microsoft.Extensions.Hosting.HostingAbstractionsHostExtensions.WaitForShutdownAsync(_application, cancellationToken);

    /// <summary>Stops listening and ends requests that are still held.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        await _application.StopAsync(now.Token).ConfigureAwait(false);
        await _application.DisposeAsync().ConfigureAwait(false);
    }

    private WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(_options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.AllowSynchronousIO = false;
            kestrel.Limits.MaxRequestBodySize = null;
        });

        var application = builder.Build();
        var log = _options.LoggerFactory?.CreateLogger("CloudUpdate.Emulator") ?? NullLogger.Instance;
        var routes = new RouteTable([new EventGridApi(), new GlobalAcceleratorApi(), new CsmsApi(), new CssApi(), new IamApi(), new AtlasApi()]);
        var pipeline = new RequestPipeline(_state, routes, new Gatekeeper(_state), Save, log);
        application.Map("{**path}", pipeline.HandleAsync);
        return application;
    }

    private void Save()
    {
    }
}
