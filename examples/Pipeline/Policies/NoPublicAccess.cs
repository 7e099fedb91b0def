using CloudUpdate.Pipeline.Plans;

namespace CloudUpdate.Pipeline.Policies;

/// <summary>A pipeline does not open a cluster to the Internet.</summary>
internal sealed class NoPublicAccess : IPolicyRule
{
    public string Statement => "Public access is not switched on.";

    public IEnumerable<string> Violations(PlannedResource resource) => resource.Properties
        .Where(property => property is { Path: "publicAccessEnabled", New: true or PlannedProperty.Unknown } and not { Old: true })
        .Select(property => property.New is true ? "would switch publicAccessEnabled on" : "might switch publicAccessEnabled on: its value is not known yet");
}
