using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Resources;

/// <summary>An object as the cloud shows it now.</summary>
/// <param name="Outputs">Its properties under their names in programs.</param>
internal record LiveObject(PropertyMap Outputs)
{
    /// <summary>Properties, and members of objects, that the answer says nothing about, not even that they have no value.</summary>
    public ImmutableArray<PropertyPath> Hidden { get; init; } = [];

    /// <summary>Where it stands; null for an API without states.</summary>
    public string? State { get; init; }

    /// <summary>The cloud's code for a failure.</summary>
    public string? Code { get; init; }

    /// <summary>The cloud's words for a failure.</summary>
    public string? Reason { get; init; }

    /// <summary>The request id of the answer that showed it.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether the answer says nothing about what stands at this path.</summary>
    public bool Hides(PropertyPath path) => Hidden.Any(hidden => hidden.Contains(path));

    /// <summary>The state; nothing else, since the rest may be secret.</summary>
    public sealed override string ToString() => State ?? "(no state)";
}
