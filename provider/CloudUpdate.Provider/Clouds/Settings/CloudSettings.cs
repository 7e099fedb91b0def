namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>The settings in force from one Configure to the next. <see cref="ToString"/> shows no value.</summary>
internal sealed record CloudSettings
{
    /// <summary>The settings for Huawei Cloud.</summary>
    public required HuaweiSettings Huawei { get; init; }

    /// <summary>The settings for MongoDB Atlas.</summary>
    public required AtlasSettings Atlas { get; init; }

    /// <summary>How often a failed request is repeated at most; null for as often as the deadline allows.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>How long to wait for the answer to one request. Sixty seconds by default.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether previews may read the clouds. True by default.</summary>
    public bool PreviewReads { get; init; } = true;

    /// <summary>
    /// Works out the settings from the configuration, the environment and the hcloud profile, in this order: per key, but for the credentials of a
    /// cloud, all of which come from the highest source that names one of them.
    /// </summary>
    /// <param name="configuration">The configuration by key; maps as JSON text.</param>
    /// <param name="environment">The environment of the process.</param>
    /// <param name="files">Reads the hcloud configuration file and, at each renewal, the file with the identity token.</param>
    public static SettingsResolution Resolve(
        IReadOnlyDictionary<string, string> configuration, IEnvironment environment, IFileReader files) =>
        new SettingsResolver(configuration, environment, files).Resolve();

    /// <summary>No value: the members hold secrets.</summary>
    public override string ToString() => nameof(CloudSettings);
}
