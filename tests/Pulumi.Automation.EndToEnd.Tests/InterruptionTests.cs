using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.EndToEnd.Tests.Support;
using Pulumi.Automation.Events;
using Pulumi.TestProgram;

namespace Pulumi.Automation.EndToEnd.Tests;

/// <summary>Updates that are stopped, and updates that meet.</summary>
internal sealed class InterruptionTests : SandboxTest
{
    private readonly TaskCompletionSource _waits = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [Test, CancelAfter(Limit)]
    [Platform(Exclude = "Win", Reason = "there the command can only be ended")]
    public async Task Update_Cancelled_SavesWhatIsDoneAndReleasesTheLock(CancellationToken cancellation)
    {
        using var stack = await OpenAsync(cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        var update = stack.UpAsync(new UpOptions { OnEvent = SeeThatItWaits }, stop.Token);
        await WaitsAsync(update, cancellation);
        await stop.CancelAsync();

        await Assert.ThatAsync(() => update, Throws.InstanceOf<OperationCanceledException>());
        var state = await stack.ExportStackAsync(cancellation);
        Assert.Multiple(() =>
        {
            Assert.That(Sandbox.Locks, Is.Empty);
            Assert.That(Names(state), Does.Contain("first").And.Not.Contain("second"));
        });
    }

    [Test, CancelAfter(Limit)]
    [Platform(Exclude = "Win", Reason = "there the command can only be ended")]
    public async Task Program_ThatIsStillRunning_SeesTheCancellation(CancellationToken cancellation)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(async token =>
        {
            _waits.TrySetResult();
            await using var registration = token.Register(stopped.SetResult);
            await stopped.Task;
        })), cancellation);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        var preview = stack.PreviewAsync(cancellationToken: stop.Token);
        await WaitsAsync(preview, cancellation);
        await stop.CancelAsync();

        await Assert.ThatAsync(() => preview, Throws.InstanceOf<OperationCanceledException>());
        await stopped.Task.WaitAsync(cancellation);
    }

    [Test, CancelAfter(Limit)]
    public async Task Update_OfAStackThatIsBeingUpdated_IsRefusedAndDisturbsNothing(CancellationToken cancellation)
    {
        using var stack = await OpenAsync(cancellation);
        var running = stack.UpAsync(new UpOptions { OnEvent = SeeThatItWaits }, cancellation);
        await WaitsAsync(running, cancellation);

        await Assert.ThatAsync(
            () => stack.UpAsync(cancellationToken: cancellation),
            Throws.TypeOf<ConcurrentUpdateException>().With.Message.Contains("the stack is currently locked by 1 lock(s)"));
        Assert.That((await stack.Workspace.GetStackAsync(cancellation))!.IsUpdateInProgress, Is.True);

        Sandbox.Release();
        Assert.That((await running).Summary.Result, Is.EqualTo(UpdateState.Succeeded));
        Assert.That(Sandbox.Locks, Is.Empty);
    }

    [Test, CancelAfter(Limit)]
    public async Task Cancel_TakesAwayALockThatWasLeftBehind(CancellationToken cancellation)
    {
        using var stack = await OpenAsync(cancellation);
        Sandbox.LeaveLock("dev");
        await Assert.ThatAsync(() => stack.UpAsync(cancellationToken: cancellation), Throws.TypeOf<ConcurrentUpdateException>());

        await stack.CancelAsync(cancellation);

        Assert.That(Sandbox.Locks, Is.Empty);
    }

    private Task<WorkspaceStack> OpenAsync(CancellationToken cancellation) => LocalWorkspace.CreateStackAsync(
        Sandbox.Inline("dev", PulumiFn.Create(() =>
        {
            var first = new Thing("first", new ThingArgs());
            _ = new Thing("second", new ThingArgs { Wait = "patient" }, new CustomResourceOptions { DependsOn = first });
        })), cancellation);

    private void SeeThatItWaits(EngineEvent engineEvent)
    {
        if (engineEvent.DiagnosticEvent?.Message.Contains("waits to be released", StringComparison.Ordinal) == true)
        {
            _waits.TrySetResult();
        }
    }

    // An update that ends instead says why.
    private async Task WaitsAsync(Task update, CancellationToken cancellation)
    {
        await Task.WhenAny(_waits.Task, update).WaitAsync(cancellation);
        if (!_waits.Task.IsCompleted)
        {
            await update;
        }
    }

    private static List<string> Names(StackDeployment state) =>
    [
        .. state.Json.GetProperty("deployment").GetProperty("resources").EnumerateArray()
            .Select(resource => resource.GetProperty("urn").GetString()!.Split("::")[^1]),
    ];
}
