using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Parsing;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>Reads the package's C# settings and fills in what follows from the rest of the document.</summary>
internal static class CSharpBinder
{
    private const string DefaultRoot = "Pulumi";

    /// <summary>The settings.</summary>
    public static CSharpSettings Bind(SpecNode document)
    {
        var spec = document.ChildOrEmpty("language").ChildOrEmpty("csharp");
        var root = RootNamespace(spec, document.Text("namespace"));
        return new CSharpSettings
        {
            RootNamespace = root,
            Namespaces = Namespaces(spec, root, document.Text("name")),
            PackageReferences = spec.TextEntries("packageReferences"),
            ProjectReferences = [.. spec.Texts("projectReferences").Select(item => item.Text)],
            IsTerraformBridge = spec.Text("compatibility") == "tfbridge20",
            DictionaryConstructors = spec.Flag("dictionaryConstructors"),
            RespectSchemaVersion = spec.Flag("respectSchemaVersion"),
        };
    }

    private static string RootNamespace(SpecNode spec, string packageNamespace)
    {
        if (spec.Text("rootNamespace") is { Length: > 0 } root)
        {
            return root;
        }
        return packageNamespace.Length > 0 ? Identifiers.NamespaceOf(packageNamespace) : DefaultRoot;
    }

    /// <summary>A package called <c>config</c> would hide the class <c>Pulumi.Config</c> under the default root.</summary>
    private static Dictionary<string, string> Namespaces(SpecNode spec, string root, string packageName)
    {
        var namespaces = spec.TextEntries("namespaces").ToDictionary(StringComparer.Ordinal);
        if (root == DefaultRoot && packageName == "config")
        {
            namespaces.TryAdd("config", "Config_");
        }
        return namespaces;
    }
}
