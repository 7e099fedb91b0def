using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.EndToEnd.Tests.Support;
using Pulumi.Automation.Events;
using Pulumi.TestProgram;

namespace Pulumi.Automation.EndToEnd.Tests;

/// <summary>All operations on one stack with an inline program: what they return, which events they give, what the history keeps.</summary>
internal sealed class LifeCycleTests : SandboxTest
{
    private WorkspaceStack _stack = null!;

    [Test, CancelAfter(Limit)]
    public async Task Stack_FromCreationToRemoval_GivesTypedResultsAndCompleteEvents(CancellationToken cancellation)
    {
        _stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(Declare)), cancellation);
        Assert.That(await _stack.GetInfoAsync(cancellation), Is.Null);

        await PreviewAsync(cancellation);
        await UpAsync(cancellation);
        await RefreshAsync(cancellation);
        await DestroyAsync(cancellation);
        await CheckHistoryAsync(cancellation);

        await _stack.Workspace.RemoveStackAsync("dev", cancellation);
        await Assert.ThatAsync(() => WorkspaceStack.SelectAsync("dev", _stack.Workspace, cancellation), Throws.TypeOf<StackNotFoundException>());
    }

    [TearDown]
    public void DisposeStack() => _stack?.Dispose();

    private async Task PreviewAsync(CancellationToken cancellation)
    {
        var events = new EventList();
        var preview = await _stack.PreviewAsync(new PreviewOptions { OnEvent = events.Add }, cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(preview.ChangeSummary, Is.EqualTo(new Dictionary<OperationType, int> { [OperationType.Create] = 3 }));
            Assert.That(Sandbox.Cloud, Is.Empty);
            events.CheckFrame();
            Assert.That(events.Steps, Is.EqualTo(new[] { "Create proj-dev", "Create a", "Create b" }));
            Assert.That(events.All.Select(entry => entry.ResourcePreEvent).OfType<ResourcePreEvent>().All(entry => entry.Planning == true), Is.True);
        });
    }

    private async Task UpAsync(CancellationToken cancellation)
    {
        var events = new EventList();
        var up = await _stack.UpAsync(new UpOptions { Message = "first", OnEvent = events.Add }, cancellation);
        var again = await _stack.UpAsync(new UpOptions { ExpectNoChanges = true }, cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(up.Outputs["size"].Value, Is.TypeOf<long>().And.EqualTo(3));
            Assert.That(up.Outputs["size"].IsSecret, Is.False);
            Assert.That(up.Outputs["password"].Value, Is.EqualTo("hunter2"));
            Assert.That(up.Outputs["password"].IsSecret, Is.True);
            Assert.That(up.Summary.Kind, Is.EqualTo(UpdateKind.Update));
            Assert.That(up.Summary.Result, Is.EqualTo(UpdateState.Succeeded));
            Assert.That(up.Summary.Message, Is.EqualTo("first"));
            Assert.That(up.Summary.Environment["exec.kind"], Is.EqualTo("auto.inline"));
            Assert.That(up.Summary.ResourceChanges![OperationType.Create], Is.EqualTo(3));
            Assert.That(up.StandardOutput, Does.Contain("+ 3 created").And.Not.Contain("hunter2"));
            events.CheckFrame();
            Assert.That(events.Steps, Is.EqualTo(new[] { "Create proj-dev", "Create a", "Create b" }));
            Assert.That(events.Ends, Is.SupersetOf(new[] { "Create a", "Create b" }));
            Assert.That(events.Summary.ResourceChanges[OperationType.Create], Is.EqualTo(3));
            Assert.That(again.Summary.ResourceChanges, Is.EqualTo(new Dictionary<OperationType, int> { [OperationType.Same] = 3 }));
        });
    }

    private async Task RefreshAsync(CancellationToken cancellation)
    {
        Sandbox.Change("thing-a-plain", thing => thing["size"] = 8);
        var events = new EventList();
        var refresh = await _stack.RefreshAsync(new RefreshOptions { OnEvent = events.Add }, cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(refresh.Summary.Kind, Is.EqualTo(UpdateKind.Refresh));
            Assert.That(refresh.Summary.ResourceChanges![OperationType.Update], Is.EqualTo(1));
            events.CheckFrame();
            Assert.That(events.Ends, Is.SupersetOf(new[] { "Update a", "Same b" }));
        });
    }

    private async Task DestroyAsync(CancellationToken cancellation)
    {
        var events = new EventList();
        var destroy = await _stack.DestroyAsync(new DestroyOptions { Message = "over", OnEvent = events.Add }, cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(destroy.Summary.Kind, Is.EqualTo(UpdateKind.Destroy));
            Assert.That(destroy.Summary.ResourceChanges![OperationType.Delete], Is.EqualTo(3));
            Assert.That(Sandbox.Cloud, Is.Empty);
            events.CheckFrame();
            Assert.That(events.Steps, Is.EqualTo(new[] { "Delete b", "Delete a", "Delete proj-dev" }));
        });
    }

    private async Task CheckHistoryAsync(CancellationToken cancellation)
    {
        var all = await _stack.GetHistoryAsync(cancellationToken: cancellation);
        var second = await _stack.GetHistoryAsync(new HistoryOptions { PageSize = 3, Page = 2 }, cancellation);
        var latest = await _stack.GetInfoAsync(cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(all.Select(entry => entry.Kind), Is.EqualTo(new[] { UpdateKind.Destroy, UpdateKind.Refresh, UpdateKind.Update, UpdateKind.Update }));
            Assert.That(all.Select(entry => entry.Version), Is.Ordered.Descending);
            Assert.That(all.All(entry => entry.StartTime <= entry.EndTime && entry.StartTime > DateTimeOffset.UnixEpoch), Is.True);
            Assert.That(second.Select(entry => entry.Message), Is.EqualTo(new[] { "first" }));
            Assert.That(latest!.Message, Is.EqualTo("over"));
        });
    }

    private static Dictionary<string, object?> Declare()
    {
        var first = new Thing("a", new ThingArgs { Size = 3 });
        _ = new Thing("b", new ThingArgs(), new CustomResourceOptions { DependsOn = first });
        return new Dictionary<string, object?> { ["size"] = first.Size, ["password"] = Output.CreateSecret("hunter2") };
    }
}
