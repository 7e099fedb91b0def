using System.Globalization;
using System.Text;

#pragma warning disable RS0030 // The one place that owns the console.

namespace CloudUpdate.Provider.Hosting;

/// <summary>Standard output, which belongs to the port line alone: what any code prints afterwards goes to standard error.</summary>
internal sealed class StandardOutput : IDisposable
{
    private readonly Stream _stream;

    private StandardOutput(Stream stream) => _stream = stream;

    /// <summary>Where people who debug look.</summary>
    public static TextWriter Error => Console.Error;

    /// <summary>Takes standard output from everyone else.</summary>
    public static StandardOutput Take()
    {
        var stream = Console.OpenStandardOutput();
        Console.SetOut(Console.Error);
        return new StandardOutput(stream);
    }

    /// <summary>Writes the port line: digits and a line feed, without colour, culture or byte order mark.</summary>
    public void Announce(int port)
    {
        _stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{port}\n")));
        _stream.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();
}
