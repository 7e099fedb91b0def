namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>What a credential must be good for: a project of a region, or the account.</summary>
/// <param name="Region">The region; null for the whole cloud.</param>
/// <param name="ProjectId">The project's id; null if it is not known, or for the account.</param>
/// <param name="ProjectName">The project's name where the id was not given, but is to be found or was found by it; null otherwise.</param>
internal sealed record HuaweiScope(string? Region, string? ProjectId, string? ProjectName)
{
    /// <summary>Whether the scope is the account.</summary>
    public bool IsAccount => ProjectId is null && ProjectName is null;

    /// <summary>What to log in for. A token for a project's name is fetched to find its id; it serves afterwards too.</summary>
    public HuaweiScope ForLogin => ProjectName is null ? this : this with { ProjectId = null };

    /// <summary>The account as a whole.</summary>
    /// <param name="region">The region whose IAM to ask; null for the global one.</param>
    public static HuaweiScope Account(string? region) => new(region, null, null);
}
