using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pulumi.Engine.Plugins;

namespace Pulumi.Engine.Tests.Framework;

/// <summary>Starts fake providers: each instance is a gRPC server of its own in this process.</summary>
internal sealed class FakeLauncher : IProviderLauncher
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<ConnectionContext>> _connections = [];
    private int _instances;

    public ConcurrentDictionary<string, FakeProvider> Providers { get; } = [];

    public ConcurrentQueue<PluginSpec> Started { get; } = [];

    /// <summary>Cuts every connection to the instances of a provider, as its death would.</summary>
    public Task CrashAsync(string package)
    {
        foreach (var connection in _connections.GetOrAdd(package, _ => []))
        {
            connection.Abort();
        }

        return Task.CompletedTask;
    }

    public async Task<IProviderInstance> StartAsync(PluginSpec plugin, PluginContext context, CancellationToken cancellation)
    {
        Started.Enqueue(plugin);
        if (!Providers.TryGetValue(plugin.Name, out var provider))
        {
            throw new EngineException($"no resource plugin 'pulumi-resource-{plugin.Name}' found");
        }

        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        var connections = _connections.GetOrAdd(plugin.Name, _ => []);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(System.Net.IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http2;
            listen.Use(next => connection =>
            {
                connections.Add(connection);
                return next(connection);
            });
        }));
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(new FakeProviderService(provider, Interlocked.Increment(ref _instances)));
        var application = builder.Build();
        application.MapGrpcService<FakeProviderService>();
        await application.StartAsync(cancellation);
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new Instance(application, GrpcChannel.ForAddress(address));
    }

    private sealed class Instance(WebApplication application, GrpcChannel channel) : IProviderInstance
    {
        public ChannelBase Channel => channel;

        public string? Directory => "/plugins/fake";

        public string Output => string.Empty;

        public async ValueTask DisposeAsync()
        {
            channel.Dispose();
            using var now = new CancellationTokenSource();
            await now.CancelAsync();
            await application.StopAsync(now.Token);
            await application.DisposeAsync();
        }
    }
}
