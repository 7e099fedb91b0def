using System.Collections.Immutable;

namespace Pulumi.Automation.Events;

/// <summary>One step: a resource and what happens to it.</summary>
public class StepEventMetadata
{
    internal StepEventMetadata()
    {
    }

    /// <summary>The operation.</summary>
    public OperationType Op { get; internal init; }

    /// <summary>URN of the resource.</summary>
    public string Urn { get; internal init; } = string.Empty;

    /// <summary>Its type token.</summary>
    public string Type { get; internal init; } = string.Empty;

    /// <summary>As it was; null for a creation.</summary>
    public StepEventStateMetadata? Old { get; internal init; }

    /// <summary>As it will be; null for a deletion.</summary>
    public StepEventStateMetadata? New { get; internal init; }

    /// <summary>Properties that force a replacement.</summary>
    public ImmutableArray<string>? Keys { get; internal init; }

    /// <summary>Properties that differ.</summary>
    public ImmutableArray<string>? Diffs { get; internal init; }

    /// <summary>Differences by property path.</summary>
    public IImmutableDictionary<string, PropertyDiff>? DetailedDiff { get; internal init; }

    /// <summary>Whether the step is one that people count.</summary>
    public bool? Logical { get; internal init; }

    /// <summary>Reference of the provider.</summary>
    public string Provider { get; internal init; } = string.Empty;
}
