using Newtonsoft.Json.Linq;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.EndToEnd.Tests.Support;

namespace Pulumi.Automation.EndToEnd.Tests;

internal sealed class LocalProgramTests : SandboxTest
{
    [Test, CancelAfter(Limit)]
    public async Task Stack_OfAProjectOnDisk_IsUpdated_AndAnExceptionInItDeletesNothing(CancellationToken cancellation)
    {
        Sandbox.Declare("""{"things":[{"name":"a","size":1},{"name":"b","after":"a"}],"outputs":{"url":"http://x"}}""");
        using var stack = await LocalWorkspace.CreateOrSelectStackAsync(Sandbox.Local("dev"), cancellation);

        var up = await stack.UpAsync(cancellationToken: cancellation);
        Sandbox.Declare("""{"things":[{"name":"a","size":2}]}""");
        var change = await stack.UpAsync(cancellationToken: cancellation);
        Sandbox.Declare("""{"throw":"the program gave up"}""");
        await Assert.ThatAsync(
            () => stack.UpAsync(cancellationToken: cancellation),
            Throws.TypeOf<CommandException>().With.Message.StartsWith("code: 1\nstdout: ").And.Message.Contains("the program gave up"));

        Assert.Multiple(() =>
        {
            Assert.That(up.Summary.ResourceChanges![OperationType.Create], Is.EqualTo(3));
            Assert.That(up.Outputs["url"].Value, Is.EqualTo("http://x"));
            Assert.That(up.Outputs["aId"].Value, Is.EqualTo("thing-a-plain"));
            Assert.That(up.Summary.Environment["exec.kind"], Is.EqualTo("auto.local"));
            Assert.That(change.Summary.ResourceChanges![OperationType.Update], Is.EqualTo(1));
            Assert.That(change.Summary.ResourceChanges[OperationType.Delete], Is.EqualTo(1));
            Assert.That(Sandbox.Cloud.ContainsKey("thing-a-plain"), Is.True);
            Assert.That(Sandbox.Locks, Is.Empty);
        });
    }

    [Test, CancelAfter(Limit)]
    public async Task Callback_ThatFails_LetsTheCommandEndFirst(CancellationToken cancellation)
    {
        // More than a pipe holds, so that the command would wait for its reader.
        Sandbox.Declare(new JObject { ["print"] = string.Join('\n', Enumerable.Repeat(new string('x', 100), 2_000)) }.ToString());
        using var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Local("dev"), cancellation);
        var thrown = new InvalidOperationException("the log is full");

        await Assert.ThatAsync(
            () => stack.PreviewAsync(new PreviewOptions { OnStandardOutput = _ => throw thrown }, cancellation), Throws.Exception.SameAs(thrown));
    }
}
