using CloudUpdate.Docs.Tests.Documents;

namespace CloudUpdate.Docs.Tests.Commands;

/// <summary>What is wrong with a command that a document shows. A command that nothing here knows is wrong, too.</summary>
internal static class KnownCommands
{
    // Their part in documents is run by the tests of the emulator.
    private static readonly string[] s_tools = ["curl", "grep", "sed", "sort", "uniq"];

    /// <summary>The problem; null for none.</summary>
    public static string? Problem(IReadOnlyList<string> words) => words[0] switch
    {
        "dotnet" => DotnetCommand.Problem([.. words.Skip(1)]),
        "pulumi" => PulumiCommand.Problem([.. words.Skip(1)]),
        "cd" => MissingPath(words[1]),
        "export" => words.Skip(1).All(word => word.Contains('=', StringComparison.Ordinal)) ? null : "it sets no variable",
        "dot" => MissingPath(words[^1] is "-o" ? "-o" : words.Single(word => word.EndsWith(".dot", StringComparison.Ordinal))),
        var path when path.StartsWith(".ci/", StringComparison.Ordinal) => MissingPath(path),
        var tool when s_tools.Contains(tool) => null,
        var other => $"no test knows the command {other}",
    };

    /// <summary>Says so where the repository lacks a path.</summary>
    public static string? MissingPath(string path) =>
        File.Exists(Library.Resolve(path)) || Directory.Exists(Library.Resolve(path)) ? null : $"there is no {path}";
}
