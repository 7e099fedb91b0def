using Pulumi.Cli.Hosting;
using Pulumi.Cli.Tests.Support;

namespace Pulumi.Cli.Tests.Operations;

/// <summary>A person at a terminal. The answers are no, yes, details, from top to bottom; no is the default.</summary>
public sealed class ConfirmationTests
{
    private CloudSandbox _sandbox = null!;

    [SetUp]
    public async Task CreateSandbox()
    {
        _sandbox = await CloudSandbox.CreateAsync();
        _sandbox.Declare("""{"things":[{"name":"a","size":1}]}""");
    }

    [TearDown]
    public async Task RemoveSandbox() => await _sandbox.DisposeAsync();

    [Test]
    public async Task Up_Enter_IsNo()
    {
        var result = await AnswerAsync(["up"], ConsoleKey.Enter);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Declined));
            Assert.That(result.Output, Does.Contain("Do you want to perform this update?"));
            Assert.That(result.Error, Is.EqualTo("error: confirmation declined, not proceeding with the update\n"));
            Assert.That(_sandbox.Cloud, Is.Empty);
        });
    }

    [Test]
    public async Task Up_DetailsThenYes_ShowsThemAndGoesOn()
    {
        var result = await AnswerAsync(["up"], ConsoleKey.DownArrow, ConsoleKey.DownArrow, ConsoleKey.Enter, ConsoleKey.DownArrow, ConsoleKey.Enter);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero, result.Error);
            Assert.That(result.Output, Does.Contain($"[urn={CloudSandbox.UrnOf("a")}]").And.Contains("size: 1"));
            Assert.That(_sandbox.Cloud, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Up_InterruptedAtTheQuestion_DoesNothingAndShowsTheCursorAgain()
    {
        using var interrupts = new Interrupts();

        var result = await _sandbox.Cli.RunAtTerminalAsync(new TypedKeys { OnRead = () => interrupts.Signal("^C") }, interrupts, "up");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Error, Is.EqualTo("error: interrupted\n"));
            Assert.That(result.Output, Does.EndWith("\u001b[?25h\n").Using(StringComparison.Ordinal));
            Assert.That(_sandbox.Cloud, Is.Empty);
        });
    }

    [Test]
    public async Task Refresh_Question_SaysThatNoResourceIsModified()
    {
        var result = await AnswerAsync(["refresh"], ConsoleKey.Enter);

        Assert.That(result.Output, Does.Contain("No resources will be modified as part of this refresh; just your stack's state will be."));
    }

    [Test]
    public async Task StackRemove_WrongName_IsDeclined()
    {
        var declined = await AnswerAsync(["stack", "rm", "dev"], ConsoleKey.X, ConsoleKey.Enter);
        var removed = await AnswerAsync(["stack", "rm", "dev"], ConsoleKey.D, ConsoleKey.E, ConsoleKey.V, ConsoleKey.Enter);

        Assert.Multiple(() =>
        {
            Assert.That(declined.ExitCode, Is.EqualTo(ExitCode.Declined));
            Assert.That(removed.ExitCode, Is.Zero, removed.Error);
        });
    }

    [Test]
    public async Task Passphrase_NotInTheEnvironment_IsAskedForAndNotShown()
    {
        await _sandbox.Cli.SucceedAsync("config", "set", "key", "value", "--secret");
        _sandbox.Cli.Variables = _sandbox.Cli.Variables.Remove("PULUMI_CONFIG_PASSPHRASE");

        var result = await AnswerAsync(["config", "get", "key"], ConsoleKey.Q, ConsoleKey.W, ConsoleKey.E, ConsoleKey.Enter);

        Assert.Multiple(() =>
        {
            Assert.That(result.Output, Does.Contain("Enter your passphrase").And.Not.Contains("qwe"));
            Assert.That(result.Error, Is.EqualTo("error: incorrect passphrase\n"));
        });
    }

    [Test]
    public async Task NonInteractive_OnATerminal_AsksNothing() =>
        Assert.That((await AnswerAsync(["up", "--non-interactive"])).ExitCode, Is.EqualTo(ExitCode.Usage));

    private async Task<CliResult> AnswerAsync(string[] command, params ConsoleKey[] keys)
    {
        using var interrupts = new Interrupts();
        return await _sandbox.Cli.RunAtTerminalAsync(new TypedKeys(keys), interrupts, command);
    }
}
