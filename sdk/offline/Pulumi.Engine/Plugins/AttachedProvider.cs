using CloudUpdate.Protocol.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumi.Engine.Monitor;

namespace Pulumi.Engine.Plugins;

/// <summary>A provider that somebody else started, as under a debugger; it is never ended.</summary>
internal sealed class AttachedProvider(GrpcChannel channel) : IProviderInstance
{
    public ChannelBase Channel => channel;

    public string? Directory => null;

    public string Output => string.Empty;

    public static async Task<AttachedProvider> AttachAsync(int port, string engineAddress, CancellationToken cancellation)
    {
        var channel = Loopback.Connect(port);
        try
        {
            await new ResourceProvider.ResourceProviderClient(channel)
                .AttachAsync(new PluginAttach { Address = engineAddress }, cancellationToken: cancellation);
            return new AttachedProvider(channel);
        }
        catch (RpcException exception)
        {
            channel.Dispose();
            throw new EngineException(EngineErrorKind.General, $"could not attach to the provider at port {port}: {exception.Status.Detail}", exception);
        }
    }

    public ValueTask DisposeAsync()
    {
        channel.Dispose();
        return ValueTask.CompletedTask;
    }
}
