using System.Diagnostics;
using System.Net.NetworkInformation;
using System.Text;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using CloudUpdate.Provider.Hosting;
using CloudUpdate.Provider.Tests.Rpc;
using CloudUpdate.TestKit;
using CloudUpdate.TestKit.Engines;
using CloudUpdate.TestKit.Providers;
using CloudUpdate.TestKit.Time;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Health.V1;
using static CloudUpdate.Provider.Tests.Rpc.Conformance.Bags;

namespace CloudUpdate.Provider.Tests.Processes;

/// <summary>The process: items 1 to 4 and 6 to 10 of the provider checklist, on the built binary.</summary>
internal sealed class ConformanceTests
{
    private const string NoEngine = "127.0.0.1:1";

    private static IEnumerable<TestCaseData> Surroundings()
    {
        yield return Surrounding("plain", [NoEngine]);
        yield return Surrounding("loud", ["--logtostderr", "-v=9", NoEngine]);
        yield return Surrounding("arabic", [NoEngine], ("LANG", "ar_SA.UTF-8"), ("LC_ALL", "ar_SA.UTF-8"));
        yield return Surrounding("colours", ["-v=9", NoEngine], ("DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION", "1"), ("TERM", "xterm-256color"));
        yield return Surrounding(
            "web settings",
            [NoEngine],
            ("ASPNETCORE_URLS", "http://0.0.0.0:5"),
            ("DOTNET_URLS", "http://0.0.0.0:5"),
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("Logging__LogLevel__Default", "Trace"),
            ("Kestrel__Endpoints__Http__Url", "http://0.0.0.0:5"));
    }

    [TestCaseSource(nameof(Surroundings))]
    public async Task Conformance_01_FirstBytesOnStandardOutput_AreThePort(string[] args, Dictionary<string, string> environment)
    {
        await using var plugin = await RunningPlugin.StartAsync(args, environment);

        Assert.That(Encoding.Latin1.GetString(plugin.FirstLine), Does.Match("\\A[0-9]+\n\\z"));
        Assert.That((await plugin.EndAsync()).Output, Is.Empty);
    }

    [Test]
    public async Task Conformance_02_Listener_IsOnLoopbackAloneAndAnswersAtOnce()
    {
        await using var plugin = await RunningPlugin.StartAsync([NoEngine]);

        var info = await plugin.Connect(out var channel).GetPluginInfoAsync(new Empty()).OrTimeout();
        channel.Dispose();
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(listener => listener.Port == plugin.Port);

        Assert.Multiple(() =>
        {
            Assert.That(info.Version, Is.Not.Empty);
            Assert.That(listeners.Select(listener => listener.Address.ToString()), Is.EqualTo(["127.0.0.1"]));
        });
    }

    [TestCase(NoEngine)]
    [TestCase("--logtostderr -v=9 --tracing X " + NoEngine)]
    [TestCase("--some-flag --other=1 " + NoEngine)]
    [TestCase("")]
    [TestCase("not-an-address")]
    public async Task Conformance_03_AnyCommandLine_Starts(string line)
    {
        await using var plugin = await RunningPlugin.StartAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        var handshake = await plugin.Connect(out var channel).HandshakeAsync(new ProviderHandshakeRequest()).OrTimeout();
        channel.Dispose();

        Assert.That(handshake.AcceptSecrets, Is.True);
    }

    [Test]
    public async Task Conformance_04_TwoProcesses_RunSideBySide()
    {
        await using var first = await RunningPlugin.StartAsync([NoEngine]);
        await using var second = await RunningPlugin.StartAsync([NoEngine]);

        await first.Connect(out var channel).CancelAsync(new Empty()).OrTimeout();
        channel.Dispose();
        await first.ExitAsync();
        var info = await second.Connect(out channel).GetPluginInfoAsync(new Empty()).OrTimeout();
        channel.Dispose();

        Assert.Multiple(() =>
        {
            Assert.That(first.Port, Is.Not.EqualTo(second.Port));
            Assert.That(info.Version, Is.Not.Empty);
        });
    }

