using System.CommandLine;
using Pulumi.Cli.Hosting;

namespace Pulumi.Cli.Parsing;

/// <summary>Options of every command.</summary>
internal static class GlobalOptions
{
    public static Option<string?> WorkingDirectory { get; } = new("--cwd", "-C")
    {
        Description = "Run as if started in this folder",
        HelpName = "folder",
        Recursive = true,
    };

    public static Option<bool> NonInteractive { get; } = new("--non-interactive") { Description = "Never ask anything", Recursive = true };

    public static Option<string> Color { get; } = ColorOption();

    /// <summary>Options that the Pulumi command has for its own diagnosis; they are taken and have no effect.</summary>
    public static IReadOnlyList<Option> WithoutEffect { get; } =
    [
        Ignored<bool>("--logflow"), Ignored<bool>("--logtostderr"), Ignored<int>("--verbose", "-v"), Ignored<string>("--tracing"),
        Ignored<string>("--profiling"), Ignored<string>("--memprofilerate"), Ignored<bool>("--emoji", "-e"),
    ];

    public static void AddTo(RootCommand root)
    {
        root.Add(WorkingDirectory);
        root.Add(NonInteractive);
        root.Add(Color);
        foreach (var option in WithoutEffect)
        {
            root.Add(option);
        }
    }

    /// <summary>The colour mode asked for.</summary>
    public static ColorMode ColorOf(ParseResult parsed) => parsed.GetValue(Color) switch
    {
        "always" => ColorMode.Always,
        "never" => ColorMode.Never,
        _ => ColorMode.Auto,
    };

    private static Option<string> ColorOption()
    {
        var option = new Option<string>("--color")
        {
            Description = "Colours: always, never, or auto (on a terminal, unless NO_COLOR is set)",
            HelpName = "mode",
            Recursive = true,
            DefaultValueFactory = _ => "auto",
        };
        option.Validators.Add(result =>
        {
            var mode = result.GetValueOrDefault<string>();
            if (mode == "raw")
            {
                result.AddError(Refusals.Sentence("--color raw"));
            }
            else if (mode is not ("always" or "never" or "auto"))
            {
                result.AddError($"unsupported color option: '{mode}'. Supported values are: auto, always, never");
            }
        });
        return option;
    }

    private static Option<T> Ignored<T>(string name, params string[] aliases) => new(name, aliases) { Recursive = true, Hidden = true };
}
