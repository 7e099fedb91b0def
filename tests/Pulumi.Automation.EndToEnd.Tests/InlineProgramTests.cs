using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.EndToEnd.Tests.Support;
using Pulumi.TestProgram;

namespace Pulumi.Automation.EndToEnd.Tests;

internal sealed class InlineProgramTests : SandboxTest
{
    [Test, CancelAfter(Limit)]
    public async Task Stack_FromCreationToRemoval_GivesTypedResults(CancellationToken cancellation)
    {
        using var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(DeclareThing)), cancellation);

        Assert.That(await stack.GetInfoAsync(cancellation), Is.Null);
        var preview = await stack.PreviewAsync(cancellationToken: cancellation);
        Assert.That(preview.ChangeSummary, Is.EqualTo(new Dictionary<OperationType, int> { [OperationType.Create] = 2 }));
        Assert.That(Sandbox.Cloud, Is.Empty);

        var up = await stack.UpAsync(new UpOptions { Message = "first" }, cancellation);
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
            Assert.That(up.Summary.ResourceChanges![OperationType.Create], Is.EqualTo(2));
            Assert.That(up.StandardOutput, Does.Contain("+ 2 created").And.Not.Contain("hunter2"));
        });

        var again = await stack.UpAsync(new UpOptions { ExpectNoChanges = true }, cancellation);
        Assert.That(again.Summary.ResourceChanges, Is.EqualTo(new Dictionary<OperationType, int> { [OperationType.Same] = 2 }));

        Sandbox.Change("thing-a-plain", thing => thing["size"] = 8);
        var refresh = await stack.RefreshAsync(new RefreshOptions(), cancellation);
        Assert.Multiple(() =>
        {
            Assert.That(refresh.Summary.Kind, Is.EqualTo(UpdateKind.Refresh));
            Assert.That(refresh.Summary.ResourceChanges![OperationType.Update], Is.EqualTo(1));
        });

        var destroy = await stack.DestroyAsync(new DestroyOptions { Message = "over" }, cancellation);
        Assert.Multiple(() =>
        {
            Assert.That(destroy.Summary.Kind, Is.EqualTo(UpdateKind.Destroy));
            Assert.That(destroy.Summary.ResourceChanges![OperationType.Delete], Is.EqualTo(2));
            Assert.That(Sandbox.Cloud, Is.Empty);
        });

        await CheckHistoryAsync(stack, cancellation);
        await stack.Workspace.RemoveStackAsync("dev", cancellation);
        await Assert.ThatAsync(() => WorkspaceStack.SelectAsync("dev", stack.Workspace, cancellation), Throws.TypeOf<StackNotFoundException>());
    }

    [Test, CancelAfter(Limit)]
    public async Task Program_OfTheOptions_StandsInForTheStacksOwn(CancellationToken cancellation)
    {
        using var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(() => { })), cancellation);

        var up = await stack.UpAsync(new UpOptions { Program = PulumiFn.Create<ThingStack>() }, cancellation);

        Assert.That(up.Summary.ResourceChanges![OperationType.Create], Is.EqualTo(2));
        Assert.That(up.Outputs["Size"].Value, Is.EqualTo(5L));
    }

    [Test, CancelAfter(Limit)]
    public async Task Workspace_DisposedOf_TakesItsFolderAlong(CancellationToken cancellation)
    {
        var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(() => { })), cancellation);
        Assert.That(Path.Combine(stack.Workspace.WorkDir, "Pulumi.yaml"), Does.Exist);

        stack.Dispose();

        Assert.That(stack.Workspace.WorkDir, Does.Not.Exist);
    }

    private static async Task CheckHistoryAsync(WorkspaceStack stack, CancellationToken cancellation)
    {
        var all = await stack.GetHistoryAsync(cancellationToken: cancellation);
        var second = await stack.GetHistoryAsync(new HistoryOptions { PageSize = 3, Page = 2 }, cancellation);
        var latest = await stack.GetInfoAsync(cancellation);
        Assert.Multiple(() =>
        {
            Assert.That(all.Select(entry => entry.Kind), Is.EqualTo(new[] { UpdateKind.Destroy, UpdateKind.Refresh, UpdateKind.Update, UpdateKind.Update }));
            Assert.That(all.Select(entry => entry.Version), Is.Ordered.Descending);
            Assert.That(all.All(entry => entry.StartTime <= entry.EndTime && entry.StartTime > DateTimeOffset.UnixEpoch), Is.True);
            Assert.That(second.Select(entry => entry.Message), Is.EqualTo(new[] { "first" }));
            Assert.That(latest!.Message, Is.EqualTo("over"));
        });
    }

    private static Dictionary<string, object?> DeclareThing() => new()
    {
        ["size"] = new Thing("a", new ThingArgs { Size = 3 }).Size,
        ["password"] = Output.CreateSecret("hunter2"),
    };

    private sealed class ThingStack : Stack
    {
        public ThingStack() => Size = new Thing("b", new ThingArgs { Size = 5 }).Size;

        [Output]
        public Output<double?> Size { get; set; }
    }
}
