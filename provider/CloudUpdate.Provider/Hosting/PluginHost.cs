using System.Net;
using CloudUpdate.Protocol.Transport;
using CloudUpdate.Provider.Rpc;
using Grpc.AspNetCore.Server.Model;
using Grpc.Health.V1;
using Grpc.HealthCheck;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Hosting;

/// <summary>The gRPC server: HTTP/2 without TLS on a free loopback port. Reads no configuration of its surroundings and writes nothing to the console.</summary>
internal sealed class PluginHost : IAsyncDisposable
{
    // Calls may carry the baggage of a tracing system. More than this would need a larger buffer for each connection.
    private const int MaxMetadataBytes = 1 << 20;

    private readonly WebApplication _app;

    private PluginHost(WebApplication app) => _app = app;

    /// <summary>The port it listens on.</summary>
    public int Port { get; private set; }

    /// <summary>The operations of the current run.</summary>
    public RunGate Gate => _app.Services.GetRequiredService<RunGate>();

    /// <summary>The connections that are open.</summary>
    public ConnectionTracker Connections => _app.Services.GetRequiredService<ConnectionTracker>();

    /// <summary>The engine it speaks to.</summary>
    public EngineConnection Engine => _app.Services.GetRequiredService<EngineConnection>();

    /// <summary>What the current run decided.</summary>
    public ProviderSession Session => _app.Services.GetRequiredService<ProviderSession>();

    /// <summary>The log of the process.</summary>
    public ILoggerFactory Loggers => _app.Services.GetRequiredService<ILoggerFactory>();

    /// <summary>Starts a server; it answers from the moment this returns.</summary>
    public static async Task<PluginHost> StartAsync(PluginHostOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        options.Logging(builder.Logging);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(Configure);
        AddServices(builder.Services, options);

        var host = new PluginHost(builder.Build());
        await host.StartAsync(options.EngineAddress);
        return host;
    }

    /// <summary>Stops: no new calls, those that run are cancelled and may report what they did, then the connections close.</summary>
    public async Task StopAsync()
    {
        _app.Services.GetRequiredService<HealthServiceImpl>().SetStatus(ProviderEndpoint.ServiceName, HealthCheckResponse.Types.ServingStatus.NotServing);
        Gate.End();
        await _app.StopAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _app.DisposeAsync();
    }

    private static void AddServices(IServiceCollection services, PluginHostOptions options)
    {
        services.AddSingleton(options.Time);
        services.AddSingleton<ConnectionTracker>();
        services.AddSingleton(_ => new EngineConnection(options.EngineHandler));
        services.AddSingleton<EngineLog>();
        services.AddSingleton<RunGate>();
        services.AddSingleton<SecretMask>();
        services.AddSingleton<ProviderSession>();
        services.AddSingleton<CallRunner>();
        services.AddSingleton<HealthServiceImpl>();
        services.AddSingleton<ProviderService>();
        services.AddSingleton<ProviderEndpoint>();
        services.AddSingleton<IServiceMethodProvider<ProviderEndpoint>, ProviderEndpoint.Methods>();
        services.AddSingleton(provider => options.Provider(new Lifecycle.ProviderEnvironment(
            provider.GetRequiredService<EngineLog>(), options.Time, provider.GetRequiredService<ILoggerFactory>())));
        services.Configure<HostOptions>(host => host.ShutdownTimeout = options.DrainLimit);

        // Signals are the process's business (PluginProcess), so that a host can run inside of a test.
        services.Replace(ServiceDescriptor.Singleton<IHostLifetime, DetachedLifetime>());
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = LoopbackChannel.MaxMessageBytes;
            grpc.MaxSendMessageSize = LoopbackChannel.MaxMessageBytes;
        });
    }

    private static void Configure(KestrelServerOptions kestrel)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = null;
        kestrel.Limits.MaxRequestHeadersTotalSize = MaxMetadataBytes;
        kestrel.Limits.MaxRequestHeaderCount = 10_000;
        kestrel.Limits.Http2.MaxRequestHeaderFieldSize = MaxMetadataBytes;

        // A peer that is stopped in a debugger, or idle for an hour of waiting, keeps its connection. The server counts nanoseconds, and an
        // infinite time overflows to one that is over already.
        kestrel.Limits.MinRequestBodyDataRate = null;
        kestrel.Limits.MinResponseDataRate = null;
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromDays(365);

        // The engine runs --parallel calls on one connection; a limit would keep Cancel waiting behind them.
        kestrel.Limits.Http2.MaxStreamsPerConnection = int.MaxValue;
        kestrel.Listen(IPAddress.Loopback, 0, endpoint =>
        {
            endpoint.Protocols = HttpProtocols.Http2;
            endpoint.Use(kestrel.ApplicationServices.GetRequiredService<ConnectionTracker>().Track);
        });
    }

    private async Task StartAsync(string? engineAddress)
    {
        if (engineAddress is not null && !Engine.Connect(engineAddress))
        {
            HostingLog.NoAddress(Loggers.CreateLogger<PluginHost>(), engineAddress);
        }

        var health = _app.Services.GetRequiredService<HealthServiceImpl>();
        health.SetStatus(string.Empty, HealthCheckResponse.Types.ServingStatus.Serving);
        health.SetStatus(ProviderEndpoint.ServiceName, HealthCheckResponse.Types.ServingStatus.Serving);
        _app.Use(UnknownStatus.ReplaceAsync);
        _app.MapGrpcService<ProviderEndpoint>();
        _app.MapGrpcService<HealthServiceImpl>();
        await _app.StartAsync();
        var addresses = _app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>();
        Port = new Uri(addresses.Addresses.Single()).Port;
    }

    /// <summary>A host that lives as long as its owner says.</summary>
    private sealed class DetachedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
