namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>The environment that this process was started with.</summary>
internal sealed class SystemEnvironment : IEnvironment
{
    /// <inheritdoc />
    public string? HomeDirectory
    {
        get
        {
            var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
            return home.Length == 0 ? null : home;
        }
    }

    /// <inheritdoc />
    public string? Get(string name) => Environment.GetEnvironmentVariable(name);
}
