using CloudUpdate.Pipeline.Plans;

namespace CloudUpdate.Pipeline.Policies;

/// <summary>Something that a plan must not do.</summary>
internal interface IPolicyRule
{
    /// <summary>What the rule says, in one sentence.</summary>
    string Statement { get; }

    /// <summary>How a resource breaks it; empty where it does not.</summary>
    IEnumerable<string> Violations(PlannedResource resource);
}
