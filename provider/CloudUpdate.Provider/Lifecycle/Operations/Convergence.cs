using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>
/// Brings an existing object to what is desired: reads it, writes what differs, waits until reads show it and the object is in a final
/// state. Knows at every moment what was seen and what may have been written, so that a failure loses nothing.
/// </summary>
/// <param name="context">The operation.</param>
/// <param name="target">The object.</param>
/// <param name="view">The inputs that a read depends on.</param>
/// <param name="planner">What is to be written, from what is there.</param>
internal sealed class Convergence(
    OperationContext context, ObjectTarget target, PropertyMap view, Func<LiveObject, WritePlan> planner)
{
    private readonly StateWait _wait = new(context, target);

    /// <summary>The object as last seen; null before the first read, or if it does not exist.</summary>
    public LiveObject? Live { get; private set; }

    /// <summary>What the object was at adoption; null where nobody will ask.</summary>
    public Baseline? Baseline { get; set; }

    /// <summary>Whether anything may have been written.</summary>
    public bool MayHaveWritten { get; private set; }

    /// <summary>What was, or was going to be, written.</summary>
    public WritePlan? Plan { get; private set; }

    /// <summary>Whether a failed state is none of this operation's business as long as it writes nothing.</summary>
    public bool PassesOverFailures { get; init; }

    /// <summary>Called with the first read, before anything is written.</summary>
    public Action<LiveObject>? OnFirstRead { get; init; }

    /// <summary>Runs to the end. False if the object does not exist.</summary>
    public async Task<bool> RunAsync()
    {
        using var parent = new ParentLock(context, target);
        await parent.TakeAsync();
        if (!await ReadAsync())
        {
            return false;
        }

        if (_wait.IsPending(Live!))
        {
            parent.Release();
            await _wait.ForSettledAsync(Read);
            await parent.TakeAsync();
            if (!await ReadAsync())
            {
                return false;
            }
        }

        await WriteAsync(parent);
        if (!(PassesOverFailures && Plan!.IsEmpty))
        {
            _wait.ThrowIfFailed(Live!);
        }

        return true;
    }

    private Task<LiveObject?> Read() => context.Driver.ReadAsync(target, view, context.Scope);

    private async Task<bool> ReadAsync()
    {
        var first = Live is null;
        Live = await Read();
        if (Live is not null && first)
        {
            OnFirstRead?.Invoke(Live);
        }

        return Live is not null;
    }

    private async Task WriteAsync(ParentLock parent)
    {
        Plan = planner(Live!);
        if (Plan.IsEmpty)
        {
            return;
        }

        _wait.ThrowIfLeaving(Live!);
        var answer = await SendAsync(Plan);
        Live = answer is not null && context.Driver.Shows(answer, Plan) ? answer : await _wait.ForDoneAsync(Seen(Plan, parent), Read);
    }

    private async Task<LiveObject?> SendAsync(WritePlan plan)
    {
        var before = Baseline;
        (Baseline, MayHaveWritten) = (before?.Before(plan.Changes), true);
        try
        {
            return await context.Driver.WriteAsync(target, Live!, plan, context.Scope);
        }
        catch (Exception error) when (ErrorMapping.ChangedNothing(error))
        {
            (Baseline, MayHaveWritten) = (before, false);
            throw;
        }
    }

    // The parent is free for others as soon as a read shows the write; waiting for the final state needs no lock.
    private Func<LiveObject, bool> Seen(WritePlan plan, ParentLock parent) => live =>
    {
        Live = live;
        if (!context.Driver.Shows(live, plan))
        {
            return false;
        }

        parent.Release();
        return true;
    };
}
