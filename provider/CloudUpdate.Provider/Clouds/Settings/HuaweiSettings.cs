namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>The settings for Huawei Cloud. <see cref="ToString"/> shows no value.</summary>
internal sealed record HuaweiSettings
{
    /// <summary>The default domain of endpoints.</summary>
    public const string DefaultCloud = "myhuaweicloud.com";

    /// <summary>The region; null if none is configured.</summary>
    public string? Region { get; init; }

    /// <summary>The project id in <see cref="Region"/>; null to find it through IAM.</summary>
    public string? ProjectId { get; init; }

    /// <summary>The project's name where it is not the region's.</summary>
    public string? ProjectName { get; init; }

    /// <summary>The id of the account.</summary>
    public string? DomainId { get; init; }

    /// <summary>The name of the account.</summary>
    public string? DomainName { get; init; }

    /// <summary>Who calls; null if nothing says so.</summary>
    public HuaweiLogin? Login { get; init; }

    /// <summary>The agency to assume on top of <see cref="Login"/>; null for none.</summary>
    public HuaweiAgency? Agency { get; init; }

    /// <summary>Why there is no <see cref="Login"/> although something names one; said when the cloud is first called.</summary>
    public string? LoginProblem { get; init; }

    /// <summary>The domain of endpoints; null for the cloud's own choice by region.</summary>
    public string? Cloud { get; init; }

    /// <summary>Addresses to use instead of the cloud's own, by service.</summary>
    public IReadOnlyDictionary<string, Uri> Endpoints { get; init; } = new Dictionary<string, Uri>();

    /// <summary>No value: the members hold secrets.</summary>
    public override string ToString() => nameof(HuaweiSettings);
}
