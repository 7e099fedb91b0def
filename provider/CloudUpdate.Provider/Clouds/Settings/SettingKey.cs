namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>One key of the provider's configuration.</summary>
/// <param name="Name">The key, for example <c>huaweiRegion</c>.</param>
/// <param name="Description">What it means, with its default, for users.</param>
internal sealed record SettingKey(string Name, string Description)
{
    /// <summary>What the text means; <see cref="SettingKind.Text"/> by default.</summary>
    public SettingKind Kind { get; init; }

    /// <summary>Whether the value is secret.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether the key belongs to the credentials of its cloud, which come from one source as a whole.</summary>
    public bool IsCredential { get; init; }

    /// <summary>The environment variables that stand in for the key, first hit first.</summary>
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>The least number that is allowed.</summary>
    public int Least { get; init; }

    /// <summary>The greatest number that is allowed.</summary>
    public int Most { get; init; } = int.MaxValue;

    /// <summary>The values that are allowed; null for any.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }
}
