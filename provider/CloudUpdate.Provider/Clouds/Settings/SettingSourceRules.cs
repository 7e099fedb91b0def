namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>What holds for the members of a set of credentials.</summary>
internal static class SettingSourceRules
{
    /// <summary>The value for a key that the set needs; null with a problem if the source lacks it or it cannot be sent.</summary>
    /// <param name="source">The source of the whole set.</param>
    /// <param name="key">The key.</param>
    /// <param name="problem">What is wrong; never shows the value.</param>
    public static SettingValue? Required(this SettingSource source, string key, out SettingsProblem? problem)
    {
        var value = source.Find(key);
        problem = value is null
            ? new SettingsProblem(key, $"{source.Name} names credentials of this kind but not {Names(source, key)}")
            : value.Text.Trim().Any(char.IsControl) ? new SettingsProblem(key, $"{value} holds control characters, such as a line break") : null;
        return problem is null ? value : null;
    }

    private static string Names(SettingSource source, string key)
    {
        var variables = source.IsConfiguration ? [] : SettingKeys.Get(key).Variables;
        return variables.Count == 0 ? key : $"{key} ({string.Join(" or ", variables)})";
    }
}
