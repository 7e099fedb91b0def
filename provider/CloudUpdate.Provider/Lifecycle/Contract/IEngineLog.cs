namespace CloudUpdate.Provider.Lifecycle;

/// <summary>How loud a message is.</summary>
internal enum EngineSeverity
{
    /// <summary>Hidden unless the user asks for it.</summary>
    Debug,

    /// <summary>Shown.</summary>
    Info,

    /// <summary>Shown as a warning.</summary>
    Warning,

    /// <summary>Shown as an error; fails nothing by itself.</summary>
    Error,
}

/// <summary>The engine's log, which is what users see. Never blocks and never fails an operation.</summary>
internal interface IEngineLog
{
    /// <summary>Says something to the user.</summary>
    /// <param name="severity">How loud.</param>
    /// <param name="message">The text; never a secret.</param>
    /// <param name="urn">The resource it is about; empty for the stack.</param>
    /// <param name="ephemeral">Whether it belongs only to the live status line.</param>
    void Log(EngineSeverity severity, string message, string urn, bool ephemeral = false);
}
