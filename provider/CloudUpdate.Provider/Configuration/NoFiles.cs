using CloudUpdate.Provider.Clouds.Settings;

namespace CloudUpdate.Provider.Configuration;

/// <summary>A file system without files, for checks that must not depend on one.</summary>
internal sealed class NoFiles : IFileReader
{
    /// <summary>The one instance.</summary>
    public static NoFiles Instance { get; } = new();

    /// <inheritdoc/>
    public string? Read(string path) => null;
}
