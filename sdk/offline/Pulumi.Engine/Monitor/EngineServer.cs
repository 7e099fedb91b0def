using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pulumi.Engine.Monitor;

/// <summary>Serves the engine's two services at one address: plain-text HTTP/2 on the loopback address, on a free port.</summary>
internal sealed class EngineServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly Forwarding _forwarding;

    private EngineServer(WebApplication application, Forwarding forwarding)
    {
        _application = application;
        _forwarding = forwarding;
        Address = new Uri(application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;
    }

    /// <summary>The address: <c>127.0.0.1:PORT</c>.</summary>
    public string Address { get; }

    /// <summary>Starts the server; the monitor answers once <see cref="ServeMonitor"/> has been called.</summary>
    public static async Task<EngineServer> StartAsync(EngineService engine)
    {
        var forwarding = new Forwarding();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            options.Limits.MaxRequestBodySize = null;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc(options =>
        {
            options.MaxReceiveMessageSize = Loopback.MaxMessageBytes;
            options.MaxSendMessageSize = Loopback.MaxMessageBytes;
        });
        builder.Services.AddSingleton(engine);
        builder.Services.AddSingleton(forwarding);
        builder.Services.AddSingleton(_ => forwarding.Monitor!);
        var application = builder.Build();
        application.MapGrpcService<EngineService>();
        application.MapGrpcService<ResourceMonitorService>();
        await application.StartAsync();
        return new EngineServer(application, forwarding);
    }

    public void ServeMonitor(ResourceMonitorService monitor) => _forwarding.Monitor = monitor;

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _application.StopAsync(now.Token);
        await _application.DisposeAsync();
    }

    private sealed class Forwarding
    {
        public ResourceMonitorService? Monitor { get; set; }
    }
}
