namespace CloudUpdate.Provider.Clouds;

/// <summary>The region and project to which a call goes. Both are null for a service that has neither.</summary>
/// <param name="Region">The region, for example <c>cn-north-4</c>.</param>
/// <param name="ProjectId">The project id within the region.</param>
internal sealed record EffectiveLocation(string? Region, string? ProjectId);
