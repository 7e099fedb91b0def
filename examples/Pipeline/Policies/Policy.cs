using CloudUpdate.Pipeline.Plans;

namespace CloudUpdate.Pipeline.Policies;

/// <summary>The rules of this pipeline.</summary>
internal static class Policy
{
    public static IReadOnlyList<IPolicyRule> Rules { get; } = [new NoReplacement(), new TrafficDialStep(20), new NoPublicAccess()];

    /// <summary>Every way in which the plans break a rule.</summary>
    public static IReadOnlyList<PolicyViolation> Check(IEnumerable<DeploymentPlan> plans) =>
    [
        .. from plan in plans
           from resource in plan.Resources
           from rule in Rules
           from violation in rule.Violations(resource)
           select new PolicyViolation(plan.Stack, resource.Name, resource.Type, rule.Statement, violation),
    ];
}
