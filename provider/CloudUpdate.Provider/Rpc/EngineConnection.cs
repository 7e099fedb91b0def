using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using Grpc.Health.V1;
using Grpc.Net.Client;

namespace CloudUpdate.Provider.Rpc;

/// <summary>
/// The engine that this provider speaks to. Its address comes from the command line, better from <c>Handshake</c>, best from <c>Attach</c>;
/// one that comes later takes the place of an earlier one.
/// </summary>
/// <param name="wrap">Puts another handler around the one that sends to the engine; null (default) for none.</param>
internal sealed class EngineConnection(Func<HttpMessageHandler, HttpMessageHandler>? wrap = null) : IDisposable
{
    private readonly Lock _lock = new();
    private Link? _link;

    /// <summary>The engine's service; null as long as no address is known.</summary>
    public Engine.EngineClient? Engine => _link?.Engine;

    /// <summary>The engine's health service; null as long as no address is known.</summary>
    public Health.HealthClient? Health => _link?.Health;

    /// <summary>The engine's address; null as long as none is known.</summary>
    public string? Address => _link?.Address;

    /// <summary>Speaks to the engine at this address from here on. Nothing is sent yet.</summary>
    /// <returns>False where the text is no address, which changes nothing.</returns>
    public bool Connect(string address)
    {
        if (!LoopbackChannel.IsAddress(address))
        {
            return false;
        }

        lock (_lock)
        {
            if (_link?.Address != address)
            {
                _link?.Channel.Dispose();
                _link = new Link(address, LoopbackChannel.Create(address, wrap));
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_lock)
        {
            _link?.Channel.Dispose();
        }
    }

    private sealed class Link(string address, GrpcChannel channel)
    {
        public string Address { get; } = address;

        public GrpcChannel Channel { get; } = channel;

        public Engine.EngineClient Engine { get; } = new(channel);

        public Health.HealthClient Health { get; } = new(channel);
    }
}
