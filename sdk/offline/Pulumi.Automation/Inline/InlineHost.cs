using System.Net;
using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Pulumi.Automation.Inline;

/// <summary>Serves one inline program to the command, on a loopback port of its own.</summary>
internal sealed class InlineHost : IAsyncDisposable
{
    private const int MaxMessageSize = 400 * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly InlineProgram _program;

    private InlineHost(WebApplication app, InlineProgram program) => (_app, _program) = (app, program);

    /// <summary>Where the command finds it, as <c>host:port</c>.</summary>
    public string Address
    {
        get
        {
            var addresses = _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>();
            return new Uri(addresses!.Addresses.Single()).Authority;
        }
    }

    public static async Task<InlineHost> StartAsync(PulumiFn function)
    {
        var program = new InlineProgram(function);

        // Neither the settings nor the signals of the process that it lives in are its own.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, QuietLifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            options.Limits.MaxRequestBodySize = null;
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton(program);
        builder.Services.AddGrpc(options => (options.MaxReceiveMessageSize, options.MaxSendMessageSize) = (MaxMessageSize, MaxMessageSize));
        var app = builder.Build();
        app.MapGrpcService<InlineLanguageRuntime>();
        await app.StartAsync().ConfigureAwait(false);
        return new InlineHost(app, program);
    }

    /// <summary>The program's own exception, where it failed with one.</summary>
    public ExceptionDispatchInfo? Failure => _program.Failure;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    // The default one takes an interrupt for its own and keeps the process alive.
    private sealed class QuietLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
