using System.Text;

namespace Pulumi.Engine;

/// <summary>Writes files so that a reader, or a crash at any moment, meets the old content or the new one and nothing between.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes beside the file, flushes to disk, then exchanges; the previous content stays at the backup path where one is given.</summary>
    public static void Write(string path, string text, string? backup) => Write(path, Utf8.GetBytes(text), backup);

    /// <summary>Writes beside the file, flushes to disk, then exchanges; the previous content stays at the backup path where one is given.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content, string? backup)
    {
        var temporary = path + ".tmp";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        if (backup is not null && File.Exists(path))
        {
            File.Replace(temporary, path, backup);
        }
        else
        {
            File.Move(temporary, path, overwrite: true);
        }
    }
}
