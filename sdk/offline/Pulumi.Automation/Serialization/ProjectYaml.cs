using YamlDotNet.RepresentationModel;

namespace Pulumi.Automation.Serialization;

/// <summary>Project settings from and to a project file. JSON is YAML, so both are read alike.</summary>
internal static class ProjectYaml
{
    public static ProjectSettings Read(string text)
    {
        var root = YamlNodes.Root(text);
        return new ProjectSettings(root.Text("name") ?? string.Empty, ReadRuntime(root.Child("runtime")))
        {
            Main = root.Text("main"),
            Description = root.Text("description"),
            Author = root.Text("author"),
            Website = root.Text("website"),
            License = root.Text("license"),
            Config = root.Text("config"),
            Backend = root.Child("backend") is YamlMappingNode backend ? new ProjectBackend { Url = backend.Text("url") } : null,
        };
    }

    public static string Write(ProjectSettings settings)
    {
        var root = new YamlMappingNode();
        root.Put("name", settings.Name);
        root.Add("runtime", WriteRuntime(settings.Runtime));
        root.Put("main", settings.Main);
        root.Put("description", settings.Description);
        root.Put("author", settings.Author);
        root.Put("website", settings.Website);
        root.Put("license", settings.License);
        root.Put("config", settings.Config);
        if (settings.Backend?.Url is { } url)
        {
            root.Add("backend", new YamlMappingNode { { "url", url } });
        }

        return YamlNodes.Write(root);
    }

    private static ProjectRuntime ReadRuntime(YamlNode? node) => node switch
    {
        YamlMappingNode runtime => new ProjectRuntime(RuntimeName(runtime.Text("name")))
        {
            Options = runtime.Child("options") is YamlMappingNode options
                ? new ProjectRuntimeOptions
                {
                    Binary = options.Text("binary"),
                    VirtualEnv = options.Text("virtualenv"),
                    TypeScript = options.Text("typescript") is { } flag ? flag == "true" : null,
                }
                : null,
        },
        YamlScalarNode name => new ProjectRuntime(RuntimeName(name.Value)),
        _ => throw new InvalidOperationException("The project file names no runtime."),
    };

    private static YamlNode WriteRuntime(ProjectRuntime runtime)
    {
        if (runtime.Options is not { } options)
        {
            return Word(runtime.Name);
        }

        var written = new YamlMappingNode();
        written.Put("typescript", options.TypeScript is { } flag ? (flag ? "true" : "false") : null);
        written.Put("binary", options.Binary);
        written.Put("virtualenv", options.VirtualEnv);
        return new YamlMappingNode { { "name", Word(runtime.Name) }, { "options", written } };
    }

    private static string Word(ProjectRuntimeName name) => name.ToString().ToLowerInvariant();

    private static ProjectRuntimeName RuntimeName(string? word) =>
        Enum.TryParse<ProjectRuntimeName>(word, ignoreCase: true, out var name) && Word(name) == word
            ? name
            : throw new InvalidOperationException($"'{word}' is not a valid {nameof(ProjectRuntimeName)}.");
}
