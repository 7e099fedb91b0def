namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>The settings for MongoDB Atlas. <see cref="ToString"/> shows no value.</summary>
internal sealed record AtlasSettings
{
    /// <summary>The commercial Atlas.</summary>
    public static readonly Uri DefaultBaseAddress = new("https://cloud.mongodb.com");

    /// <summary>Where Atlas is.</summary>
    public Uri BaseAddress { get; init; } = DefaultBaseAddress;

    /// <summary>Who calls; null if nothing says so.</summary>
    public AtlasLogin? Login { get; init; }

    /// <summary>Why there is no <see cref="Login"/> although something names one; said when the cloud is first called.</summary>
    public string? LoginProblem { get; init; }

    /// <summary>No value: the members hold secrets.</summary>
    public override string ToString() => nameof(AtlasSettings);
}
