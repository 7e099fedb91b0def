using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pulumi.TestCloud;

/// <summary>Serves the provider on a port of its own.</summary>
public sealed class CloudServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private CloudServer(WebApplication app) => _app = app;

    /// <summary>The port it listens to on loopback.</summary>
    public int Port => new Uri(_app.Urls.Single()).Port;

    /// <summary>Starts it.</summary>
    /// <param name="file">Where the objects stand.</param>
    /// <param name="engineAddress">The engine whose log it writes to; null until one attaches.</param>
    public static async Task<CloudServer> StartAsync(string file, string? engineAddress = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(new CloudFile(file));
        builder.Services.AddSingleton(_ => new EngineConnection(engineAddress));
        builder.Services.AddSingleton(_ => new CloudWait($"{file}.release"));
        builder.Services.AddSingleton<CloudProvider>();
        var app = builder.Build();
        app.MapGrpcService<CloudProvider>();
        await app.StartAsync();
        return new CloudServer(app);
    }

    /// <summary>Returns once the process is told to end.</summary>
    public Task WaitForShutdownAsync() => HostingAbstractionsHostExtensions.WaitForShutdownAsync(_app);

    /// <summary>Ends it, and whatever still waits.</summary>
    public async ValueTask DisposeAsync()
    {
        _app.Services.GetRequiredService<CloudWait>().Dispose();
        await _app.DisposeAsync();
    }
}
