using System.Collections.Concurrent;
using System.Net;
using Google.Protobuf.WellKnownTypes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi.Offline.Tests.Server;

/// <summary>An engine on a loopback socket: it notes what a program asks and answers as the test says.</summary>
internal sealed class EngineServer : IAsyncDisposable
{
    private readonly WebApplication _host;

    private EngineServer(bool understandsEverything)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0, socket => socket.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc(grpc => grpc.MaxReceiveMessageSize = null);
        builder.Services.AddSingleton(this);
        _host = builder.Build();
        _host.MapGrpcService<MonitorService>();
        _host.MapGrpcService<EngineService>();
        Supports = _ => understandsEverything;
    }

    /// <summary>Host and port, as programs are told.</summary>
    public string Address => new Uri(_host.Urls.Single()).Authority;

    public ConcurrentQueue<Rpc.RegisterResourceRequest> Registrations { get; } = [];

    public ConcurrentQueue<Rpc.ReadResourceRequest> Reads { get; } = [];

    public ConcurrentQueue<Rpc.ResourceInvokeRequest> Invokes { get; } = [];

    public ConcurrentQueue<Rpc.RegisterResourceOutputsRequest> Outputs { get; } = [];

    public ConcurrentQueue<Rpc.LogRequest> Messages { get; } = [];

    public ConcurrentQueue<string> FeaturesAsked { get; } = [];

    public int Shutdowns;

    public Func<string, bool> Supports { get; set; }

    /// <summary>Answers a registration; by default with the inputs as outputs and the name as id.</summary>
    public Func<Rpc.RegisterResourceRequest, Rpc.RegisterResourceResponse> OnRegister { get; set; } = Echo;

    public Func<Rpc.ReadResourceRequest, Rpc.ReadResourceResponse> OnRead { get; set; }
        = request => new() { Urn = UrnOf(request.Parent, request.Type, request.Name), Properties = request.Properties };

    public Func<Rpc.ResourceInvokeRequest, Rpc.ResourceInvokeResponse> OnInvoke { get; set; }
        = request => new Rpc.ResourceInvokeResponse { Return = request.Args };

    public Action<Rpc.LogRequest> OnLog { get; set; } = _ => { };

    public Action OnShutdown { get; set; } = () => { };

    public static async Task<EngineServer> StartAsync(bool understandsEverything = true)
    {
        var server = new EngineServer(understandsEverything);
        await server._host.StartAsync();
        return server;
    }

    public Rpc.RegisterResourceRequest Registration(string name) => Registrations.Single(request => request.Name == name);

    public ProgramEnvironment EnvironmentFor(DeploymentSettings settings) => new(settings, Address, Address);

    public static Rpc.RegisterResourceResponse Echo(Rpc.RegisterResourceRequest request)
        => new()
        {
            Urn = UrnOf(request.Parent, request.Type, request.Name),
            Id = request.Custom ? $"{request.Name}-id" : "",
            Object = request.Custom ? request.Object : new Struct(),
        };

    public static string UrnOf(string parent, string type, string name)
    {
        var parentType = parent.Length == 0 ? "" : parent.Split("::")[2];
        var qualifiedType = parentType is "" or "pulumi:pulumi:Stack" ? type : $"{parentType}${type}";
        return $"urn:pulumi:dev::proj::{qualifiedType}::{name}";
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await _host.DisposeAsync();
    }
}
