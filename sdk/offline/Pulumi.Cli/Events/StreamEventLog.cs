using System.Threading.Channels;
using CloudUpdate.Protocol.Rpc;
using Grpc.Core;
using Grpc.Net.Client;
using Pulumi.Cli.Hosting;

namespace Pulumi.Cli.Events;

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
        var channel = GrpcChannel.ForAddress($"http://{address}");
        try
        {
            await channel.ConnectAsync(cancellation).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RpcException or HttpRequestException)
        {
            channel.Dispose();
            throw CommandException.General($"could not connect to the event log at tcp://{address}: {exception.Message}");
        }

        return new StreamEventLog(channel);
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
        using var call = new CloudUpdate.Protocol.Rpc.Events.EventsClient(_channel).StreamEvents();
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
