using System.Collections.Immutable;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Documents;

/// <summary>The documentation that follows from the definitions: the same bytes for the same definitions.</summary>
internal static class DocumentSet
{
    private static readonly string[] s_folders = ["resources", "functions"];

    /// <summary>The pages by their path within the folder of the documentation.</summary>
    /// <param name="catalog">Resources and functions.</param>
    /// <param name="config">The provider's configuration.</param>
    /// <param name="version">Version of the provider (semver).</param>
    public static IReadOnlyDictionary<string, string> Write(Catalog catalog, ImmutableArray<PropertyDefinition> config, string version)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["installation-configuration.md"] = ConfigurationPage.Write(version, config) };
        foreach (var resource in catalog.Resources)
        {
            pages[$"resources/{resource.Name}.md"] =
                ResourcePage.Write(resource, catalog.Functions.Where(function => function.Resource.Token == resource.Token));
        }

        foreach (var function in catalog.Functions)
        {
            pages[$"functions/{FunctionPage.Name(function)}.md"] = FunctionPage.Write(function);
        }

        return pages;
    }

    /// <summary>Writes the pages into a folder, in place of those that are there.</summary>
    public static async Task WriteAsync(string folder, IReadOnlyDictionary<string, string> pages)
    {
        foreach (var stale in s_folders.Select(part => Path.Combine(folder, part)).Where(Directory.Exists))
        {
            Directory.Delete(stale, recursive: true);
        }

        foreach (var (path, text) in pages)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, text);
        }
    }
}
