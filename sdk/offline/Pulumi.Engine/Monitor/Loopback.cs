using System.Globalization;
using Grpc.Net.Client;

namespace Pulumi.Engine.Monitor;

/// <summary>Plain-text HTTP/2 on the loopback address, with the message limit of the protocol.</summary>
internal static class Loopback
{
    /// <summary>400 MiB: states and schemas are large.</summary>
    public const int MaxMessageBytes = 400 * 1024 * 1024;

    public static GrpcChannel Connect(int port) => Connect(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"));

    public static GrpcChannel Connect(string address) => GrpcChannel.ForAddress($"http://{address}", new GrpcChannelOptions
    {
        MaxReceiveMessageSize = MaxMessageBytes,
        MaxSendMessageSize = MaxMessageBytes,
        DisposeHttpClient = true,
        HttpHandler = new SocketsHttpHandler { UseProxy = false, EnableMultipleHttp2Connections = true },
    });
}
