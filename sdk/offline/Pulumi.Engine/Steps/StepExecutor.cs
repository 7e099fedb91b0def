using System.Collections.Concurrent;
using Grpc.Core;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.Plugins;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Steps;

/// <summary>Carries out steps: those of one chain in order, chains beside each other. After the first failure no further step begins.</summary>
internal sealed class StepExecutor : IDisposable
{
    private readonly DeploymentContext _context;
    private readonly Action<Step> _onSuccess;
    private readonly bool _stopsOnFailure;
    private readonly SemaphoreSlim _slots;
    private readonly ConcurrentDictionary<Task, byte> _running = [];
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="context">The run.</param>
    /// <param name="onSuccess">Called after each success, before the program hears of it.</param>
    /// <param name="stopsOnFailure">Whether a failure keeps further steps from beginning.</param>
    public StepExecutor(DeploymentContext context, Action<Step> onSuccess, bool stopsOnFailure = true)
    {
        _context = context;
        _onSuccess = onSuccess;
        _stopsOnFailure = stopsOnFailure;
        _slots = new SemaphoreSlim(Math.Max(1, context.Options.Parallel));
    }

    public bool HasFailed { get; private set; }

    /// <summary>Completes when no further step will begin: after a failure or an interrupt.</summary>
    public Task Stopped => _stopped.Task;

    public bool IsStopped => _stopped.Task.IsCompleted;

    /// <summary>Lets no further step begin.</summary>
    public void Stop() => _stopped.TrySetResult();

    /// <summary>Fails the run.</summary>
    public void Fail()
    {
        HasFailed = true;
        Stop();
    }

    /// <summary>Begins a chain of steps.</summary>
    /// <returns>Whether all of them succeeded.</returns>
    public Task<bool> RunAsync(IReadOnlyList<Step> chain)
    {
        var task = RunChainAsync(chain);
        _running.TryAdd(task, 0);
        _ = task.ContinueWith(finished => _running.TryRemove(finished, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return task;
    }

    /// <summary>Waits until nothing runs.</summary>
    public async Task DrainAsync()
    {
        while (!_running.IsEmpty)
        {
            await Task.WhenAll(_running.Keys);
        }
    }

    public void Dispose() => _slots.Dispose();

    private async Task<bool> RunChainAsync(IReadOnlyList<Step> chain)
    {
        await Task.Yield();
        await _slots.WaitAsync();
        try
        {
            for (var index = 0; index < chain.Count; index++)
            {
                if (IsStopped || !await RunStepAsync(chain[index], index + 1))
                {
                    Refuse(chain);
                    return false;
                }
            }

            return true;
        }
        catch (Exception exception)
        {
            // A state that cannot be written, or an error of the engine itself: nothing may go on.
            _context.Events.Error(exception is EngineException or IOException ? exception.Message : exception.ToString());
            Fail();
            Refuse(chain);
            return false;
        }
        finally
        {
            _slots.Release();
        }
    }

    private static void Refuse(IReadOnlyList<Step> chain)
    {
        foreach (var step in chain)
        {
            step.Registration?.Refuse("resource monitor shut down while waiting on step's done channel");
        }
    }

    private async Task<bool> RunStepAsync(Step step, int number)
    {
        if (!step.IsSilent)
        {
            _context.Events.Before(step.Metadata());
        }

        var announcement = Announce(step);
        var failure = await ApplyAsync(step);
        var recorded = failure is null or { Status: OperationStatus.PartialFailure };
        _context.Journal.Complete(failure is { LeavesPending: true } ? null : announcement, recorded ? step.Record : null);
        if (failure is not null)
        {
            Report(step, failure, number);
            return false;
        }

        _onSuccess(step);
        if (!step.IsSilent)
        {
            Tell(step);
        }

        step.Registration?.Succeed(step.Resource, step.Metadata(), step is SkippedCreateStep);
        return true;
    }

    private void Tell(Step step)
    {
        var metadata = step.Metadata();
        if (step.Counts)
        {
            _context.Events.Count(metadata);
        }

        if (_context.Preview || step.TellsOutputs)
        {
            _context.Events.Outputs(metadata);
        }
    }

    private PendingOperation? Announce(Step step)
    {
        if (_context.Preview || step.Announcement is not { } kind)
        {
            return null;
        }

        var operation = new PendingOperation(step.Resource, kind);
        _context.Journal.Begin(operation);
        return operation;
    }

    private async Task<StepFailure?> ApplyAsync(Step step)
    {
        try
        {
            return await step.ApplyAsync(_context);
        }
        catch (ProviderException exception)
        {
            var interrupted = _context.Immediate.IsCancellationRequested && exception.Code == StatusCode.Cancelled;
            return new StepFailure(
                exception.Message, exception.StatusUnknown ? OperationStatus.Unknown : OperationStatus.Ok, LeavesPending: !exception.Answered || interrupted);
        }
        catch (OperationCanceledException)
        {
            return new StepFailure("terminated before an answer came", OperationStatus.Unknown, LeavesPending: true);
        }
    }

    private void Report(Step step, StepFailure failure, int number)
    {
        if (_context.Preview)
        {
            _context.Events.Error($"Preview failed: {failure.Message}", step.Resource.Urn);
        }
        else
        {
            _context.Events.Error(failure.Message, step.Resource.Urn);
            _context.Events.Failed(step.Metadata(), failure.Status, number);
        }

        HasFailed = true;
        if (_stopsOnFailure)
        {
            Stop();
        }
    }
}
