using CloudUpdate.Docs.Tests.Documents;
using CloudUpdate.Emulator;

namespace CloudUpdate.Docs.Tests.Commands;

/// <summary>Checks <c>dotnet</c> commands: projects are there, and what is handed to a program is what it takes.</summary>
internal static class DotnetCommand
{
    private const string Profile = "-p:PublishProfile=";

    private static readonly string[] s_verbs = ["build", "test", "publish", "pack", "format", "run", "add"];

    /// <summary>The problem; null for none.</summary>
    public static string? Problem(IReadOnlyList<string> words)
    {
        if (words.Count == 0 || !s_verbs.Contains(words[0]))
        {
            return $"no test knows dotnet {string.Join(' ', words)}";
        }

        var own = words.Skip(1).TakeWhile(word => word != "--").ToList();
        return words[0] switch
        {
            "add" => AddProblem(own),
            "run" => RunProblem(own, [.. words.SkipWhile(word => word != "--").Skip(1)]),
            _ => own.TakeWhile(word => !word.StartsWith('-')).Select(ProjectProblem).FirstOrDefault(problem => problem is not null) ?? ProfileProblem(own),
        };
    }

    private static string? AddProblem(List<string> words) =>
        words is ["package", "Pulumi.CloudUpdate", "--version", var version, ..] && version == Provider.Product.Version ? null : "it adds another package than the SDK of this version";

    private static string? RunProblem(List<string> own, string[] arguments)
    {
        var project = own.SkipWhile(word => word != "--project").ElementAtOrDefault(1);
        return project is null ? "it names no project" : ProjectProblem(project) ?? ArgumentProblem(project, arguments);
    }

    private static string? ProfileProblem(List<string> words) => words
        .Where(word => word.StartsWith(Profile, StringComparison.Ordinal))
        .Select(word => KnownCommands.MissingPath($"{words[0]}/Properties/PublishProfiles/{word[Profile.Length..]}.pubxml"))
        .FirstOrDefault();

    private static string? ProjectProblem(string path) =>
        KnownCommands.MissingPath(path)
        ?? (path.EndsWith(".sln", StringComparison.Ordinal) || path.EndsWith(".csproj", StringComparison.Ordinal) || Directory.EnumerateFiles(Library.Resolve(path), "*.csproj").Any()
            ? null
            : $"{path} is no project");

    private static string? ArgumentProblem(string project, string[] arguments) => project switch
    {
        "provider/CloudUpdate.Emulator" =>
            EmulatorCommand.Create(TextWriter.Null, TextWriter.Null).Parse(arguments).Errors.Select(error => error.Message).FirstOrDefault(),
        "provider/CloudUpdate.Provider" => arguments is ["--write-schema" or "--write-docs", _] ? null : "the plugin does not take these arguments",
        "sdk/CodeGen" => arguments is ["schema.json", "sdk/dotnet"] ? null : "the generator reads schema.json and writes sdk/dotnet",
        _ => null,
    };
}
