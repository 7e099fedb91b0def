namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>A value that a source gives for a key. <see cref="ToString"/> shows only where it comes from.</summary>
/// <param name="Text">The value, never empty.</param>
/// <param name="Origin">Where it comes from, as users know it: a configuration key, a variable, a member of a profile.</param>
internal sealed record SettingValue(string Text, string Origin)
{
    /// <summary>Where the value comes from.</summary>
    public override string ToString() => Origin;
}
