using System.CommandLine;

namespace Pulumi.Cli.Parsing;

/// <summary>What the Pulumi command line has and this command leaves out: refused by name, so that nobody takes it for a typing error.</summary>
internal static class Refusals
{
    /// <summary>Why something is refused and what to do instead.</summary>
    public static string Sentence(string what) =>
        $"`{what}` is part of the Pulumi CLI and not of this embedded command. Install the Pulumi CLI (https://www.pulumi.com/docs/install/) to use it; it takes over stacks made here as they are.";

    /// <summary>Commands that are refused whatever stands behind them.</summary>
    public static void AddCommands(Command parent, string prefix, params string[] names)
    {
        foreach (var name in names)
        {
            var sentence = Sentence($"{prefix} {name}");
            var command = new Command(name, sentence) { Hidden = true, TreatUnmatchedTokensAsErrors = false };
            command.SetAction((_, _) => throw Hosting.CommandException.Usage(sentence));
            parent.Add(command);
        }
    }

    /// <summary>Options that are refused, with or without a value.</summary>
    public static void AddOptions(Command command, params string[] names)
    {
        foreach (var name in names)
        {
            var option = new Option<string[]>(name) { Hidden = true, Arity = ArgumentArity.ZeroOrMore, AllowMultipleArgumentsPerToken = false };
            option.Validators.Add(result =>
            {
                if (result.IdentifierTokenCount > 0)
                {
                    result.AddError(Sentence(name));
                }
            });
            command.Add(option);
        }
    }
}