    [Test]
    public async Task Conformance_06_Health_IsServing()
    {
        await using var plugin = await RunningPlugin.StartAsync([NoEngine]);
        plugin.Connect(out var channel);
        using var connection = channel;
        var health = new Health.HealthClient(channel);

        var whole = await health.CheckAsync(new HealthCheckRequest()).OrTimeout();
        var service = await health.CheckAsync(new HealthCheckRequest { Service = "pulumirpc.ResourceProvider" }).OrTimeout();

        Assert.That(new[] { whole.Status, service.Status }, Has.All.EqualTo(HealthCheckResponse.Types.ServingStatus.Serving));
    }

    [Test]
    public async Task Conformance_07_EngineThatDies_EndsTheProcessWithinSeconds()
    {
        var engine = await EngineServer.StartAsync();
        await using var plugin = await RunningPlugin.StartAsync([engine.Address]);
        await plugin.Connect(out var channel).HandshakeAsync(new ProviderHandshakeRequest { EngineAddress = engine.Address }).OrTimeout();

        // Only an engine that was seen alive can be known to have died.
        await engine.Asked.WaitAsync(TimeSpan.FromMinutes(1));
        await engine.DisposeAsync();
        channel.Dispose();

        Assert.That((await plugin.ExitAsync()).Code, Is.Zero);
    }

