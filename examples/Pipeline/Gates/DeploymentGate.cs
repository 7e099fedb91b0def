using CloudUpdate.Pipeline.Fleet;
using CloudUpdate.Pipeline.Policies;

namespace CloudUpdate.Pipeline.Gates;

/// <summary>Preview first; update only what no rule stops.</summary>
internal static class DeploymentGate
{
    public static async Task<GateResult> RunAsync(RegionFleet fleet, TextWriter output)
    {
        var plans = await fleet.PlanAsync();
        PlanPrinter.Print(plans, output);
        var violations = Policy.Check(plans);
        foreach (var violation in violations)
        {
            await output.WriteLineAsync($"  stopped: {violation.Stack}/{violation.Resource} {violation.Detail}. Rule: {violation.Rule}");
        }

        if (violations.Count > 0)
        {
            return new GateResult(GateResult.Stopped, plans, violations);
        }

        await fleet.UpAsync();
        await output.WriteLineAsync("  updated all stacks");
        return new GateResult(GateResult.Passed, plans, []);
    }
}
