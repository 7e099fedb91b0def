using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Events;

namespace Pulumi.Engine.Plugins;

/// <summary>One reason why inputs were refused; the property may be empty.</summary>
internal sealed record InputFailure(string Property, string Reason);

/// <summary>The checked inputs, or why they were refused.</summary>
internal sealed record CheckOutcome(PropertyMap Inputs, ImmutableArray<InputFailure> Failures)
{
    public static CheckOutcome Accepted(PropertyMap inputs) => new(inputs, []);
}

/// <summary>What a provider says about a difference.</summary>
internal enum DiffChanges
{
    /// <summary>It does not say: the engine compares inputs.</summary>
    Unknown,

    /// <summary>No difference.</summary>
    None,

    /// <summary>A difference.</summary>
    Some,
}

/// <summary>A difference, interpreted.</summary>
internal sealed record DiffOutcome
{
    public static DiffOutcome None { get; } = new() { Changes = DiffChanges.None };

    public required DiffChanges Changes { get; init; }

    public ImmutableArray<string> ReplaceKeys { get; init; } = [];

    public ImmutableArray<string> ChangedKeys { get; init; } = [];

    public ImmutableSortedDictionary<string, PropertyChange>? Detailed { get; init; }

    public bool DeleteBeforeReplace { get; init; }

    /// <summary>Whether the engine answered for a provider whose configuration is not known yet.</summary>
    public bool ConfigurationUnknown { get; init; }

    /// <summary>Whether the difference replaces the resource; only for <see cref="DiffChanges.Some"/>.</summary>
    public bool Replaces => Changes == DiffChanges.Some && (!ReplaceKeys.IsEmpty || Detailed?.Values.Any(change => change.Replaces) == true);
}

/// <summary>An object after a call that made, changed or read it.</summary>
/// <param name="Id">Its id; empty where a preview does not know it.</param>
/// <param name="Outputs">Its outputs; null where a read did not find it.</param>
/// <param name="Inputs">Its inputs, where the call was a read and the provider gave them.</param>
internal sealed record ObjectOutcome(string Id, PropertyMap? Outputs, PropertyMap? Inputs = null)
{
    /// <summary>Why its initialisation is unfinished; empty where it is not.</summary>
    public ImmutableArray<string> InitErrors { get; init; } = [];

    /// <summary>What a partial failure says as a whole; null for a success.</summary>
    public string? Failure { get; init; }

    public bool RefreshBeforeUpdate { get; init; }
}
