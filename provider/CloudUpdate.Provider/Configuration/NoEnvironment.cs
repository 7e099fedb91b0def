using CloudUpdate.Provider.Clouds.Settings;

namespace CloudUpdate.Provider.Configuration;

/// <summary>An environment without variables, for checks that must not depend on one.</summary>
internal sealed class NoEnvironment : IEnvironment
{
    /// <summary>The one instance.</summary>
    public static NoEnvironment Instance { get; } = new();

    /// <inheritdoc/>
    public string? HomeDirectory => null;

    /// <inheritdoc/>
    public string? Get(string name) => null;
}
