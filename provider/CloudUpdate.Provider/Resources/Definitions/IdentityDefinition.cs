using System.Collections.Immutable;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>What tells one object of a resource from another.</summary>
/// <param name="Door">How an existing object is adopted.</param>
/// <param name="Parts">The path parameters, in the order of the id.</param>
internal sealed record IdentityDefinition(AdoptionDoor Door, ImmutableArray<PropertyDefinition> Parts)
{
    /// <summary>Properties that make up the id, separated by slashes; a list is joined by commas. The parts, unless said otherwise.</summary>
    public ImmutableArray<PropertyDefinition> Segments { get; init; } = Parts;

    /// <summary>Member of the cloud's object that holds the last part.</summary>
    public string IdMember { get; init; } = "id";

    /// <summary>The last part: the id that the cloud assigns, or the name that the user gives.</summary>
    public PropertyDefinition Own => Parts[^1];

    /// <summary>Whether the cloud assigns the last part, so that only an adopting program gives it.</summary>
    public bool IsAssigned => Door is AdoptionDoor.ById;
}
