namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>Reads the files that the configuration names.</summary>
internal interface IFileReader
{
    /// <summary>The text of a file; null if there is no such file.</summary>
    /// <param name="path">The file's path.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    string? Read(string path);
}
