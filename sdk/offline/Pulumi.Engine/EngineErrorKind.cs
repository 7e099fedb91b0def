namespace Pulumi.Engine;

/// <summary>Kinds of <see cref="EngineException"/>.</summary>
public enum EngineErrorKind
{
    /// <summary>Everything without a kind of its own.</summary>
    General,

    /// <summary>The stack named does not exist.</summary>
    StackNotFound,

    /// <summary>The stack to create exists.</summary>
    StackAlreadyExists,

    /// <summary>Another operation holds the stack's lock.</summary>
    StackLocked,

    /// <summary>The stack to remove still has resources.</summary>
    StackHasResources,

    /// <summary>A project file, stack file or configuration value is wrong or missing.</summary>
    InvalidConfiguration,

    /// <summary>The passphrase is missing or wrong.</summary>
    Secrets,

    /// <summary>A snapshot breaks the integrity rules or is newer than this engine.</summary>
    InvalidSnapshot,

    /// <summary>A feature of the Pulumi command line that this engine leaves out.</summary>
    Unsupported,
}
