using System.Collections.Immutable;

namespace Pulumi;

/// <summary>
/// Everything that a program started and did not await: registrations, messages, outputs. The program ends when all
/// of it has, or as soon as one fails.
/// </summary>
internal sealed class TaskTracker
{
    private readonly Lock _gate = new();
    private readonly List<Exception> _failures = [];
    private TaskCompletionSource<ImmutableArray<Exception>>? _waiting;
    private int _running;

    /// <summary>Adds a task.</summary>
    public void Track(Task task)
    {
        if (task.IsCompletedSuccessfully)
        {
            return;
        }

        lock (_gate)
        {
            _running++;
        }

        task.ContinueWith(OnEnd, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>The failures so far as soon as there is one, or none once no task is left.</summary>
    public Task<ImmutableArray<Exception>> WaitForIdleOrFailureAsync()
    {
        lock (_gate)
        {
            if (_running == 0 || _failures.Count > 0)
            {
                return Task.FromResult(TakeFailures());
            }

            _waiting ??= new TaskCompletionSource<ImmutableArray<Exception>>(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiting.Task;
        }
    }

    private void OnEnd(Task task)
    {
        lock (_gate)
        {
            _running--;
            if (task.Exception is { } exception)
            {
                _failures.AddRange(exception.InnerExceptions);
            }

            if (_waiting is not null && (_running == 0 || _failures.Count > 0))
            {
                _waiting.SetResult(TakeFailures());
                _waiting = null;
            }
        }
    }

    // One failure ends several tasks: that of the resource, and of each output derived from it.
    private ImmutableArray<Exception> TakeFailures()
    {
        var failures = _failures.Distinct().ToImmutableArray();
        _failures.Clear();
        return failures;
    }
}
