using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using Grpc.Net.Client;

namespace Pulumi.TestCloud.Serving;

/// <summary>The engine's log.</summary>
internal sealed class EngineConnection(string address) : IDisposable
{
    private readonly GrpcChannel _channel = LoopbackChannel.Create(address);

    public async Task LogAsync(string urn, string message, bool isEphemeral) =>
        await new CloudUpdate.Protocol.Rpc.Engine.EngineClient(_channel).LogAsync(
            new LogRequest { Urn = urn, Message = message, Severity = LogSeverity.Info, Ephemeral = isEphemeral });

    public void Dispose() => _channel.Dispose();
}
