using System.Text.RegularExpressions;
using CloudUpdate.EndToEnd.Tests.Processes;

namespace CloudUpdate.EndToEnd.Tests.Examples;

/// <summary>A Pulumi project among the examples, with what its README says about it.</summary>
/// <param name="Name">Its folder, from the folder of the examples.</param>
internal sealed partial record ExampleProject(string Name)
{
    /// <summary>All projects that the folder of the examples has, but for the tour, which is started in another way.</summary>
    public static IReadOnlyList<ExampleProject> All { get; } =
    [
        .. Directory.EnumerateFiles(BuiltParts.Examples, "Pulumi.yaml", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(BuiltParts.Examples, Path.GetDirectoryName(path)!).Replace('\\', '/'))
            .Where(name => name != "Quickstart")
            .Order(StringComparer.Ordinal)
            .Select(name => new ExampleProject(name)),
    ];

    /// <summary>The folder.</summary>
    public string Folder => Path.Combine(BuiltParts.Examples, Name);

    /// <summary>The commands with the emulator.</summary>
    public IReadOnlyList<string[]> EmulatorCommands => Commands("pulumi stack init dev");

    /// <summary>The commands with the clouds.</summary>
    public IReadOnlyList<string[]> CloudCommands => Commands("pulumi stack init prod");

    public override string ToString() => Name;

    private List<string[]> Commands(string first)
    {
        var readme = File.ReadAllText(Path.Combine(BuiltParts.Examples, Name.Split('/')[0], "README.md"));
        var block = ShellBlocks.Matches(readme).Select(match => match.Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .SingleOrDefault(lines => lines[0] == $"cd examples/{Name}" && lines.Contains(first))
            ?? throw new AssertionException($"The README of {Name} has no block that begins with its folder and has '{first}'.");
        return [.. block.Where(line => line.StartsWith("pulumi ", StringComparison.Ordinal)).Select(line => Words(line)[1..])];
    }

    private static string[] Words(string line) => [.. QuotedWords.Matches(line).Select(match => match.Value.Trim('\'', '"'))];

    [GeneratedRegex("^```sh\n(?<lines>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ShellBlocks { get; }

    [GeneratedRegex("""'[^']*'|"[^"]*"|\S+""")]
    private static partial Regex QuotedWords { get; }
}
