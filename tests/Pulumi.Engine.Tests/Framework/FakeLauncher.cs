using System.Collections.Concurrent;
using System.Globalization;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Pulumi.Engine.Plugins;

namespace Pulumi.Engine.Tests.Framework;

/// <summary>Starts fake providers. Their instances share one server in this process, and have a connection each.</summary>
internal sealed class FakeLauncher : IProviderLauncher
{
    private int _instances;

    public ConcurrentDictionary<string, FakeProvider> Providers { get; } = [];

    public ConcurrentQueue<PluginSpec> Started { get; } = [];

    public async Task<IProviderInstance> StartAsync(PluginSpec plugin, PluginContext context, CancellationToken cancellation)
    {
        Started.Enqueue(plugin);
        if (!Providers.TryGetValue(plugin.Name, out var provider))
        {
            throw new EngineException($"no resource plugin 'pulumi-resource-{plugin.Name}' found");
        }

        var server = await FakeProviderServer.SharedAsync();
        var key = server.Register(new FakeProviderInstance(provider, Interlocked.Increment(ref _instances)));
        return new Instance(server, key, GrpcChannel.ForAddress(server.Address));
    }

    private sealed class Instance(FakeProviderServer server, int key, GrpcChannel channel) : IProviderInstance
    {
        public ChannelBase Channel { get; } = new AddressedChannel(channel, key);

        public string? Directory => "/plugins/fake";

        public string Output => string.Empty;

        public ValueTask DisposeAsync()
        {
            server.Forget(key);
            channel.Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private sealed class AddressedChannel(GrpcChannel channel, int key) : ChannelBase(channel.Target)
    {
        public override CallInvoker CreateCallInvoker() => channel.Intercept(metadata =>
        {
            metadata.Add(FakeProviderServer.InstanceHeader, key.ToString(CultureInfo.InvariantCulture));
            return metadata;
        });
    }
}
