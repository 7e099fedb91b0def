using Pulumi.Cli.Display.Text;
using Pulumi.Engine;
using Spectre.Console;

namespace Pulumi.Cli.Hosting;

/// <summary>Writes lines to standard output, in colour where that is wanted. Safe to use from several threads.</summary>
internal sealed class Screen
{
    // Lines are never wrapped here: a terminal does that itself, and files and pipes must not.
    private const int Unbounded = 1_000_000;
    private readonly Lock _lock = new();
    private readonly IAnsiConsole _console;

    private Screen(IAnsiConsole console, bool isInteractive)
    {
        _console = console;
        IsInteractive = isInteractive;
    }

    /// <summary>Whether a person looks at the output and can be asked.</summary>
    public bool IsInteractive { get; }

    /// <summary>A screen.</summary>
    /// <param name="terminal">Where to write.</param>
    /// <param name="environment">Has <c>NO_COLOR</c> and <c>TERM</c>.</param>
    /// <param name="color">Whether to use colours.</param>
    /// <param name="nonInteractive">Whether nobody is to be asked, whatever the terminal is.</param>
    public static Screen Create(Terminal terminal, EngineEnvironment environment, ColorMode color, bool nonInteractive)
    {
        var hasColor = color == ColorMode.Always || (color == ColorMode.Auto && terminal.OutputIsTerminal
            && string.IsNullOrEmpty(environment.Variable("NO_COLOR")) && environment.Variable("TERM") != "dumb");
        var isInteractive = terminal is { InputIsTerminal: true, OutputIsTerminal: true } && !nonInteractive && environment.Variable("TERM") != "dumb";
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = hasColor || isInteractive ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = hasColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isInteractive ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new ScreenOutput(terminal),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        return new Screen(terminal.Keys is { } keys ? new KeyedConsole(console, keys) : console, isInteractive);
    }

    public void Write(Line line)
    {
        lock (_lock)
        {
            var width = _console.Profile.Width;
            _console.Profile.Width = Unbounded;
            _console.Write(ToParagraph(line));
            _console.WriteLine();
            _console.Profile.Width = width;
        }
    }

    public void Write(IEnumerable<Line> lines)
    {
        foreach (var line in lines)
        {
            Write(line);
        }
    }

    public void Write(string text) => Write(Line.Of(text));

    /// <summary>Asks for one of several answers.</summary>
    public Task<string> AskAsync(string question, IReadOnlyList<string> answers, CancellationToken cancellation) =>
        PromptAsync(new SelectionPrompt<string>().Title(Markup.Escape(question)).AddChoices(answers), cancellation);

    /// <summary>Asks for a text.</summary>
    public Task<string> AskTextAsync(string question, CancellationToken cancellation) =>
        PromptAsync(new TextPrompt<string>(Markup.Escape(question)) { AllowEmpty = true }, cancellation);

    /// <summary>Asks for a text that is not to be seen.</summary>
    public string AskSecret(string question, CancellationToken cancellation) =>
        PromptAsync(new TextPrompt<string>(Markup.Escape(question)) { IsSecret = true, Mask = null, AllowEmpty = true }, cancellation).GetAwaiter().GetResult();

    /// <summary>Shows lines that change while something runs, and takes them away at its end. Lines that are too long are cut.</summary>
    /// <param name="lines">The lines as they are now.</param>
    /// <param name="time">The clock.</param>
    /// <param name="until">Ends it.</param>
    public Task AnimateAsync(Func<IEnumerable<Line>> lines, TimeProvider time, CancellationToken until) =>
        _console.Live(ToRows(lines())).AutoClear(true).Overflow(VerticalOverflow.Ellipsis).Cropping(VerticalOverflowCropping.Top).StartAsync(async live =>
        {
            while (!until.IsCancellationRequested)
            {
                live.UpdateTarget(ToRows(lines()));
                await Task.Delay(TimeSpan.FromMilliseconds(100), time, until).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        });

    private async Task<string> PromptAsync(IPrompt<string> prompt, CancellationToken cancellation)
    {
        try
        {
            return await prompt.ShowAsync(_console, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The prompt leaves its line unfinished and the cursor hidden.
            _console.Cursor.Show(true);
            _console.WriteLine();
            throw;
        }
    }

    private static Rows ToRows(IEnumerable<Line> lines) => new(lines.Select(line => ToParagraph(line).Overflow(Overflow.Ellipsis)));

    private static Paragraph ToParagraph(Line line) =>
        line.Spans.Aggregate(new Paragraph(), (paragraph, span) => paragraph.Append(span.Text, StyleOf(span.Tone)));

    private static Style StyleOf(Tone tone) => tone switch
    {
        Tone.Strong => new Style(decoration: Decoration.Bold),
        Tone.Faint => new Style(Color.Grey),
        Tone.Create => new Style(Color.Green),
        Tone.Update => new Style(Color.Olive),
        Tone.Delete => new Style(Color.Maroon),
        Tone.Replace => new Style(Color.Purple),
        Tone.Read => new Style(Color.Teal),
        Tone.Error => new Style(Color.Red, decoration: Decoration.Bold),
        Tone.Warning => new Style(Color.Yellow),
        Tone.Info => new Style(Color.Navy),
        _ => Style.Plain,
    };

    private sealed class ScreenOutput(Terminal terminal) : IAnsiConsoleOutput
    {
        public TextWriter Writer => terminal.Output;

        public bool IsTerminal => terminal.OutputIsTerminal;

        public int Width => terminal.Width;

        public int Height => terminal.Height;

        public void SetEncoding(System.Text.Encoding encoding)
        {
        }
    }
}
