using Pulumi;

namespace UnitTested.Infrastructure;

/// <summary>What a <see cref="RegionRollout"/> is made from.</summary>
public sealed class RegionRolloutArgs : ResourceArgs
{
    /// <summary>The region's endpoint group, which exists.</summary>
    public required Input<string> EndpointGroupId { get; init; }

    /// <summary>How far the region has come: canary, half or full.</summary>
    public required string Stage { get; init; }
}
