using System.Globalization;
using System.Net.Sockets;
using System.Threading.Channels;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumi.Cli.Hosting;

namespace Pulumi.Cli.EventLogs;

/// <summary>Sends events to a server that listens for them: <c>pulumirpc.Events/StreamEvents</c>.</summary>
internal sealed class StreamEventLog : EventLog
{
    private readonly Channel<string> _queue = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });
    private readonly GrpcChannel _channel;
    private readonly Task _sending;

    private StreamEventLog(GrpcChannel channel)
    {
        _channel = channel;
        _sending = SendAsync();
    }

    public static async Task<StreamEventLog> ConnectAsync(string address, CancellationToken cancellation)
    {
        var separator = address.LastIndexOf(':');
        if (separator < 0 || !ushort.TryParse(address[(separator + 1)..], CultureInfo.InvariantCulture, out var port))
        {
            throw CommandException.Usage($"the event log is not of the form tcp://host:port: 'tcp://{address}'");
        }

        try
        {
            // A gRPC channel would go on trying where nobody listens.
            using var probe = new TcpClient();
            await probe.ConnectAsync(address[..separator], port, cancellation).ConfigureAwait(false);
        }
        catch (SocketException exception)
        {
            throw CommandException.General($"could not connect to the event log at tcp://{address}: {exception.Message}");
        }

        return new StreamEventLog(LoopbackChannel.Create(address));
    }

    public override async ValueTask DisposeAsync()
    {
        _queue.Writer.Complete();
        await _sending.ConfigureAwait(false);
        _channel.Dispose();
    }

    protected override void Write(string text) => _queue.Writer.TryWrite(text);

    private async Task SendAsync()
    {
        using var call = new Events.EventsClient(_channel).StreamEvents();
        try
        {
            await foreach (var text in _queue.Reader.ReadAllAsync().ConfigureAwait(false))
            {
                await call.RequestStream.WriteAsync(new EventRequest { Event = text }).ConfigureAwait(false);
            }

            await call.RequestStream.CompleteAsync().ConfigureAwait(false);
            await call.ResponseAsync.ConfigureAwait(false);
        }
        catch (RpcException)
        {
            // The listener has gone, as one does that was cancelled; the operation goes on without it.
            _queue.Writer.TryComplete();
        }
    }
}
