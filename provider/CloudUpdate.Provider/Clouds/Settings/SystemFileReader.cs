namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>Reads files of this machine.</summary>
internal sealed class SystemFileReader : IFileReader
{
    /// <inheritdoc />
    public string? Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
