using System.Collections.Immutable;

namespace Pulumi.Engine.Config;

/// <summary>Pulumi.yaml: what a project is and how its program runs.</summary>
public sealed record ProjectFile
{
    private static readonly string[] FileNames = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"];

    /// <summary>Where the file stands; empty for a synthetic project.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>The folder of the file.</summary>
    public required string Directory { get; init; }

    /// <summary>The project's name.</summary>
    public required string Name { get; init; }

    /// <summary>The language runtime: <c>dotnet</c>.</summary>
    public string Runtime { get; init; } = string.Empty;

    /// <summary>Options of the runtime, such as <c>binary</c>.</summary>
    public ImmutableDictionary<string, string> RuntimeOptions { get; init; } = [];

    /// <summary>Program folder or file, relative to the project's folder; empty for that folder.</summary>
    public string Main { get; init; } = string.Empty;

    /// <summary>What the project is for; may be empty.</summary>
    public string Description { get; init; } = string.Empty;

    /// <summary>Configuration that the project declares.</summary>
    public ImmutableArray<ConfigDeclaration> Config { get; init; } = [];

    /// <summary>Folder of the stack files, relative to the project's folder; empty for that folder.</summary>
    public string StackConfigDirectory { get; init; } = string.Empty;

    /// <summary>URL of the backend; empty where not given.</summary>
    public string BackendUrl { get; init; } = string.Empty;

    /// <summary>Whether operations refresh first (<c>options.refresh: always</c>).</summary>
    public bool AlwaysRefresh { get; init; }

    /// <summary>Local providers.</summary>
    public ImmutableArray<ProviderPlugin> Providers { get; init; } = [];

    /// <summary>Finds the project file of a folder: its own, or that of the nearest folder above it.</summary>
    /// <returns>The path, or null where there is none.</returns>
    public static string? Find(string directory)
    {
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            var path = FileNames.Select(name => System.IO.Path.Combine(folder.FullName, name)).FirstOrDefault(File.Exists);
            if (path is not null)
            {
                return path;
            }
        }

        return null;
    }

    /// <summary>Reads a project file.</summary>
    /// <exception cref="EngineException">The file is not a project file.</exception>
    public static ProjectFile Load(string path) => ProjectFileReader.Read(path);

    /// <summary>A project without a file, for operations that need only its name.</summary>
    public static ProjectFile Synthetic(string name, string directory) => new() { Name = name, Directory = directory };

    /// <summary>Where the stack's configuration file stands.</summary>
    public string StackConfigPath(string stack) => System.IO.Path.Combine(Directory, StackConfigDirectory, $"Pulumi.{stack}.yaml");
}
