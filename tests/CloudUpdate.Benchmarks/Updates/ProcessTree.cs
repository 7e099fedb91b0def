using System.Diagnostics;
using System.Globalization;

namespace CloudUpdate.Benchmarks.Updates;

/// <summary>Memory and writes of a command and what it starts, as Linux counts them.</summary>
internal sealed class ProcessTree(Process command)
{
    // What Linux counts in, on every architecture that .NET runs on.
    private const double TicksPerSecond = 100;

    private readonly Dictionary<int, string> _parts = new() { [command.Id] = "pulumi" };
    private readonly Dictionary<int, long> _ticks = [];

    public Dictionary<string, double> PeakMegabytes { get; } = [];

    /// <summary>Processor time of all of them.</summary>
    public TimeSpan ProcessorTime => TimeSpan.FromSeconds(_ticks.Values.Sum() / TicksPerSecond);

    public long WrittenBytes { get; private set; }

    /// <summary>Looks at the processes until the command has ended.</summary>
    public async Task WatchAsync()
    {
        var ended = command.WaitForExitAsync();
        while (!ended.IsCompleted)
        {
            Look();
            await Task.WhenAny(ended, Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System));
        }
    }

    private void Look()
    {
        foreach (var child in Children(command.Id).Where(child => !_parts.ContainsKey(child)).ToList())
        {
            var line = Read(child, "cmdline");
            if (line.Contains("TestProgram.dll", StringComparison.Ordinal) || line.Contains("pulumi-resource-", StringComparison.Ordinal))
            {
                _parts[child] = line.Contains("TestProgram.dll", StringComparison.Ordinal) ? "program" : "plugin";
            }
        }

        foreach (var (id, part) in _parts)
        {
            PeakMegabytes[part] = Math.Max(PeakMegabytes.GetValueOrDefault(part), Field(id, "status", "VmHWM:") / 1024.0);
            _ticks[id] = Math.Max(_ticks.GetValueOrDefault(id), Ticks(id));
        }

        WrittenBytes = Math.Max(WrittenBytes, Field(command.Id, "io", "write_bytes:"));
    }

    private static IEnumerable<int> Children(int parent)
    {
        var tasks = $"/proc/{parent}/task";
        return Directory.Exists(tasks)
            ? Directory.GetDirectories(tasks).SelectMany(task => Text(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(id => int.Parse(id, CultureInfo.InvariantCulture))
            : [];
    }

    private static long Field(int id, string file, string name)
    {
        var line = Read(id, file).Split('\n').FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : long.Parse(line[name.Length..].Replace("kB", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
    }

    // User and system time are the 14th and 15th field; the second one, in parentheses, may contain blanks.
    private static long Ticks(int id)
    {
        var fields = Read(id, "stat").Split(')')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length < 13 ? 0 : long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture);
    }

    private static string Read(int id, string file) => Text($"/proc/{id}/{file}");

    // A process may be gone at any moment.
    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return string.Empty;
        }
    }
}
