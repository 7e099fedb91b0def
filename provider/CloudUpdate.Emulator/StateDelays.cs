namespace CloudUpdate.Emulator;

/// <summary>How long objects of one cloud stay in their intermediate states, measured on the emulator's clock.</summary>
/// <param name="Creating">From create to the final state. Zero: the create answer already shows the final state.</param>
/// <param name="Updating">From update to the final state. Zero as above.</param>
/// <param name="Deleting">From delete until reads say that the object is gone. Zero: at once.</param>
public sealed record StateDelays(TimeSpan Creating, TimeSpan Updating, TimeSpan Deleting)
{
    /// <summary>Every state is reached at once.</summary>
    public static StateDelays None { get; } = All(TimeSpan.Zero);

    /// <summary>The same delay for all three.</summary>
    /// <param name="delay">The delay.</param>
    public static StateDelays All(TimeSpan delay) => new(delay, delay, delay);
}
