using System.Collections.Concurrent;
using System.Net;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.TestKit.Time;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CloudUpdate.TestKit.Engines;

/// <summary>The engine's side of the protocol on a free loopback port: keeps what is logged to it.</summary>
public sealed class EngineServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Service _service;

    private EngineServer(WebApplication app, Service service, Task asked)
    {
        _app = app;
        _service = service;
        Asked = asked;
    }

    /// <summary>Ends when somebody has asked the engine anything, if only whether it is there.</summary>
    public Task Asked { get; }

    /// <summary>The first request to have a debugger attached.</summary>
    public Task<StartDebuggingRequest> DebuggerWanted => _service.DebuggerWanted.Task;

    /// <summary>Where it listens, as <c>host:port</c>.</summary>
    public string Address => new Uri(_app.Urls.Single()).Authority;

    /// <summary>What was logged, oldest first.</summary>
    public IReadOnlyList<LogRequest> Messages => [.. _service.Messages];

    /// <summary>The texts logged about a resource, oldest first.</summary>
    public IEnumerable<string> MessagesAbout(string urn) => Messages.Where(message => message.Urn == urn).Select(message => message.Message);

    /// <summary>Waits until what was logged fulfils a condition.</summary>
    public async Task WaitForAsync(Func<IReadOnlyList<LogRequest>, bool> condition)
    {
        for (var next = _service.Next; !condition(Messages); next = _service.Next)
        {
            await next.OrTimeout();
        }
    }

    /// <summary>Starts an engine.</summary>
    /// <param name="onLog">Called with each message before it is answered: may wait, may throw; null to take all.</param>
    public static async Task<EngineServer> StartAsync(Func<LogRequest, CancellationToken, Task>? onLog = null)
    {
        var service = new Service(onLog ?? ((_, _) => Task.CompletedTask));
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1));
        builder.Services.AddSingleton(service).AddGrpc();
        var app = builder.Build();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        app.Use(async (context, next) =>
        {
            await next(context);
            asked.TrySetResult();
        });
        app.MapGrpcService<Service>();
        await app.StartAsync();
        return new EngineServer(app, service, asked.Task);
    }

    /// <summary>Stops the engine.</summary>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private sealed class Service(Func<LogRequest, CancellationToken, Task> onLog) : Engine.EngineBase
    {
        private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ConcurrentQueue<LogRequest> Messages { get; } = new();

        public TaskCompletionSource<StartDebuggingRequest> DebuggerWanted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Next => Volatile.Read(ref _next).Task;

        public override async Task<Empty> Log(LogRequest request, ServerCallContext context)
        {
            await onLog(request, context.CancellationToken);
            Messages.Enqueue(request);
            Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
            return new Empty();
        }

        public override Task<Empty> StartDebugging(StartDebuggingRequest request, ServerCallContext context)
        {
            DebuggerWanted.TrySetResult(request);
            return Task.FromResult(new Empty());
        }
    }
}
