using System.Collections.Immutable;

namespace Pulumi.Automation.Events;

/// <summary>A resource as the state knows it.</summary>
public class StepEventStateMetadata
{
    internal StepEventStateMetadata()
    {
    }

    /// <summary>Its URN.</summary>
    public string Urn { get; internal init; } = string.Empty;

    /// <summary>Its type token.</summary>
    public string Type { get; internal init; } = string.Empty;

    /// <summary>Whether a provider manages it.</summary>
    public bool? Custom { get; internal init; }

    /// <summary>Whether it waits for its deletion.</summary>
    public bool? Delete { get; internal init; }

    /// <summary>Its id; empty where unknown.</summary>
    public string Id { get; internal init; } = string.Empty;

    /// <summary>URN of its parent; empty without one.</summary>
    public string Parent { get; internal init; } = string.Empty;

    /// <summary>Whether it is protected.</summary>
    public bool? Protect { get; internal init; }

    /// <summary>Inputs, secrets masked.</summary>
    public IImmutableDictionary<string, object> Inputs { get; internal init; } = ImmutableDictionary.Create<string, object>();

    /// <summary>Outputs, secrets masked.</summary>
    public IImmutableDictionary<string, object> Outputs { get; internal init; } = ImmutableDictionary.Create<string, object>();

    /// <summary>Reference of its provider.</summary>
    public string Provider { get; internal init; } = string.Empty;

    /// <summary>What is still to be done after a partial failure.</summary>
    public ImmutableArray<string>? InitErrors { get; internal init; }
}
