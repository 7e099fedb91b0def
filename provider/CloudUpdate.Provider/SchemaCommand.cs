using CloudUpdate.Provider.Configuration;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider;

/// <summary>Writes the package schema to a file: how <c>schema.json</c> is made from the definitions.</summary>
internal static class SchemaCommand
{
    /// <summary>Version of the provider, its schema and its package.</summary>
    public static string Version { get; } = typeof(SchemaCommand).Assembly.GetName().Version!.ToString(3);

    /// <summary>The schema.</summary>
    public static string Schema() => Catalog.Product.WriteSchema(Version, ConfigTable.Properties);

    /// <summary>Runs the command.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string path)
    {
        await File.WriteAllTextAsync(path, Schema());
        return 0;
    }
}
