using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Docs;
using CloudUpdate.CodeGen.Model;
using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>From a package to the files of its SDK.</summary>
internal sealed class SdkModeler
{
    private static readonly string[] EnumUsings = ["System", "System.ComponentModel", "Pulumi"];
    private static readonly string[] ConfigUsings = ["System", "System.Collections.Immutable"];
    private static readonly string[] ClassUsings =
        ["System", "System.Collections.Generic", "System.Collections.Immutable", "System.Threading.Tasks", "Pulumi.Serialization"];

    private readonly ModelContext _context;
    private readonly Dictionary<string, SchemaPath> _paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, SchemaPath> _types = new(StringComparer.Ordinal);
    private readonly List<SourceFile> _files = [];

    private SdkModeler(ModelContext context) => _context = context;

    private PackageSchema Package => _context.Package;

    private PackageNaming Naming => _context.Naming;

    /// <summary>The SDK of a package. It is usable only if no error was reported.</summary>
    public static SdkModel Model(PackageSchema package, DiagnosticBag diagnostics) => new SdkModeler(new ModelContext(package, diagnostics)).Model();

    private SdkModel Model()
    {
        NamespaceRules.Check(_context);
        AddUtilities();
        AddResources();
        AddFunctions();
        AddNestedTypes();
        AddEnums();
        if (Package.Config.Count > 0)
        {
            Add("Config/Config.cs", Naming.PackageNamespace, ConfigUsings, [new ConfigModeler(_context).Model()], SchemaPath.Root.Child("config"));
        }
        var folders = ModuleTree.Of(Package).Select(Naming.Folder).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new SdkModel(_files, ProjectModeler.Model(_context, folders));
    }

    private void AddUtilities()
    {
        var utilities = new UtilitiesClass(
            DocComment.Summary("What the classes of this package share."),
            Naming.PackageSegment + "ResourceType",
            $"{Naming.PackageNamespace}.version.txt",
            Package.PluginDownloadUrl);
        Add("Utilities.cs", Naming.PackageNamespace, [], [utilities], SchemaPath.Root);
    }

    private void AddResources()
    {
        var modeler = new ResourceModeler(_context);
        foreach (var resource in Package.Resources.Append(Package.Provider))
        {
            var module = Package.ModuleOf(resource.Token);
            Add(
                $"{PackageNaming.ResourceClass(resource)}.cs",
                module,
                Naming.ModuleNamespace(module),
                Usings(),
                modeler.Model(resource),
                resource.Path);
        }
    }

    private void AddFunctions()
    {
        var modeler = new FunctionModeler(_context);
        foreach (var function in Package.Functions)
        {
            var module = Package.ModuleOf(function.Token);
            var (ns, moduleNamespace) = (Naming.TokenNamespace(function.Token), Naming.ModuleNamespace(module));
            Add(
                $"{PackageNaming.FunctionClass(function.Token)}.cs",
                module,
                ns,
                ns == moduleNamespace ? Usings() : [.. Usings(), moduleNamespace],
                modeler.Model(function),
                function.Path);
        }
    }

    private void AddNestedTypes()
    {
        var modeler = new NestedTypeModeler(_context);
        foreach (var (plain, input) in Package.Objects)
        {
            foreach (var (qualifier, file, declaration) in modeler.Model(plain, input))
            {
                Add(
                    $"{qualifier}/{file}.cs",
                    Package.ModuleOf(plain.Token),
                    Naming.TokenNamespace(plain.Token, qualifier),
                    Usings(),
                    [declaration],
                    plain.Path);
            }
        }
    }

    private void AddEnums()
    {
        var modeler = new EnumModeler(_context);
        foreach (var group in Package.Enums.GroupBy(type => Package.ModuleOf(type.Token), StringComparer.Ordinal))
        {
            Add(
                "Enums.cs", group.Key, Naming.ModuleNamespace(group.Key), EnumUsings, [.. group.Select(modeler.Model)], group.First().Path);
        }
    }

    private string[] Usings() => Naming.Root == "Pulumi" ? ClassUsings : [.. ClassUsings, "Pulumi"];

    private void Add(
        string name, string module, string ns, IReadOnlyList<string> usings, IReadOnlyList<Declaration> declarations, SchemaPath owner)
    {
        // Everything in the configuration's module but the configuration itself is reached through other modules.
        if (module == PackageNaming.ConfigModule && Package.Config.Count > 0)
        {
            return;
        }
        var folder = Naming.Folder(module);
        Add(folder.Length == 0 ? name : $"{folder}/{name}", ns, usings, declarations, owner);
    }

    private void Add(string path, string ns, IReadOnlyList<string> usings, IReadOnlyList<Declaration> declarations, SchemaPath owner)
    {
        if (!_paths.TryAdd(path, owner))
        {
            _context.Diagnostics.Error(owner, $"both this and {_paths[path]} would be written to {path}");
            return;
        }
        foreach (var name in declarations.Select(declaration => $"{ns}.{declaration.Name}").Where(name => !_types.TryAdd(name, owner)))
        {
            _context.Diagnostics.Error(owner, $"both this and {_types[name]} would be called {name}");
        }
        _files.Add(new SourceFile(path, ns, usings, declarations));
    }
}
