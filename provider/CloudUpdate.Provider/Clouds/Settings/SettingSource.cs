namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>One place that settings come from.</summary>
/// <param name="name">What users call it.</param>
/// <param name="find">Finds the value for a key; null if the source has none.</param>
internal sealed class SettingSource(string name, Func<string, SettingValue?> find)
{
    /// <summary>What users call the source.</summary>
    public string Name => name;

    /// <summary>Whether this is the provider's configuration, whose mistakes are reported when it is checked.</summary>
    public bool IsConfiguration { get; private init; }

    /// <summary>The value for a key; null if the source has none. Empty text counts as none.</summary>
    /// <param name="key">One of <see cref="SettingKeys"/>.</param>
    public SettingValue? Find(string key) => find(key);

    /// <summary>Whether the source gives any of the keys.</summary>
    /// <param name="keys">Keys of <see cref="SettingKeys"/>.</param>
    public bool Names(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            if (Find(key) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The provider's configuration.</summary>
    /// <param name="configuration">The configuration by key.</param>
    public static SettingSource OfConfiguration(IReadOnlyDictionary<string, string> configuration) =>
        new("the configuration", key => Value(configuration.GetValueOrDefault(key), $"cloudupdate:{key}")) { IsConfiguration = true };

    /// <summary>The environment variables that begin alike, since one tool's variables belong together.</summary>
    /// <param name="environment">The environment.</param>
    /// <param name="prefix">The beginning, for example <c>HW_</c>.</param>
    public static SettingSource OfEnvironment(IEnvironment environment, string prefix) =>
        new($"the environment ({prefix}*)", key => SettingKeys.Get(key).Variables
            .Where(variable => variable.StartsWith(prefix, StringComparison.Ordinal))
            .Select(variable => Value(environment.Get(variable), variable))
            .FirstOrDefault(value => value is not null));

    private static SettingValue? Value(string? text, string origin) =>
        string.IsNullOrWhiteSpace(text) ? null : new SettingValue(text, origin);
}
