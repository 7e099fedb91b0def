using Newtonsoft.Json.Linq;
using Pulumi.Engine.Config;

namespace Pulumi.Engine.Plugins;

/// <summary>Looks for the binary of a plugin.</summary>
internal sealed class PluginSearch(EngineEnvironment environment, ProjectFile project)
{
    private static string Suffix => OperatingSystem.IsWindows() ? ".exe" : string.Empty;

    public PluginCommand? Find(PluginSpec plugin)
    {
        var local = project.Providers.FirstOrDefault(provider =>
            provider.Name == plugin.Name && (provider.Version.Length == 0 || plugin.Version.Length == 0 || provider.Version == plugin.Version));
        if (local is not null)
        {
            return FromPath(local.Path, plugin.Name)
                ?? throw new EngineException($"there is no provider '{plugin.Name}' at {local.Path}, which plugins.providers of {project.Path} names");
        }

        return Folders(plugin).Select(folder => FromFolder(folder, plugin.Name)).FirstOrDefault(command => command is not null);
    }

    private IEnumerable<string> Folders(PluginSpec plugin)
    {
        if (!environment.IsOn("PULUMI_IGNORE_AMBIENT_PLUGINS"))
        {
            foreach (var folder in (environment.Variable("PATH") ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            {
                yield return environment.Resolve(folder);
            }
        }

        yield return AppContext.BaseDirectory;
        foreach (var folder in Cached(plugin))
        {
            yield return folder;
        }
    }

    // With a version exactly that one; without, the newest, releases before pre-releases.
    private IEnumerable<string> Cached(PluginSpec plugin)
    {
        var cache = Path.Combine(environment.PulumiHome, "plugins");
        var prefix = $"resource-{plugin.Name}-v";
        if (!Directory.Exists(cache))
        {
            return [];
        }

        return plugin.Version.Length > 0
            ? new[] { Path.Combine(cache, prefix + plugin.Version) }.Where(Directory.Exists)
            : Directory.EnumerateDirectories(cache, prefix + "*")
                .Where(folder => !File.Exists(folder + ".partial"))
                .Select(folder => (Folder: folder, Version: Path.GetFileName(folder)[prefix.Length..]))
                .Where(entry => Version.TryParse(entry.Version.Split('-', '+')[0], out _))
                .OrderBy(entry => entry.Version.Contains('-'))
                .ThenByDescending(entry => Version.Parse(entry.Version.Split('-', '+')[0]))
                .Select(entry => entry.Folder);
    }

    private static PluginCommand? FromPath(string path, string name) => File.Exists(path) ? FromFile(path) : FromFolder(path, name);

    private static PluginCommand? FromFolder(string folder, string name)
    {
        var binary = Path.Combine(folder, $"pulumi-resource-{name}{Suffix}");
        if (File.Exists(binary))
        {
            return FromFile(binary);
        }

        var manifest = Path.Combine(folder, "PulumiPlugin.yaml");
        return File.Exists(manifest) ? FromManifest(manifest) : null;
    }

    private static PluginCommand FromFile(string path) => path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
        ? new PluginCommand("dotnet", [path], Path.GetDirectoryName(path)!)
        : new PluginCommand(path, [], Path.GetDirectoryName(path)!);

    private static PluginCommand FromManifest(string manifest)
    {
        var folder = Path.GetDirectoryName(manifest)!;
        var runtime = YamlValues.ToToken(YamlText.Parse(File.ReadAllText(manifest)))["runtime"];
        var name = (string?)(runtime is JObject ? runtime["name"] : runtime);
        if (name != "dotnet")
        {
            throw new EngineException(EngineErrorKind.Unsupported, $"the plugin {manifest} has the runtime '{name}'; this engine runs 'dotnet' alone, use the Pulumi CLI");
        }

        return (string?)(runtime as JObject)?["options"]?["binary"] is { Length: > 0 } binary
            ? FromFile(Path.GetFullPath(binary, folder))
            : new PluginCommand("dotnet", ["run", "--project", folder, "--"], folder);
    }
}
