namespace CloudUpdate.Provider.Clouds.Waiting;

/// <summary>How a wait stands.</summary>
/// <param name="Subject">What is waited for.</param>
/// <param name="State">The state seen last.</param>
/// <param name="Elapsed">The time since the wait began.</param>
/// <param name="Remaining">The time until the deadline.</param>
internal sealed record WaitProgress(string Subject, string State, TimeSpan Elapsed, TimeSpan Remaining);
