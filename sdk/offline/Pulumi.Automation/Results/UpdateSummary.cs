using System.Collections.Immutable;

namespace Pulumi.Automation;

/// <summary>One entry of a stack's history.</summary>
public sealed class UpdateSummary
{
    internal UpdateSummary()
    {
    }

    /// <summary>Which operation.</summary>
    public UpdateKind Kind { get; internal init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset StartTime { get; internal init; }

    /// <summary>The message given for it.</summary>
    public string Message { get; internal init; } = string.Empty;

    /// <summary>Facts about where it ran.</summary>
    public IImmutableDictionary<string, string> Environment { get; internal init; } = ImmutableDictionary.Create<string, string>();

    /// <summary>The configuration in force.</summary>
    public IImmutableDictionary<string, ConfigValue> Config { get; internal init; } = ImmutableDictionary.Create<string, ConfigValue>();

    /// <summary>How it ended.</summary>
    public UpdateState Result { get; internal init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset EndTime { get; internal init; }

    /// <summary>Version of the stack after it.</summary>
    public int? Version { get; internal init; }

    /// <summary>The state, where the backend keeps it.</summary>
    public string? Deployment { get; internal init; }

    /// <summary>How many resources each operation touched.</summary>
    public IImmutableDictionary<OperationType, int>? ResourceChanges { get; internal init; }
}
