using System.Globalization;
using System.Text;

namespace Pulumi.Engine;

/// <summary>Writes files so that a reader, a writer in another process, or a crash at any moment meets the old content or the new one and nothing
/// between.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static int _writes;

    /// <summary>Writes beside the file, flushes to disk, then exchanges; the previous content stays at the backup path where one is given.</summary>
    public static void Write(string path, string text, string? backup) => Write(path, Utf8.GetBytes(text), backup);

    /// <summary>Writes beside the file, flushes to disk, then exchanges; the previous content stays at the backup path where one is given.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content, string? backup)
    {
        var temporary = WriteBeside(path, content);
        if (backup is not null && File.Exists(path))
        {
            File.Replace(temporary, path, backup);
        }
        else
        {
            File.Move(temporary, path, overwrite: true);
        }
    }

    /// <summary>Writes a file that must not exist yet, whoever else creates it at the same moment.</summary>
    /// <returns>Whether this call created it; false where it is there, or another is about to create it.</returns>
    public static bool TryCreate(string path, string text)
    {
        using var turn = TakeTurn(path);
        if (turn is null || File.Exists(path))
        {
            return false;
        }

        Write(path, text, backup: null);
        return true;
    }

    // To look and then to move is not one step on every system, so one process at a time does both. The system ends the lock with its process.
    private static FileStream? TakeTurn(string path)
    {
        var turn = path + ".new";
        try
        {
            return new FileStream(turn, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
        }
        catch (IOException) when (File.Exists(turn) || File.Exists(path))
        {
            return null;
        }
    }

    // The name belongs to this write alone: commands that share a folder write the same file at the same time.
    private static string WriteBeside(string path, ReadOnlySpan<byte> content)
    {
        var temporary = string.Create(CultureInfo.InvariantCulture, $"{path}.{Environment.ProcessId}-{Interlocked.Increment(ref _writes)}.tmp");
        using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
        return temporary;
    }
}
