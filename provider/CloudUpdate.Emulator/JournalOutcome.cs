namespace CloudUpdate.Emulator;

/// <summary>How a request ended for its sender.</summary>
public enum JournalOutcome
{
    /// <summary>A whole answer was sent.</summary>
    Answered,

    /// <summary>The connection was reset without an answer.</summary>
    Reset,

    /// <summary>The answer broke off in the middle.</summary>
    Truncated,

    /// <summary>The sender went away before an answer was ready.</summary>
    Abandoned,
}
