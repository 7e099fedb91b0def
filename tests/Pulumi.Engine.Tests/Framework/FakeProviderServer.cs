using System.Collections.Concurrent;
using System.Globalization;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pulumi.Engine.Tests.Framework;

/// <summary>The server behind all fake provider instances; a header says which of them a call is for.</summary>
internal sealed class FakeProviderServer
{
    public const string InstanceHeader = "fake-instance";

    private static readonly Lazy<Task<FakeProviderServer>> Shared = new(StartAsync);

    private readonly ConcurrentDictionary<int, FakeProviderInstance> _instances = [];
    private int _lastKey;

    public string Address { get; private set; } = string.Empty;

    public static Task<FakeProviderServer> SharedAsync() => Shared.Value;

    /// <summary>A server of its own, for a process that is a provider.</summary>
    public static async Task<FakeProviderServer> StartAsync()
    {
        var server = new FakeProviderServer();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc();
        builder.Services.AddSingleton(server);
        builder.Services.AddSingleton<FakeProviderService>();
        var application = builder.Build();
        application.MapGrpcService<FakeProviderService>();
        await application.StartAsync();
        server.Address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return server;
    }

    public int Register(FakeProviderInstance instance)
    {
        var key = Interlocked.Increment(ref _lastKey);
        _instances[key] = instance;
        return key;
    }

    public void Forget(int key) => _instances.TryRemove(key, out _);

    /// <summary>The instance that a call is for: the one that its header names, or the only one.</summary>
    public FakeProviderInstance InstanceOf(ServerCallContext context) =>
        context.RequestHeaders.GetValue(InstanceHeader) is { } key ? _instances[int.Parse(key, CultureInfo.InvariantCulture)] : _instances.Values.Single();
}

/// <summary>One instance of a fake provider.</summary>
internal sealed record FakeProviderInstance(FakeProvider Provider, int Number);
