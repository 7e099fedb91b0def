using System.Collections.Concurrent;
using System.Net;
using CloudUpdate.Protocol.Rpc;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pulumi.Cli.Tests.Operations;

/// <summary>A server that listens for engine events, as newer releases of the Automation API run one.</summary>
internal sealed class EventListener : Events.EventsBase, IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _events = [];
    private WebApplication? _app;

    public IReadOnlyCollection<string> Received => _events;

    /// <summary>Whether the sender has ended the stream.</summary>
    public bool IsClosed { get; private set; }

    public int Port { get; private set; }

    public static async Task<EventListener> StartAsync()
    {
        var listener = new EventListener();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(listener);
        listener._app = builder.Build();
        listener._app.MapGrpcService<EventListener>();
        await listener._app.StartAsync();
        listener.Port = new Uri(listener._app.Urls.Single()).Port;
        return listener;
    }

    public override async Task<Empty> StreamEvents(IAsyncStreamReader<EventRequest> requestStream, ServerCallContext context)
    {
        await foreach (var request in requestStream.ReadAllAsync())
        {
            _events.Enqueue(request.Event);
        }

        IsClosed = true;
        return new Empty();
    }

    public ValueTask DisposeAsync() => _app is null ? ValueTask.CompletedTask : _app.DisposeAsync();
}
