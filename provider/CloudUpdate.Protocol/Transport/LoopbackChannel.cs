using Grpc.Net.Client;

namespace CloudUpdate.Protocol.Transport;

/// <summary>gRPC channels between engine, providers and programs: HTTP/2 without TLS on loopback, never through a proxy.</summary>
public static class LoopbackChannel
{
    /// <summary>The largest message either side sends or takes, in bytes: 400 MiB, as every Pulumi peer allows.</summary>
    public const int MaxMessageBytes = 400 * 1024 * 1024;

    // A partial failure carries a resource's whole state in a trailer. Go peers take 16 MiB of headers; the unit here is KiB.
    private const int MaxTrailersKib = 16 * 1024;

    /// <summary>Opens a channel; the connection is made by the first call.</summary>
    /// <param name="address">A bare <c>host:port</c>, as it travels in the protocol.</param>
    /// <param name="wrap">Puts another handler around the one that sends; null (default) for none.</param>
    /// <exception cref="ArgumentException">The text is no such address.</exception>
    public static GrpcChannel Create(string address, Func<HttpMessageHandler, HttpMessageHandler>? wrap = null)
    {
        if (!IsAddress(address))
        {
            throw new ArgumentException($"\"{address}\" is not an address of the form host:port.", nameof(address));
        }

        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            EnableMultipleHttp2Connections = true,
#pragma warning disable CA2262 // Meant: 16 MiB, not 16 KiB.
            MaxResponseHeadersLength = MaxTrailersKib,
#pragma warning restore CA2262
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
        };
        return GrpcChannel.ForAddress($"http://{address}", new GrpcChannelOptions
        {
            HttpHandler = wrap is null ? handler : wrap(handler),
            DisposeHttpClient = true,
            MaxReceiveMessageSize = MaxMessageBytes,
            MaxSendMessageSize = MaxMessageBytes,
        });
    }

    /// <summary>Whether a text is a bare <c>host:port</c>.</summary>
    public static bool IsAddress(string text) =>
        Uri.TryCreate($"http://{text}", UriKind.Absolute, out var uri)
        && uri.Port > 0
        && uri.UserInfo.Length == 0
        && uri.PathAndQuery == "/"
        && uri.Fragment.Length == 0
        && text.EndsWith($":{uri.Port}", StringComparison.Ordinal);
}
