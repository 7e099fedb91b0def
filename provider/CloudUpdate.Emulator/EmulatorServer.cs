using CloudUpdate.Emulator.Authentication;
using CloudUpdate.Emulator.Clouds;
using CloudUpdate.Emulator.Clouds.Atlas;
using CloudUpdate.Emulator.Clouds.Csms;
using CloudUpdate.Emulator.Clouds.Css;
using CloudUpdate.Emulator.Clouds.EventGrid;
using CloudUpdate.Emulator.Clouds.GlobalAccelerator;
using CloudUpdate.Emulator.Clouds.Iam;
using CloudUpdate.Emulator.Control;
using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.Page;
using CloudUpdate.Emulator.State;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator;

/// <summary>
/// EventGrid, Global Accelerator, CSMS, CSS, IAM and MongoDB Atlas on one local address, told apart by their paths.
/// All members are safe for use from several threads.
/// </summary>
public sealed class EmulatorServer : IAsyncDisposable
{
    internal static readonly IReadOnlyList<CloudApi> Clouds =
        [new EventGridApi(), new GlobalAcceleratorApi(), new CsmsApi(), new CssApi(), new AtlasApi(), new IamApi()];

    private readonly EmulatorState _state;
    private readonly EmulatorOptions _options;
    private readonly WebApplication _application;
    private readonly DataFile? _dataFile;

    private EmulatorServer(EmulatorOptions options)
    {
        _options = options;
        _state = new EmulatorState(options);
        _dataFile = options.DataFile is { } path ? new DataFile(path, _state.Objects) : null;
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
            server.Load();
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

    /// <summary>Back to the start: the objects of the seed, the settings of the options, no faults, an empty journal. Time stays advanced.</summary>
    public void Reset()
    {
        lock (_state.Gate)
        {
            _state.Settings = _options.Settings;
            _state.Faults.Clear();
            _state.Log.Clear();
            _state.FailureLocks.Clear();
            Objects.Clear();
            Objects.Put(_options.Seed);
        }
    }

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
        // Empty on purpose: no configuration files or variables of the process that the emulator lives in have a say.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<IHostLifetime, HostedByCaller>();
        builder.WebHost.UseKestrelCore();
        builder.WebHost.UseUrls(_options.Urls);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = null;
        });

        var application = builder.Build();
        var log = _options.LoggerFactory?.CreateLogger("CloudUpdate.Emulator") ?? NullLogger.Instance;
        var pipeline = new RequestPipeline(_state, new RouteTable(Clouds), new Gatekeeper(_state), Save, log);
        new ControlRoutes(this).Map(application);
        application.MapGet("/", PageAsync);
        application.Map("/{**path}", pipeline.HandleAsync);
        return application;
    }

    private Task PageAsync(HttpContext context) =>
        Responder.SendAsync(context, Reply.Text(200, OverviewPage.Render(this, Clouds, Snapshot()), "text/html; charset=utf-8"));

    private List<ObjectView> Snapshot()
    {
        lock (_state.Gate)
        {
            _state.Objects.Settle(_state.Now);
            return [.. _state.Objects.All.Select(stored => new ObjectView(
                stored.Kind, stored.Key, (JObject)Redaction.Masked(stored.Data), stored.Transition?.Due - _state.Now))];
        }
    }

    private void Load()
    {
        lock (_state.Gate)
        {
            if (_dataFile is { Exists: true } file)
            {
                file.Load(_state);
            }
            else
            {
                Objects.Put(_options.Seed);
            }
        }
    }

    /// <summary>Called under the state's lock after every change.</summary>
    private void Save() => _dataFile?.Save();
}
