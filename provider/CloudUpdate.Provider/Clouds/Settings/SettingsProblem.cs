namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>Something in the configuration that cannot be used as it is.</summary>
/// <param name="Key">The configuration key to mend.</param>
/// <param name="Message">What is wrong and what would be right; never shows a secret.</param>
internal sealed record SettingsProblem(string Key, string Message);
