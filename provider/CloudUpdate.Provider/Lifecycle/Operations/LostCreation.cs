using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Finds what a creation made that was cancelled, or ran out of time, before its answer came.</summary>
/// <param name="context">The operation.</param>
/// <param name="inputs">The checked inputs.</param>
internal sealed class LostCreation(OperationContext context, PropertyMap inputs)
{
    // A cancelled call should end within seconds.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    /// <summary>Whether something may exist although the creation failed with this error.</summary>
    public static bool MayHaveMade(Exception error) => error is OperationCanceledException or CloudException { MayHaveTakenEffect: true };

    /// <summary>The object that was made; null where there is none, or it cannot be told.</summary>
    /// <param name="location">Where it would be.</param>
    /// <param name="twins">What was there before.</param>
    public async Task<ObjectTarget?> FindAsync(EffectiveLocation location, ImmutableArray<ObjectTarget> twins)
    {
        var time = context.Scope.Time;
        using var limit = new CancellationTokenSource(s_patience, time);
        var scope = context.Scope with { Deadline = time.GetUtcNow() + s_patience, Cancellation = limit.Token };
        try
        {
            while (true)
            {
                if (await context.Maker.FindMadeAsync(inputs, location, twins, scope) is { } made)
                {
                    return made;
                }

                await Task.Delay(s_pause, time, limit.Token);
            }
        }
        catch (Exception error) when (error is CloudException or ResourceException or OperationCanceledException)
        {
            return null;
        }
    }
}
