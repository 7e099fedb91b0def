using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using Grpc.Net.Client;

namespace Pulumi.TestCloud;

/// <summary>The log of the engine that works with the provider.</summary>
internal sealed class EngineConnection : IDisposable
{
    private GrpcChannel? _channel;

    public EngineConnection(string? address)
    {
        if (address is not null)
        {
            Attach(address);
        }
    }

    public void Attach(string address)
    {
        _channel?.Dispose();
        _channel = LoopbackChannel.Create(address);
    }

    public async Task LogAsync(string urn, string message, bool isEphemeral) =>
        await new Engine.EngineClient(_channel ?? throw new InvalidOperationException("No engine is attached.")).LogAsync(
            new LogRequest { Urn = urn, Message = message, Severity = LogSeverity.Info, Ephemeral = isEphemeral });

    public void Dispose() => _channel?.Dispose();
}
