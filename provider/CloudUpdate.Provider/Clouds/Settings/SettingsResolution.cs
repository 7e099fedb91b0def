namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>What became of a configuration.</summary>
/// <param name="Settings">The settings in force; null if there are problems.</param>
/// <param name="Problems">Everything that cannot be used, all at once.</param>
/// <param name="Warnings">What works but is probably not meant.</param>
internal sealed record SettingsResolution(
    CloudSettings? Settings, IReadOnlyList<SettingsProblem> Problems, IReadOnlyList<SettingsProblem> Warnings);
