using Pulumi;

namespace Fleet;

/// <summary>What an <see cref="OrderIntake"/> is made from.</summary>
internal sealed class OrderIntakeArgs : ResourceArgs
{
    /// <summary>The region it is in.</summary>
    public required RegionSettings Region { get; init; }

    /// <summary>The listener whose traffic it takes a share of.</summary>
    public required Input<string> ListenerId { get; init; }
}
