using CloudUpdate.CodeGen.Model;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>Models the project around the code.</summary>
internal static class ProjectModeler
{
    /// <summary>The versions of the Pulumi SDK that have everything the generated code uses.</summary>
    private const string PulumiVersions = "[3.76.1.0,4)";

    /// <summary>The project of a package whose modules have the given folders.</summary>
    public static ProjectModel Model(ModelContext context, IReadOnlyList<string> folders)
    {
        var package = context.Package;
        return new ProjectModel
        {
            Assembly = context.Naming.PackageNamespace,
            PluginName = package.Name,
            PluginDownloadUrl = package.PluginDownloadUrl,
            Version = package.EmbeddedVersion,
            Publisher = package.Publisher.Length > 0 ? package.Publisher : "Pulumi Corp.",
            Description = package.Description,
            License = package.License,
            Homepage = package.Homepage,
            Repository = package.Repository,
            PackageReferences = References(context),
            ProjectReferences = package.CSharp.ProjectReferences,
            Folders = folders,
        };
    }

    private static List<KeyValuePair<string, string>> References(ModelContext context)
    {
        var settings = context.Package.CSharp;
        var references = settings.PackageReferences.ToList();
        var hasPulumi = references.Exists(reference => reference.Key == "Pulumi")
            || settings.ProjectReferences.Any(project => project.EndsWith("Pulumi.csproj", StringComparison.Ordinal));
        if (!hasPulumi)
        {
            references.Add(KeyValuePair.Create("Pulumi", PulumiVersions));
        }
        return [.. references.OrderBy(reference => reference.Key, StringComparer.Ordinal)];
    }
}