    [Test]
    [LongTest]
    public async Task Conformance_07_EngineThatStopsAnswering_EndsTheProcessWithinAMinute()
    {
        var engine = await EngineServer.StartAsync();
        await using var plugin = await RunningPlugin.StartAsync([engine.Address]);
        await plugin.Connect(out var channel).HandshakeAsync(new ProviderHandshakeRequest { EngineAddress = engine.Address }).OrTimeout();
        using var connection = channel;
        var watch = Stopwatch.StartNew();

        await engine.DisposeAsync();
        var (code, _, errors) = await plugin.ExitAsync();

        // Sooner would mean that the idle connection was taken away from the engine.
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.Zero, errors);
            Assert.That(watch.Elapsed, Is.InRange(2 * EngineWatch.PollInterval, TimeSpan.FromMinutes(1)));
        });
    }

    [Test]
    public async Task Conformance_07_CancelledAndDeserted_EndsWithinSeconds()
    {
        await using var engine = await EngineServer.StartAsync();
        await using var plugin = await RunningPlugin.StartAsync([engine.Address]);

        await plugin.Connect(out var channel).CancelAsync(new Empty()).OrTimeout();
        channel.Dispose();

        Assert.That((await plugin.ExitAsync()).Code, Is.Zero);
    }

    [Test]
    public async Task Conformance_07_ProcessWaitingForEngines_OutlivesThem()
    {
        await using var engine = await EngineServer.StartAsync();
        await using var plugin = await RunningPlugin.StartAsync([]);
        for (var run = 0; run < 2; run++)
        {
            var client = plugin.Connect(out var channel);
            await client.HandshakeAsync(new ProviderHandshakeRequest { EngineAddress = engine.Address }).OrTimeout();
            await client.AttachAsync(new PluginAttach { Address = engine.Address }).OrTimeout();
            await client.ConfigureAsync(new ConfigureRequest { Args = new Struct() }).OrTimeout();
            await client.CancelAsync(new Empty()).OrTimeout();
            channel.Dispose();
        }

        Assert.That(plugin.HasExited, Is.False);
    }

    [TestCase("INT")]
    [TestCase("TERM")]
    [Platform(Exclude = "Win")]
    public async Task Conformance_08_Signal_CancelsWhatRunsAndEndsTheProcess(string signal)
    {
        await using var engine = await EngineServer.StartAsync();
        await using var plugin = await RunningPlugin.StartTestPluginAsync(engine.Address);
        var client = plugin.Connect(out var channel);
        using var connection = channel;
        var running = client.CreateAsync(new CreateRequest { Urn = UrnOf(TestPlugin.Waits) });
        await engine.WaitForAsync(messages => messages.Any(message => message.Message == TestPlugin.Waits));

        await plugin.SignalAsync(signal);
        var ended = await running.FailureAsync();
        var (code, _, errors) = await plugin.ExitAsync();

        Assert.Multiple(() =>
        {
            Assert.That(ended.StatusCode, Is.EqualTo(StatusCode.Cancelled));
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(ended)?.Id, Is.EqualTo("half-made"));
            Assert.That(code, Is.Zero, errors);
        });
    }

    // The time itself is the machine's: what is held here is that nothing waits longer than the engine does before it kills.
    [Test]
    public void Conformance_08_CallsThatDoNotEnd_AreCutOffBeforeTheEngineKills() =>
        Assert.That(new PluginHostOptions { Provider = environment => new EchoProvider(environment) }.DrainLimit, Is.LessThan(TimeSpan.FromSeconds(5)));

    [Test]
    public async Task Conformance_09_ConsoleOutputOfAHandler_GoesToStandardError()
    {
        await using var plugin = await RunningPlugin.StartTestPluginAsync(NoEngine);

        await plugin.Connect(out var channel).CreateAsync(new CreateRequest { Urn = UrnOf(TestPlugin.Prints) }).OrTimeout();
        channel.Dispose();
        var (_, output, errors) = await plugin.EndAsync();

        Assert.Multiple(() =>
        {
            Assert.That(output, Is.Empty);
            Assert.That(errors, Does.Contain("noise on the console").And.Contain("more noise"));
        });
    }

    [Test]
    public async Task Conformance_10_ExceptionInAHandler_LeavesTheProcessServing()
    {
        await using var plugin = await RunningPlugin.StartTestPluginAsync(NoEngine);
        var client = plugin.Connect(out var channel);
        using var connection = channel;

        var error = await client.CreateAsync(new CreateRequest { Urn = UrnOf(TestPlugin.Throws) }).FailureAsync();
        var next = await client.CreateAsync(new CreateRequest { Urn = Urn }).OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(error.StatusCode, Is.EqualTo(StatusCode.Internal));
            Assert.That(next.Id, Is.EqualTo("id"));
        });
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Debugger_ThatTheEngineWants_IsWaitedForBeforeThePortLine()
    {
        await using var engine = await EngineServer.StartAsync();
        var starting = RunningPlugin.StartAsync([engine.Address], new Dictionary<string, string> { ["PULUMI_ATTACH_DEBUGGER"] = "true" });

        var wanted = await engine.DebuggerWanted.OrTimeout();
        await RunningPlugin.SignalAsync((int)wanted.Config.Fields["processId"].NumberValue, "TERM");
        await using var plugin = await starting;
        var (code, _, errors) = await plugin.ExitAsync();

        Assert.Multiple(() =>
        {
            Assert.That(wanted.Config.Fields["request"].StringValue, Is.EqualTo("attach"));
            Assert.That(plugin.FirstLine, Is.Empty);
            Assert.That(code, Is.Zero, errors);
            Assert.That(errors, Does.Contain($"Waiting for a debugger to be attached to process {plugin.Id}"));
        });
    }

    [Test]
    [Platform("Linux")]
    public async Task Process_NeedsNoLibraryOfCultures()
    {
        await using var plugin = await RunningPlugin.StartAsync([NoEngine]);

        Assert.That(await File.ReadAllTextAsync($"/proc/{plugin.Id}/maps"), Does.Not.Contain("libicu"));
    }

    private static TestCaseData Surrounding(string name, string[] args, params (string Name, string Value)[] environment) =>
        new TestCaseData(args, environment.ToDictionary(variable => variable.Name, variable => variable.Value)).SetArgDisplayNames(name);

    private static string UrnOf(string name) => $"urn:pulumi:dev::shop::{TypeToken}::{name}";
}
