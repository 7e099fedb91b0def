using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Pulumi.TestCloud.Serving;

/// <summary>Serves the provider until the engine ends the process.</summary>
internal static class ProviderServer
{
    public static async Task<int> RunAsync(string[] args, string file)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(new CloudFile(file));
        builder.Services.AddSingleton(_ => new EngineConnection(args[^1]));
        builder.Services.AddSingleton(_ => new CloudWait($"{file}.release"));
        builder.Services.AddSingleton<CloudProvider>();
        await using var app = builder.Build();
        app.MapGrpcService<CloudProvider>();
        await app.StartAsync();
        Console.WriteLine(new Uri(app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single()).Port);
        await app.WaitForShutdownAsync();
        return 0;
    }
}
