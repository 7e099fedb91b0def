using CloudUpdate.TestKit.Time;
using Newtonsoft.Json.Linq;
using Pulumi.Cli.Hosting;

namespace Pulumi.Cli.Tests.Operations;

public sealed class FailureTests
{
    private CloudSandbox _sandbox = null!;

    [SetUp]
    public async Task CreateSandbox() => _sandbox = await CloudSandbox.CreateAsync();

    [TearDown]
    public async Task RemoveSandbox() => await _sandbox.DisposeAsync();

    [Test]
    public async Task Check_Fails_PreviewFailsWithPropertyAndReason()
    {
        _sandbox.Declare("""{"things":[{"name":"a","size":1,"fail":"check"}]}""");

        var result = await _sandbox.Cli.RunAsync("preview");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Output, Does.Contain("property size value {1} has a problem: it must be even").Or.Contain("it must be even"));
            Assert.That(result.Output, Does.Contain("error: preview failed").And.Contains("    1 errored\n"));
        });
    }

    [Test]
    public async Task Create_Fails_UpFailsAndKeepsWhatWasCreated()
    {
        _sandbox.Declare("""{"things":[{"name":"a"},{"name":"b","after":"a","fail":"create"}]}""");

        var result = await _sandbox.Cli.RunAsync("up", "--yes", "--skip-preview");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Output, Does.Contain("**creating failed**").And.Contains("error: the test cloud refuses this create").And.Contains("error: update failed"));
            Assert.That(_sandbox.Cloud.Properties().Select(thing => thing.Name), Is.EqualTo(new[] { "thing-a-plain" }));
        });
        Assert.That((string?)JArray.Parse(await _sandbox.Cli.SucceedAsync("stack", "history", "--json"))[0]["result"], Is.EqualTo("failed"));
    }

    [Test]
    public async Task Program_Throws_UpFailsAndDeletesNothing()
    {
        _sandbox.Declare("""{"things":[{"name":"a"}]}""");
        await _sandbox.UpAsync();
        _sandbox.Declare("""{"throw":"the program has a bug"}""");

        var result = await _sandbox.Cli.RunAsync("up", "--yes", "--skip-preview");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Output, Does.Contain("the program has a bug"));
            Assert.That(_sandbox.Cloud, Has.Count.EqualTo(1));
        });
    }

    [TestCase("up")]
    [TestCase("refresh")]
    [TestCase("destroy")]
    [TestCase("import", CloudSandbox.Thing, "a", "id")]
    public async Task Confirmation_NobodyToAsk_IsBadUsage(params string[] command)
    {
        _sandbox.Declare("{}");

        var result = await _sandbox.Cli.RunAsync(command);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(result.Error, Is.EqualTo("error: --yes or --skip-preview or --preview-only must be passed in to proceed when running in non-interactive mode\n"));
            Assert.That(result.Output, Is.Empty);
        });
    }

    [Test]
    public async Task Confirmation_ByEnvironmentVariable_CountsAsYes()
    {
        _sandbox.Declare("{}");
        _sandbox.Cli.Variables = _sandbox.Cli.Variables.Add("PULUMI_SKIP_CONFIRMATIONS", "true");

        await _sandbox.Cli.SucceedAsync("up");
    }

    [TestCase("up", "--skip-preview", "--preview-only")]
    [TestCase("up", "--yes", "--plan", "p.json")]
    [TestCase("up", "--yes", "--continue-on-error")]
    [TestCase("up", "--yes", "--policy-pack", "p")]
    [TestCase("preview", "--save-plan", "p.json")]
    [TestCase("preview", "--import-file", "i.json")]
    [TestCase("refresh", "--yes", "--run-program")]
    [TestCase("destroy", "--yes", "--exclude-protected")]
    [TestCase("import", "--from", "terraform")]
    [TestCase("import", "only-a-type")]
    [TestCase("up", "--yes", "extra")]
    [TestCase("up", "--yes", "--config", "novalue")]
    [TestCase("up", "--yes", "--parallel", "many")]
    public async Task Usage_Wrong_IsRefusedBeforeAnythingRuns(params string[] command)
    {
        _sandbox.Declare("""{"print":"the program runs"}""");

        var result = await _sandbox.Cli.RunAsync(command);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(result.Output, Is.Empty);
            Assert.That(result.Error, Does.StartWith("error: "));
        });
    }

    [Test]
    public async Task Flags_InOneWord_AreTakenApart()
    {
        Assert.That(await _sandbox.Cli.SucceedAsync("up", "-yf"), Does.StartWith("Updating (dev):"));
    }

    [Test]
    public async Task RunProgramFalse_AsTheAutomationApiSendsIt_IsTaken()
    {
        _sandbox.Declare("{}");

        await _sandbox.Cli.SucceedAsync("refresh", "--yes", "--skip-preview", "--run-program=false", "--skip-pending-creates", "--exec-kind", "auto.local", "--stack", "dev");
    }

    [Test]
    public async Task Config_MissingValue_IsNamedBeforeTheProgramStarts()
    {
        _sandbox.Declare("{}");
        await File.AppendAllTextAsync(Path.Combine(_sandbox.Cli.Project, "Pulumi.yaml"), "\nconfig:\n  zone:\n    type: string\n");

        var result = await _sandbox.Cli.RunAsync("preview");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Error, Is.EqualTo("error: Stack 'dev' is missing configuration value 'zone'\n"));
        });
    }

    [Test]
    public async Task Lock_HeldByAnotherRun_IsReportedOnStandardErrorAndNothingIsShown()
    {
        _sandbox.Declare("""{"things":[{"name":"a","wait":"patient"}]}""");
        using var interrupts = new Interrupts();
        var first = await _sandbox.StartWaitingAsync(interrupts);

        var second = await _sandbox.Cli.RunAsync("up", "--yes", "--skip-preview");
        _sandbox.Release();
        var finished = await first.OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(second.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(second.Error, Does.Contain("the stack is currently locked by"));
            Assert.That(finished.ExitCode, Is.Zero, finished.Output);
            Assert.That(finished.Output, Does.Contain("a waits to be released"), "progress");
        });
        await _sandbox.UpAsync("--expect-no-changes");
    }

    [Test]
    public async Task Interrupt_Once_StopsTheProviderSavesAndUnlocks()
    {
        _sandbox.Declare("""{"things":[{"name":"a"},{"name":"b","after":"a","wait":"patient"}]}""");
        using var interrupts = new Interrupts();
        var run = await _sandbox.StartWaitingAsync(interrupts);

        interrupts.Signal("^C");
        var result = await run.OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Error, Does.Contain("^C received; cancelling. If you would like to terminate immediately, press ^C again."));
            Assert.That(result.Error, Does.Contain("orphaned resources"));
        });
        _sandbox.Declare("""{"things":[{"name":"a"}]}""");
        await _sandbox.UpAsync("--expect-no-changes");
    }

    [Test]
    public async Task Interrupt_Twice_StopsAtOnceAndLeavesThePendingOperation()
    {
        _sandbox.Declare("""{"things":[{"name":"a","wait":"stubborn"}]}""");
        using var interrupts = new Interrupts();
        var run = await _sandbox.StartWaitingAsync(interrupts);

        interrupts.Signal("SIGTERM");
        interrupts.Signal("SIGTERM");
        var result = await run.OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Error, Does.Contain("SIGTERM received; terminating"));
        });
        var state = JObject.Parse(await _sandbox.Cli.SucceedAsync("stack", "export"));
        Assert.That((string?)state["deployment"]!["pending_operations"]![0]!["type"], Is.EqualTo("creating"));
    }
}
