using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.EndToEnd.Tests.Support;
using Pulumi.Automation.Events;
using Pulumi.TestProgram;

namespace Pulumi.Automation.EndToEnd.Tests;

internal sealed class FailureTests : SandboxTest
{
    [Test, CancelAfter(Limit)]
    public async Task Exception_InAnInlineProgram_SurfacesItselfAndDeletesNothing(CancellationToken cancellation)
    {
        var thrown = new PaymentException("the budget is used up");
        var fails = false;
        using var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(() =>
        {
            _ = new Thing("a", new ThingArgs { Size = fails ? 2 : 1 });
            if (fails)
            {
                throw thrown;
            }

            _ = new Thing("b", new ThingArgs());
        })), cancellation);
        await stack.UpAsync(cancellationToken: cancellation);

        fails = true;
        await Assert.ThatAsync(() => stack.PreviewAsync(cancellationToken: cancellation), Throws.Exception.SameAs(thrown));
        await Assert.ThatAsync(() => stack.UpAsync(cancellationToken: cancellation), Throws.Exception.SameAs(thrown));

        Assert.Multiple(() =>
        {
            Assert.That(Sandbox.Cloud.Properties().Select(thing => thing.Name), Is.EquivalentTo(new[] { "thing-a-plain", "thing-b-plain" }));
            Assert.That(Sandbox.Locks, Is.Empty);
        });
        Assert.That((await stack.GetInfoAsync(cancellation))!.Result, Is.EqualTo(UpdateState.Failed));
    }

    [Test, CancelAfter(Limit)]
    public async Task Provider_RefusesOneCreation_TheOthersStayAndTheEventsSayWhy(CancellationToken cancellation)
    {
        using var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(() =>
        {
            var first = new Thing("a", new ThingArgs());
            _ = new Thing("b", new ThingArgs { Fail = "create" }, new CustomResourceOptions { DependsOn = first });
        })), cancellation);

        var events = new EventList();

        await Assert.ThatAsync(
            () => stack.UpAsync(new UpOptions { OnEvent = events.Add }, cancellation),
            Throws.TypeOf<CommandException>().With.Message.Contains("the test cloud refuses this create"));

        var diagnostic = events.All.Select(entry => entry.DiagnosticEvent).OfType<DiagnosticEvent>().First(entry => entry.Severity == "error");
        Assert.Multiple(() =>
        {
            Assert.That(Sandbox.Cloud.Properties().Select(thing => thing.Name), Is.EqualTo(new[] { "thing-a-plain" }));
            Assert.That(diagnostic.Message, Does.Contain("the test cloud refuses this create"));
            Assert.That(diagnostic.Urn, Does.EndWith("::b"));
            Assert.That(events.All.Single(entry => entry.ResourceOperationFailedEvent is not null).ResourceOperationFailedEvent!.Metadata.Urn, Does.EndWith("::b"));
            events.CheckFrame();
        });
    }

    [Test, CancelAfter(Limit)]
    public async Task Provider_RefusesInputs_PreviewFailsToo(CancellationToken cancellation)
    {
        using var stack = await LocalWorkspace.CreateStackAsync(
            Sandbox.Inline("dev", PulumiFn.Create(() => { _ = new Thing("a", new ThingArgs { Fail = "check" }); })), cancellation);

        await Assert.ThatAsync(
            () => stack.PreviewAsync(cancellationToken: cancellation),
            Throws.TypeOf<CommandException>().With.Message.Contains("it must be even"));
    }

    private sealed class PaymentException(string message) : Exception(message);
}
