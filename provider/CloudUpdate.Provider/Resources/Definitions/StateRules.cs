using System.Collections.Immutable;

namespace CloudUpdate.Provider.Resources;

/// <summary>How an object with a life of its own says where it stands. A state that is in no set is one to wait in.</summary>
/// <param name="Member">Member that holds the state.</param>
/// <param name="Done">States in which a change is through.</param>
/// <param name="Failed">States that a change does not leave by itself.</param>
internal sealed record StateRules(string Member, ImmutableHashSet<string> Done, ImmutableHashSet<string> Failed)
{
    /// <summary>States of an object on its way out: waited through by a delete, a failure for anything else.</summary>
    public ImmutableHashSet<string> Leaving { get; init; } = [];

    /// <summary>States of an object that is there in name only.</summary>
    public ImmutableHashSet<string> Gone { get; init; } = [];

    /// <summary>Member with the cloud's code for a failure; null for none.</summary>
    public string? CodeMember { get; init; }

    /// <summary>Member with the cloud's words for a failure; null for none.</summary>
    public string? ReasonMember { get; init; }
}
