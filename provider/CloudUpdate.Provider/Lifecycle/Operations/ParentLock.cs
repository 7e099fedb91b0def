using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>The lock of an object's parent, where the API has one; taken and released as an operation goes on.</summary>
/// <param name="context">The operation.</param>
/// <param name="target">The object.</param>
internal sealed class ParentLock(OperationContext context, ObjectTarget target) : IDisposable
{
    private IDisposable? _held;

    /// <summary>Waits for the lock, at most until the operation's deadline.</summary>
    /// <exception cref="ProviderException">The deadline came first.</exception>
    public async Task TakeAsync()
    {
        if (context.Definition.ParentKey?.Invoke(target) is not { } key)
        {
            return;
        }

        var scope = context.Scope;
        var left = scope.Deadline - scope.Time.GetUtcNow();
        using var deadline = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, scope.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(scope.Cancellation, deadline.Token);
        try
        {
            _held = await scope.Locks.AcquireAsync(key, either.Token);
        }
        catch (OperationCanceledException) when (!scope.Cancellation.IsCancellationRequested)
        {
            throw new ProviderException(
                ProviderErrorCode.TimedOut, $"{context.Doing("waiting to write to", target.Id)}: other writes to its parent did not end in time.");
        }
    }

    /// <summary>Lets others write.</summary>
    public void Release()
    {
        _held?.Dispose();
        _held = null;
    }

    /// <inheritdoc/>
    public void Dispose() => Release();
}
