namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>The environment of the process, read while the provider is configured and at no other time.</summary>
internal interface IEnvironment
{
    /// <summary>The user's home directory; null if there is none.</summary>
    string? HomeDirectory { get; }

    /// <summary>The value of a variable; null if it is not set.</summary>
    /// <param name="name">The variable's name.</param>
    string? Get(string name);
}
