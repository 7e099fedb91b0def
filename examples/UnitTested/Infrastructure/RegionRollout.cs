using Pulumi;
using Pulumi.CloudUpdate;
using Pulumi.CloudUpdate.GlobalAccelerator;

namespace UnitTested.Infrastructure;

/// <summary>Gives a region its traffic in stages.</summary>
public sealed class RegionRollout : ComponentResource
{
    public RegionRollout(string name, RegionRolloutArgs args, ComponentResourceOptions? options = null)
        : base("unit-tested:index:RegionRollout", name, options)
    {
        var group = new EndpointGroup(
            name,
            new EndpointGroupArgs
            {
                EndpointGroupId = args.EndpointGroupId,
                TrafficDialPercentage = DialOf(args.Stage),
                OnDelete = OnDelete.Restore,
            },
            new CustomResourceOptions { Parent = this });

        Summary = Output.Format($"{group.RegionId} takes {group.TrafficDialPercentage} % of its traffic");
        RegisterOutputs();
    }

    /// <summary>The stage in words.</summary>
    [Output]
    public Output<string> Summary { get; private set; }

    private static int DialOf(string stage) => stage switch
    {
        "canary" => 5,
        "half" => 50,
        "full" => 100,
        _ => throw new ArgumentException($"'{stage}' is not a stage; there are canary, half and full."),
    };
}
