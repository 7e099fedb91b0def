using System.Globalization;

namespace CloudUpdate.Provider.Hosting;

/// <summary>The command line: <c>[--logtostderr] [-v=N] [--tracing ENDPOINT] [ENGINE_ADDRESS]</c>. Flags it does not know are ignored.</summary>
/// <param name="EngineAddress">The engine's address, the last argument; null where there is none.</param>
/// <param name="LogToStderr">Whether the log of the process is wanted on standard error.</param>
/// <param name="Verbosity">How much of it, from 0 to 9.</param>
/// <param name="Tracing">Where traces are wanted; null where nowhere.</param>
internal sealed record PluginArguments(string? EngineAddress, bool LogToStderr, int Verbosity, string? Tracing)
{
    /// <summary>Reads a command line; there is none that is wrong.</summary>
    public static PluginArguments Parse(IEnumerable<string> args)
    {
        var result = new PluginArguments(null, false, 0, null);
        var rest = new Queue<string>(args);
        while (rest.TryDequeue(out var argument))
        {
            result = argument.StartsWith('-') ? result.WithFlag(argument, rest) : result with { EngineAddress = argument };
        }

        return result;
    }

    private PluginArguments WithFlag(string argument, Queue<string> rest)
    {
        var parts = argument.TrimStart('-').Split('=', 2);
        var value = parts.ElementAtOrDefault(1);
        switch (parts[0])
        {
            case "logtostderr":
                return this with { LogToStderr = value is not "false" };
            case "v":
                var text = value ?? (rest.TryPeek(out var next) && Number(next) is not null ? rest.Dequeue() : string.Empty);
                return this with { Verbosity = Number(text) ?? Verbosity };
            case "tracing":
                return this with { Tracing = value ?? (rest.TryDequeue(out var endpoint) ? endpoint : null) };
            default:
                return this;
        }
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Min(number, 9) : null;
}
