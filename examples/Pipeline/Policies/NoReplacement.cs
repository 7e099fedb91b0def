using CloudUpdate.Pipeline.Plans;
using Pulumi.Automation;

namespace CloudUpdate.Pipeline.Policies;

/// <summary>No object in production is replaced by a pipeline.</summary>
internal sealed class NoReplacement : IPolicyRule
{
    public string Statement => "No resource is replaced.";

    public IEnumerable<string> Violations(PlannedResource resource) => resource.Operation is OperationType.Replace
        ? [$"would be replaced because of {string.Join(", ", resource.ReplacementReasons)}"]
        : [];
}
