using CloudUpdate.Protocol.Rpc;
using Grpc.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Config;
using Pulumi.Engine.Programs;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests;

/// <summary>Checklist item J82: programs that live in the process of the Automation API.</summary>
internal sealed class RemoteProgramTests : EngineFixture
{
    [Test]
    public async Task Engine_J82_InlineProgram_IsToldEverything()
    {
        Engine.Configuration = EngineTest.Config(("proj:key", "s3cret")) with { SecretKeys = [new ConfigKey("proj", "key")] };
        await using var host = await Host.StartAsync(new TestProgram(new TestResource("a")));

        var run = await Engine.UpAsync(new RemoteProgram(host.Address, Engine.Folder));

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Engine.Entry("a").Id, Is.EqualTo("id-1"));
        var request = host.Request!;
        Assert.That((request.Project, request.Stack, request.Organization, request.DryRun, request.Pwd), Is.EqualTo(("proj", "dev", "organization", false, Engine.Folder)));
        Assert.That(request.Args.Single(), Is.EqualTo(request.MonitorAddress));
        Assert.That(request.Config, Is.EquivalentTo(new Dictionary<string, string> { ["proj:key"] = "s3cret" }));
        Assert.That(request.ConfigSecretKeys, Is.EqualTo(new[] { "proj:key" }));
    }

    [TestCase("exploded", false, "exploded")]
    [TestCase("exploded", true, "update failed")]
    public async Task Engine_J82_FailureOfAnInlineProgram_IsToldUnlessItWas(string error, bool bail, string told)
    {
        await using var host = await Host.StartAsync(new TestProgram { Then = _ => Task.FromResult(ProgramResult.Failure(error)) }, bail);

        var run = await Engine.UpAsync(new RemoteProgram(host.Address, Engine.Folder));

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors[0], Is.EqualTo(told));
    }

    [Test]
    public async Task Engine_J82_HostThatIsGone_FailsTheRun()
    {
        var run = await Engine.UpAsync(new RemoteProgram("127.0.0.1:1", Engine.Folder));

        Assert.That(run.Errors[0], Does.StartWith("the program's language runtime at 127.0.0.1:1 failed"));
    }

    private sealed class Host : LanguageRuntime.LanguageRuntimeBase, IAsyncDisposable
    {
        private readonly IProgram _program;
        private readonly bool _bail;
        private WebApplication? _application;

        private Host(IProgram program, bool bail)
        {
            _program = program;
            _bail = bail;
        }

        public string Address { get; private set; } = string.Empty;

        public RunRequest? Request { get; private set; }

        public static async Task<Host> StartAsync(IProgram program, bool bail = false)
        {
            var host = new Host(program, bail);
            var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
            builder.Logging.ClearProviders();
            builder.WebHost.UseKestrelCore().ConfigureKestrel(options => options.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
            builder.Services.AddRoutingCore();
            builder.Services.AddGrpc();
            builder.Services.AddSingleton(host);
            host._application = builder.Build();
            host._application.MapGrpcService<Host>();
            await host._application.StartAsync();
            host.Address = new Uri(host._application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Authority;
            return host;
        }

        public override async Task<RunResponse> Run(RunRequest request, ServerCallContext context)
        {
            Request = request;
            var result = await _program.RunAsync(
                new ProgramRun
                {
                    MonitorAddress = request.MonitorAddress,
                    EngineAddress = request.Args[0],
                    Stack = new StackReference(request.Project, request.Stack),
                    Configuration = StackConfiguration.Empty,
                    DryRun = request.DryRun,
                    Parallel = request.Parallel,
                    OnOutput = (_, _) => { },
                },
                context.CancellationToken);
            return new RunResponse { Error = result.Error ?? string.Empty, Bail = _bail && !result.Succeeded };
        }

        public async ValueTask DisposeAsync() => await _application!.DisposeAsync();
    }
}
