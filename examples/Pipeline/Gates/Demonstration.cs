using CloudUpdate.Pipeline.Fleet;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Pipeline.Gates;

/// <summary>Four situations that a gate meets, each on clouds of its own.</summary>
internal static class Demonstration
{
    /// <summary>The situations by name.</summary>
    public static IReadOnlyDictionary<string, Func<RegionFleet, TextWriter, Task<GateResult>>> All { get; } =
        new Dictionary<string, Func<RegionFleet, TextWriter, Task<GateResult>>>
        {
            ["deploy"] = DeployAsync,
            ["policy"] = PolicyAsync,
            ["blind"] = BlindAsync,
            ["drift"] = DriftAsync,
        };

    /// <summary>The exit code that each situation has to end with.</summary>
    public static IReadOnlyDictionary<string, int> Expected { get; } = new Dictionary<string, int>
    {
        ["deploy"] = GateResult.Passed,
        ["policy"] = GateResult.Stopped,
        ["blind"] = GateResult.Stopped,
        ["drift"] = GateResult.Drifted,
    };

    private static async Task<GateResult> DeployAsync(RegionFleet fleet, TextWriter output)
    {
        await output.WriteLineAsync("A change within the rules: every traffic dial goes down by 15 points.");
        await ConfigureAsync(fleet, trafficDial: "85");
        return await DeploymentGate.RunAsync(fleet, output);
    }

    private static async Task<GateResult> PolicyAsync(RegionFleet fleet, TextWriter output)
    {
        await output.WriteLineAsync("A slip of the pen: europe's traffic dial would fall to 8, in an adoption, which the engine counts as a creation.");
        await ConfigureAsync(fleet, trafficDial: "85");
        await fleet.ConfigureAsync("trafficDial", "8", Region.All.Single(region => region.Stack == "europe"));
        return await DeploymentGate.RunAsync(fleet, output);
    }

    private static async Task<GateResult> BlindAsync(RegionFleet fleet, TextWriter output)
    {
        await output.WriteLineAsync("A preview that may not read the clouds: how far the dials would move is not known, so nothing is let through.");
        await ConfigureAsync(fleet, trafficDial: "85");
        await fleet.ConfigureProviderAsync("previewReads", "never");
        return await DeploymentGate.RunAsync(fleet, output);
    }

    private static async Task<GateResult> DriftAsync(RegionFleet fleet, TextWriter output)
    {
        await ConfigureAsync(fleet, trafficDial: "85");
        await DeploymentGate.RunAsync(fleet, TextWriter.Null);
        await output.WriteLineAsync("After the update somebody turns america's traffic dial in the console.");
        var america = Region.All.Single(region => region.Stack == "america");
        await fleet.Clouds.ChangeAsync("ga.endpointGroup", america.EndpointGroupId, new JObject { ["traffic_dial_percentage"] = 40 });
        return await DriftGate.RunAsync(fleet, output);
    }

    private static async Task ConfigureAsync(RegionFleet fleet, string trafficDial)
    {
        await fleet.ConfigureAsync("trafficDial", trafficDial);
        await fleet.ConfigureAsync("clusterDescription", "Looked after by the fleet pipeline");
    }
}
