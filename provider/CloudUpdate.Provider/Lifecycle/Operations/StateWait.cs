using System.Globalization;
using CloudUpdate.Provider.Clouds.Waiting;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Waits for an object to be in a final state, and to show what was written to it.</summary>
/// <param name="context">The operation.</param>
/// <param name="target">The object.</param>
internal sealed class StateWait(OperationContext context, ObjectTarget target)
{
    private const string Ready = "(ready)";
    private const string NotShown = "(does not show the change yet)";
    private const string NeverShown = "(does not show the change)";

    /// <summary>The object.</summary>
    public ObjectTarget Target => target;

    private readonly StateRules? _states = context.Definition.States;

    /// <summary>Whether the object is still busy with an earlier change.</summary>
    public bool IsPending(LiveObject live) => _states is { } states && live.State is { } state
        && !states.Done.Contains(state) && !states.Failed.Contains(state) && !states.Leaving.Contains(state);

    /// <summary>Whether the object is in a state that it will not leave by itself, or is on its way out.</summary>
    public bool IsFailed(LiveObject live) =>
        _states is { } states && live.State is { } state && (states.Failed.Contains(state) || states.Leaving.Contains(state));

    /// <summary>Fails where the object is in a state that it will not leave by itself.</summary>
    public void ThrowIfFailed(LiveObject live)
    {
        if (IsFailed(live))
        {
            throw new ProviderException(ProviderErrorCode.FailedPrecondition, $"The {context.Definition.Title} {target.Id} is in state {Failure(live)}{Request(live)}.");
        }
    }

    private static string Request(LiveObject live) => live.RequestId is { } id ? $", request id {id}" : string.Empty;

    /// <summary>Fails where the object is on its way out.</summary>
    public void ThrowIfLeaving(LiveObject live)
    {
        if (live.State is { } state && _states?.Leaving.Contains(state) == true)
        {
            ThrowIfFailed(live);
        }
    }

    /// <summary>Why an object failed, in the cloud's words.</summary>
    public static string Failure(LiveObject live)
    {
        var why = string.Join(": ", new[] { live.Code, live.Reason }.Where(text => text is not null));
        return why.Length == 0 ? $"{live.State}" : $"{live.State} ({why})";
    }

    /// <summary>Waits until reads show the write and the state is final.</summary>
    /// <param name="shows">Whether a read shows the write; gets every read.</param>
    /// <param name="read">Reads the object.</param>
    public async Task<LiveObject> ForDoneAsync(Func<LiveObject, bool> shows, Func<Task<LiveObject?>> read)
    {
        LiveObject? last = null;
        var patience = context.Scope.Time.GetUtcNow() + context.Definition.ReadLag;
        var spec = Spec(_states is null ? [Ready] : [.. _states.Done, Ready], [.. Failing, NeverShown, StateObservation.Gone]);
        await context.Scope.Waiter.WaitAsync(spec, Observe, context.Scope.Cancellation);
        return last!;

        async Task<StateObservation> Observe(CancellationToken cancellation)
        {
            var live = await read();
            last = live ?? last;
            var impatient = context.Scope.Time.GetUtcNow() >= patience;
            return (live, live is not null && shows(live)) switch
            {
                (null, _) => new StateObservation(impatient ? StateObservation.Gone : NotShown),
                (_, true) => Observation(live),
                _ when !impatient || IsPending(live) => new StateObservation(NotShown),
                _ when Failing.Contains(live.State ?? string.Empty) => Observation(live),
                _ => new StateObservation(NeverShown) { Reason = "the cloud accepted the change, but still shows other values" },
            };
        }
    }

    /// <summary>Waits until the object is through with an earlier change, for good or bad.</summary>
    public Task ForSettledAsync(Func<Task<LiveObject?>> read)
    {
        var spec = Spec([.. _states?.Done ?? [], .. Failing, Ready, StateObservation.Gone], []);
        return context.Scope.Waiter.WaitAsync(spec, Observe, context.Scope.Cancellation);

        async Task<StateObservation> Observe(CancellationToken cancellation) =>
            await read() is { } live ? Observation(live) : new StateObservation(StateObservation.Gone);
    }

    /// <summary>Waits until the object is gone.</summary>
    public Task ForGoneAsync(Func<Task<LiveObject?>> read)
    {
        var spec = Spec([StateObservation.Gone], [.. _states?.Failed ?? []]);
        var patience = context.Scope.Time.GetUtcNow() + context.Definition.ReadLag;
        return context.Scope.Waiter.WaitAsync(spec, Observe, context.Scope.Cancellation);

        // Right after the call a read may still show the state from before it, a failed one too.
        async Task<StateObservation> Observe(CancellationToken cancellation)
        {
            var live = await read();
            return live is null ? new StateObservation(StateObservation.Gone)
                : context.Scope.Time.GetUtcNow() < patience ? new StateObservation("(still there)")
                : Observation(live);
        }
    }

    private IEnumerable<string> Failing => _states is null ? [] : _states.Failed.Union(_states.Leaving);

    private static StateObservation Observation(LiveObject live) =>
        new(live.State ?? Ready) { Code = live.Code, Reason = live.Reason, RequestId = live.RequestId };

    private WaitSpec Spec(HashSet<string> done, HashSet<string> failed) => new()
    {
        Service = context.Definition.Service,
        Operation = context.Definition.Update.Name,
        Subject = $"{context.Definition.Title} {target.Id}",
        Done = done,
        Failed = failed,
        Deadline = context.Scope.Deadline,
        OnProgress = progress => context.Notices.Progress(string.Create(
            CultureInfo.InvariantCulture,
            $"{progress.Subject} is in state {progress.State} since {progress.Elapsed.TotalSeconds:0} s; waiting up to {progress.Remaining.TotalSeconds:0} s more")),
    };
}
