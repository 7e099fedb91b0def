using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.EndToEnd.Tests.Support;
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
    public async Task Provider_RefusesOneCreation_TheOthersStayAndTheNextUpdateGoesOn(CancellationToken cancellation)
    {
        var refused = true;
        var errors = new List<string>();
        using var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(() =>
        {
            var first = new Thing("a", new ThingArgs());
            var args = new ThingArgs();
            if (refused)
            {
                args.Fail = "create";
            }

            _ = new Thing("b", args, new CustomResourceOptions { DependsOn = first });
        })), cancellation);

        await Assert.ThatAsync(
            () => stack.UpAsync(new UpOptions { OnStandardError = errors.Add }, cancellation),
            Throws.TypeOf<CommandException>().With.Message.Contains("the test cloud refuses this create"));
        Assert.That(Sandbox.Cloud.Properties().Select(thing => thing.Name), Is.EqualTo(new[] { "thing-a-plain" }));

        refused = false;
        var next = await stack.UpAsync(cancellationToken: cancellation);
        Assert.That(next.Summary.ResourceChanges![OperationType.Create], Is.EqualTo(1));
        Assert.That(Sandbox.Cloud.Count, Is.EqualTo(2));
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
