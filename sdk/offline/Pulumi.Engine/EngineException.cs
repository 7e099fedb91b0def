namespace Pulumi.Engine;

/// <summary>Something the user can act on: the message is meant to be shown as it is, without a stack trace.</summary>
public sealed class EngineException : Exception
{
    /// <summary>A general error.</summary>
    public EngineException(string message)
        : this(EngineErrorKind.General, message)
    {
    }

    /// <summary>An error of a kind that callers treat specially.</summary>
    public EngineException(EngineErrorKind kind, string message, Exception? cause = null)
        : base(message, cause) => Kind = kind;

    /// <summary>What went wrong, for exit codes.</summary>
    public EngineErrorKind Kind { get; }
}
