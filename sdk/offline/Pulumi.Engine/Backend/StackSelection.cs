using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.Config;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Backend;

/// <summary>Which stack of a project is selected: <c>PULUMI_STACK</c>, else what <c>pulumi stack select</c> left in the Pulumi home folder.</summary>
public static class StackSelection
{
    /// <summary>The selected stack as the user named it, or null.</summary>
    public static string? Get(EngineEnvironment environment, ProjectFile project, string backendUrl)
    {
        if (environment.Variable("PULUMI_STACK") is { Length: > 0 } stack)
        {
            return stack;
        }

        var json = Read(FilePath(environment, project));
        return ((string?)json["stacks"]?[backendUrl] ?? (string?)json["stack"]) is { Length: > 0 } selected ? selected : null;
    }

    /// <summary>Selects a stack; null selects none.</summary>
    public static void Set(EngineEnvironment environment, ProjectFile project, string backendUrl, StackReference? stack)
    {
        var path = FilePath(environment, project);
        var json = Read(path);
        var stacks = json["stacks"] as JObject ?? [];
        stacks[backendUrl] = stack?.FullName ?? string.Empty;
        json["stacks"] = stacks;
        json.Remove("stack");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, json.ToString(Formatting.None), backup: null);
    }

    private static JObject Read(string path) => File.Exists(path) ? JsonText.ParseObject(File.ReadAllText(path), path) : [];

    // SHA-1 names the file; it protects nothing.
#pragma warning disable CA5350
    private static string FilePath(EngineEnvironment environment, ProjectFile project) => Path.Combine(
        environment.PulumiHome, "workspaces", $"{project.Name}-{Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(project.Path)))}-workspace.json");
#pragma warning restore CA5350
}
