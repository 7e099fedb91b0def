using CloudUpdate.Provider;
using CloudUpdate.Provider.Resources;
using Pulumi.Cli.Commands;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;
using Pulumi.Engine;

namespace CloudUpdate.Docs.Tests.Commands;

/// <summary>Checks <c>pulumi</c> commands: the embedded command takes them as they are, and what they import could be imported.</summary>
internal static class PulumiCommand
{
    // What documents show of the Pulumi CLI alone.
    private static readonly string[] s_othersOnly = ["plugin install resource cloudupdate"];

    /// <summary>The problem; null for none.</summary>
    public static string? Problem(IReadOnlyList<string> words)
    {
        if (s_othersOnly.Any(start => string.Join(' ', words).StartsWith(start, StringComparison.Ordinal)))
        {
            return null;
        }

        using var interrupts = new Interrupts();
        var terminal = new Terminal { Input = TextReader.Null, Output = TextWriter.Null, Error = TextWriter.Null };
        var parsed = CommandTree.Create(new CliHost(new EngineEnvironment { WorkingDirectory = Path.GetTempPath() }, terminal, interrupts)).Parse(words);
        return Flags.Unknown(parsed) is { } unknown ? $"there is no flag {unknown}"
            : parsed.CommandResult.Command.Hidden ? $"the embedded command refuses pulumi {words[0]}"
            : parsed.Errors.Select(error => error.Message).FirstOrDefault() ?? ImportProblem(words);
    }

    // Words in capitals stand for something else.
    private static string? ImportProblem(IReadOnlyList<string> words)
    {
        if (words is not ["import", var type, _, var id, ..] || type == "TYPE")
        {
            return null;
        }

        if (new Product().Catalog.Resource(type) is not { } resource)
        {
            return $"there is no resource {type}";
        }

        try
        {
            new IdCodec(resource).Parse(id);
            return null;
        }
        catch (ResourceException problem)
        {
            return problem.Message;
        }
    }
}
