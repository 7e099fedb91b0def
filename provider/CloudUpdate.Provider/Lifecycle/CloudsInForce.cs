using CloudUpdate.Provider.Clouds;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>What a configuration puts in force.</summary>
/// <param name="Client">The clouds.</param>
/// <param name="Locks">Locks of parent objects.</param>
/// <param name="Region">The configured Huawei region; null for none.</param>
/// <param name="ProjectId">The configured Huawei project; null where it is to be discovered.</param>
/// <param name="PreviewReads">Whether previews may read the clouds.</param>
internal sealed record CloudsInForce(ICloudClient Client, IParentLocks Locks, string? Region, string? ProjectId, bool PreviewReads);
