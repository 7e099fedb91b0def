using CloudUpdate.Pipeline.Fleet;

namespace CloudUpdate.Pipeline.Gates;

/// <summary>Compares every stack with the cloud and changes nothing.</summary>
internal static class DriftGate
{
    public static async Task<GateResult> RunAsync(RegionFleet fleet, TextWriter output)
    {
        var drift = await fleet.DriftAsync();
        PlanPrinter.Print(drift, output);
        return new GateResult(drift.Any(plan => plan.Resources.Count > 0) ? GateResult.Drifted : GateResult.Passed, drift, []);
    }
}
