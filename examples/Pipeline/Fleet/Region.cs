namespace CloudUpdate.Pipeline.Fleet;

/// <summary>What one stack looks after: existing objects of one region, known by their ids.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="EndpointGroupId">The region's endpoint group.</param>
/// <param name="ClusterId">The region's event stream cluster.</param>
internal sealed record Region(string Stack, string EndpointGroupId, string ClusterId)
{
    /// <summary>The regions of the example, whose objects <c>clouds.json</c> puts into the emulator.</summary>
    public static IReadOnlyList<Region> All { get; } =
    [
        new("asia", "3a9f50bb-f041-4eac-a117-82472d8a0001", "fac59513-6c18-4266-bc81-5d412dfc0001"),
        new("europe", "3a9f50bb-f041-4eac-a117-82472d8a0002", "fac59513-6c18-4266-bc81-5d412dfc0002"),
        new("america", "3a9f50bb-f041-4eac-a117-82472d8a0003", "fac59513-6c18-4266-bc81-5d412dfc0003"),
    ];
}
