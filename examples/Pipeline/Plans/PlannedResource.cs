using Pulumi.Automation;

namespace CloudUpdate.Pipeline.Plans;

/// <summary>What happens to one resource.</summary>
/// <param name="Urn">Its URN.</param>
/// <param name="Type">Its type token.</param>
/// <param name="Operation">The operation, as people count it: a replacement is one <see cref="OperationType.Replace"/>.</param>
/// <param name="Properties">The properties that change, adoption included.</param>
/// <param name="ReplacementReasons">The properties that force a replacement; empty without one.</param>
/// <param name="Adopted">Whether an existing object is adopted: a creation for the engine, a change for the cloud.</param>
public sealed record PlannedResource(
    string Urn,
    string Type,
    OperationType Operation,
    IReadOnlyList<PlannedProperty> Properties,
    IReadOnlyList<string> ReplacementReasons,
    bool Adopted)
{
    /// <summary>Its name in the program.</summary>
    public string Name => Urn[(Urn.LastIndexOf("::", StringComparison.Ordinal) + 2)..];
}
