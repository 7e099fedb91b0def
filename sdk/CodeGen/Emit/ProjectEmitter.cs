using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using CloudUpdate.CodeGen.Model;

namespace CloudUpdate.CodeGen.Emit;

/// <summary>Writes the project of an SDK and the files beside its code.</summary>
internal static class ProjectEmitter
{
    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The files: paths relative to the SDK's folder, with their text.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Emit(ProjectModel project)
    {
        yield return KeyValuePair.Create(".gitattributes", "* linguist-generated\n");
        yield return KeyValuePair.Create(".gitignore", "bin\nobj\n");
        yield return KeyValuePair.Create($"{project.Assembly}.csproj", Project(project));
        yield return KeyValuePair.Create("pulumi-plugin.json", Plugin(project));
        if (project.Version is { } version)
        {
            yield return KeyValuePair.Create("version.txt", version);
        }
        foreach (var folder in project.Folders)
        {
            yield return KeyValuePair.Create(folder.Length == 0 ? "README.md" : $"{folder}/README.md", Readme(project));
        }
    }

    private static string Readme(ProjectModel project) =>
        project.Description.Length == 0 || project.Description.EndsWith('\n') ? project.Description : project.Description + "\n";

    /// <summary>The engine's language host finds the plugin that a package needs through this file inside the package.</summary>
    private static string Plugin(ProjectModel project)
    {
        var plugin = new JsonObject { ["resource"] = true, ["name"] = project.PluginName };
        if (project.Version is { } version)
        {
            plugin["version"] = version;
        }
        if (project.PluginDownloadUrl.Length > 0)
        {
            plugin["server"] = project.PluginDownloadUrl;
        }
        return plugin.ToJsonString(Indented) + "\n";
    }

    private static string Project(ProjectModel project)
    {
        var root = new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"), Package(project), Docs(), Symbols(), ContinuousIntegration());
        root.Add(Items(Reference("Microsoft.SourceLink.GitHub", "1.0.0", new XAttribute("PrivateAssets", "All"))));
        root.Add(Embedded("version.txt"));
        root.Add(Embedded("pulumi-plugin.json"));
        root.Add(Items([.. project.PackageReferences.Select(reference => Reference(reference.Key, reference.Value, Exclusion(reference.Key)))]));
        if (project.ProjectReferences.Count > 0)
        {
            root.Add(Items([.. project.ProjectReferences.Select(path => new XElement("ProjectReference", new XAttribute("Include", path)))]));
        }
        root.Add(Items(new XElement("None", new XAttribute("Include", "logo.png"), new XElement("Pack", "True"), new XElement("PackagePath", ""))));
        return Text(root);
    }

    private static XElement Package(ProjectModel project)
    {
        // A project that packs when it is built does not build when it is packed; "dotnet pack" says that it is at work.
        var packs = new XElement("GeneratePackageOnBuild", new XAttribute("Condition", "'$(_IsPacking)' != 'true'"), "true");
        var described = Describe(project);
        described.AddFirst(packs);
        return described;
    }

    private static XElement Describe(ProjectModel project) => Properties(
        null,
        ("Authors", project.Publisher),
        ("Company", project.Publisher),
        ("Description", project.Description),
        ("PackageLicenseExpression", project.License),
        ("PackageProjectUrl", project.Homepage),
        ("RepositoryUrl", project.Repository),
        ("PackageIcon", "logo.png"),
        ("Version", project.Version),
        ("TargetFramework", "net6.0"),
        ("Nullable", "enable"));

    /// <summary>In every configuration: a package is packed from a release build, and editors read the documentation inside it.</summary>
    private static XElement Docs() => Properties(null, ("GenerateDocumentationFile", "true"), ("NoWarn", "1701;1702;1591"));

    private static XElement Symbols() => Properties(
        null,
        ("AllowedOutputExtensionsInPackageBuildOutputFolder", "$(AllowedOutputExtensionsInPackageBuildOutputFolder);.pdb"),
        ("EmbedUntrackedSources", "true"),
        ("PublishRepositoryUrl", "true"));

    private static XElement ContinuousIntegration() =>
        Properties("'$(GITHUB_ACTIONS)' == 'true'", ("ContinuousIntegrationBuild", "true"));

    private static XElement Embedded(string file) => Items(
        new XElement("EmbeddedResource", new XAttribute("Include", file)),
        new XElement("None", new XAttribute("Include", file), new XAttribute("Pack", "True"), new XAttribute("PackagePath", "content")));

    private static XElement Reference(string id, string version, XAttribute? more) =>
        new("PackageReference", new XAttribute("Include", id), new XAttribute("Version", version), more);

    /// <summary>The content of another Pulumi package includes its version.txt, which would take the place of this one's.</summary>
    private static XAttribute? Exclusion(string id) =>
        id.StartsWith("Pulumi.", StringComparison.Ordinal) ? new XAttribute("ExcludeAssets", "contentFiles") : null;

    private static XElement Properties(string? condition, params (string Name, string? Value)[] properties) => new(
        "PropertyGroup",
        condition is null ? null : new XAttribute("Condition", condition),
        properties.Where(property => property.Value is not null).Select(property => new XElement(property.Name, property.Value)));

    private static XElement Items(params XElement[] items) => new("ItemGroup", items);

    private static string Text(XElement root)
    {
        var text = new StringWriter { NewLine = "\n" };
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            root.Save(writer);
        }
        return text + "\n";
    }
}
