using Spectre.Console;

namespace Pulumi.Cli.Hosting;

/// <summary>What the command reads from and writes to.</summary>
internal sealed record Terminal
{
    public required TextReader Input { get; init; }

    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>The keys that answer questions; null for those of the process's console.</summary>
    public IAnsiConsoleInput? Keys { get; init; }

    /// <summary>Whether a person types the input.</summary>
    public bool InputIsTerminal { get; init; }

    /// <summary>Whether a person sees the output.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Columns of the screen; 80 where it has none.</summary>
    public int Width { get; init; } = 80;

    /// <summary>Lines of the screen; 24 where it has none.</summary>
    public int Height { get; init; } = 24;

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess()
    {
        var isTerminal = !Console.IsOutputRedirected;
        return new Terminal
        {
            Input = Console.In,
            Output = Console.Out,
            Error = Console.Error,
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = isTerminal,
            Width = isTerminal ? Math.Max(40, Console.WindowWidth) : 80,
            Height = isTerminal ? Math.Max(10, Console.WindowHeight) : 24,
        };
    }
}
