using Pulumi.Automation.Commands;
using Pulumi.Automation.Commands.Exceptions;

namespace Pulumi.Automation.Tests;

public sealed class CommandTests
{
    private static readonly Dictionary<string, string?> NoVariables = [];

    [Test]
    public void FullArguments_WithSeparator_PutsFlagsInFrontOfIt()
    {
        var call = new CommandCall(["config", "set", "key", "--", "--value"], ".", NoVariables);

        Assert.That(call.FullArguments(null), Is.EqualTo(new[] { "config", "set", "key", "--non-interactive", "--", "--value" }));
    }

    [Test]
    public void FullArguments_WithEventLog_NamesIt()
    {
        var call = new CommandCall(["up"], ".", NoVariables);

        Assert.That(call.FullArguments("/log"), Is.EqualTo(new[] { "up", "--non-interactive", "--event-log", "/log" }));
    }

    [TestCase("error: no stack named 'dev' found", typeof(StackNotFoundException))]
    [TestCase("error: stack 'dev' already exists", typeof(StackAlreadyExistsException))]
    [TestCase("error: the stack is currently locked by 1 lock(s).", typeof(ConcurrentUpdateException))]
    [TestCase("error: [409] Conflict: Another update is currently in progress.", typeof(ConcurrentUpdateException))]
    [TestCase("error: update failed", typeof(CommandException))]
    public void Failure_ByStandardError_HasItsOwnType(string error, Type expected)
    {
        var failure = CommandFailure.Of(new CommandOutcome(255, "out", error));

        Assert.That(failure, Is.TypeOf(expected));
        Assert.That(failure.Message, Is.EqualTo($"code: 255\nstdout: out\nstderr: {error}"));
        Assert.That(failure.Name, Is.EqualTo(expected.Name));
    }

    [TestCase("v3.1.0\n", "3.1.0")]
    [TestCase("3.205.0-dev.1", "3.205.0-dev.1")]
    public void Version_NewEnough_IsTaken(string printed, string expected) =>
        Assert.That(VersionCheck.Require(printed, skip: false), Is.EqualTo(expected));

    [TestCase("v3.0.9", "Minimum version requirement failed")]
    [TestCase("v2.99.0", "Minimum version requirement failed")]
    [TestCase("v4.0.0", "Major version mismatch")]
    [TestCase("banana", "Failed to get Pulumi version")]
    public void Version_NotFit_IsRefused(string printed, string message) =>
        Assert.That(() => VersionCheck.Require(printed, skip: false), Throws.InvalidOperationException.With.Message.StartsWith(message));

    [Test]
    public void Version_CheckSkipped_IsTakenAsItIs() => Assert.That(VersionCheck.Require("banana", skip: true), Is.EqualTo("banana"));

    [Test]
    public void Lines_InPieces_ComeOutWhole()
    {
        var lines = new LineAssembler();

        Assert.Multiple(() =>
        {
            Assert.That(lines.Take("{\"a\""), Is.Empty);
            Assert.That(lines.Take(":1}\r\n{\"b\":2}\n{"), Is.EqualTo(new[] { "{\"a\":1}", "{\"b\":2}" }));
            Assert.That(lines.Take("}\n"), Is.EqualTo(new[] { "{}" }));
        });
    }

    [Test]
    public void Flags_OfUp_ComeInTheDocumentedOrder()
    {
        var flags = OptionFlags.Of(new UpOptions
        {
            ExpectNoChanges = true,
            ShowReads = false,
            Diff = true,
            Replace = ["urn:r"],
            TargetDependents = true,
            ContinueOnError = true,
            Refresh = true,
            Parallel = 2,
            Message = "why",
            Target = ["urn:t"],
            Color = "never",
            Debug = false,
        });

        Assert.That(flags, Is.EqualTo(new[]
        {
            "--expect-no-changes", "--show-reads=false", "--diff", "--replace", "urn:r", "--target-dependents", "--continue-on-error", "--refresh",
            "--parallel", "2", "--message", "why", "--target", "urn:t", "--color", "never",
        }));
    }
}
