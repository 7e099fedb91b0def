using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using CloudUpdate.Provider.Hosting;
using CloudUpdate.Provider.Lifecycle;
using CloudUpdate.TestKit.Engines;
using CloudUpdate.TestKit.Logging;
using CloudUpdate.TestKit.Time;
using Grpc.Net.Client;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace CloudUpdate.TestKit.Providers;

/// <summary>
/// A provider in this process behind the host that it ships with, over real sockets, with an engine that keeps what is logged. Disposing it
/// fails the test if an error was logged, to the engine or by the process, that the test had not announced.
/// </summary>
internal sealed class ProviderHost : IAsyncDisposable
{
    private readonly PluginHost _host;
    private readonly GrpcChannel _channel;
    private readonly List<Func<LogRequest, bool>> _expected = [];

    private ProviderHost(PluginHost host, EngineServer engine, LogCollector logs)
    {
        _host = host;
        Engine = engine;
        Logs = logs;
        _channel = LoopbackChannel.Create(Address);
        Client = new ResourceProvider.ResourceProviderClient(_channel);
    }

    /// <summary>Calls the provider.</summary>
    public ResourceProvider.ResourceProviderClient Client { get; }

    /// <summary>The engine, with what was logged to it.</summary>
    public EngineServer Engine { get; }

    /// <summary>The log of the process.</summary>
    public LogCollector Logs { get; }

    /// <summary>Where the provider listens, as <c>host:port</c>.</summary>
    public string Address => $"127.0.0.1:{_host.Port}";

    /// <summary>The channel that <see cref="Client"/> calls over, for other services.</summary>
    public GrpcChannel Channel => _channel;

    /// <summary>The host itself.</summary>
    public PluginHost Host => _host;

    /// <summary>Starts a provider and shakes hands with it.</summary>
    /// <param name="provider">Makes it.</param>
    /// <param name="time">Its clock; the system's by default.</param>
    /// <param name="withEngine">Whether the provider knows the engine; without, nobody shakes hands with it.</param>
    public static async Task<ProviderHost> StartAsync(Func<ProviderEnvironment, IProvider> provider, TimeProvider? time = null, bool withEngine = true)
    {
        var engine = await EngineServer.StartAsync();
        var logs = new LogCollector();
        var host = await PluginHost.StartAsync(new PluginHostOptions
        {
            Provider = provider,
            EngineAddress = withEngine ? engine.Address : null,
            Time = time ?? TimeProvider.System,
            EngineHandler = time is AutoAdvancingTimeProvider clock ? handler => new InFlightHandler(clock, handler) : null,
            Logging = logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs),
        });
        var started = new ProviderHost(host, engine, logs);
        if (withEngine)
        {
            await started.Client.HandshakeAsync(new ProviderHandshakeRequest { EngineAddress = engine.Address, ConfigureWithUrn = true });
        }

        return started;
    }

    /// <summary>Announces errors in the engine's log that belong to the test.</summary>
    /// <param name="filter">True for a message that is expected.</param>
    public void Expect(Func<LogRequest, bool> filter) => _expected.Add(filter);

    /// <summary>Stops everything, then fails the test if there are errors that it did not announce.</summary>
    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _host.DisposeAsync();
        await Engine.DisposeAsync();
        var unexpected = Engine.Messages.Where(message => message.Severity == LogSeverity.Error && !_expected.Any(filter => filter(message)));
        Assert.That(unexpected, Is.Empty, "errors were logged to the engine that the test does not expect");
        Logs.Verify();
    }
}
