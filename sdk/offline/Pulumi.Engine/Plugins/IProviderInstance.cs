using Grpc.Core;

namespace Pulumi.Engine.Plugins;

/// <summary>A running provider. Disposing it closes the connection and ends the process.</summary>
public interface IProviderInstance : IAsyncDisposable
{
    /// <summary>The connection.</summary>
    ChannelBase Channel { get; }

    /// <summary>The folder of the provider's binary; null for an attached one, which is not told its folders.</summary>
    string? Directory { get; }

    /// <summary>What the process has printed so far, for the report when it dies; empty where unknown.</summary>
    string Output { get; }
}
