using System.Text.RegularExpressions;
using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Parsing;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>From the document to the package it describes. All errors are reported; binding goes on after each.</summary>
internal sealed class PackageBinder
{
    private readonly SpecNode _document;
    private readonly BindingContext _context;
    private readonly TypeBinder _types;
    private readonly PropertyBinder _properties;

    private PackageBinder(SpecNode document, DiagnosticBag diagnostics)
    {
        _document = document;
        _context = new BindingContext(
            document.Text("name"),
            ModuleFormat(document),
            document.Texts("allowedPackageNames").Select(item => item.Text).ToHashSet(StringComparer.Ordinal),
            diagnostics);
        _types = new TypeBinder(_context, new ReferenceBinder(_context));
        _properties = new PropertyBinder(_context, _types);
    }

    /// <summary>The package, which is usable only if no error was reported.</summary>
    public static PackageSchema Bind(SpecNode document, DiagnosticBag diagnostics) => new PackageBinder(document, diagnostics).Bind();

    private PackageSchema Bind()
    {
        CheckPackage();
        var resources = _document.Entries("resources");
        var functions = _document.Entries("functions");
        _context.Resources.UnionWith(resources.Select(entry => entry.Key));
        BindTypes(_document.Entries("types"));
        var bound = Describe() with
        {
            Config = BindConfig(),
            Provider = new ResourceBinder(_context, _properties).BindProvider(_document.ChildOrEmpty("provider")),
            Resources = [.. resources.Select(entry => new ResourceBinder(_context, _properties).Bind(entry.Key, entry.Value))],
            Functions = [.. functions.Select(entry => new FunctionBinder(_context, _types, _properties).Bind(entry.Key, entry.Value))],
        };
        new RequiredCycles(_context).Check();
        new TokenCollisions(_context).Check([.. resources, .. functions]);
        new DocReferences(_document, _context.Diagnostics).Check();
        return bound;
    }

    private void CheckPackage()
    {
        Unsupported.Package(_document, _context.Diagnostics);
        var name = _context.PackageName;
        if (name is "pulumi" or "input")
        {
            _context.Diagnostics.Error(
                SchemaPath.Root.Child("name"), $"invalid package name '{name}' (package names 'pulumi' and 'input' are reserved)");
        }
        if (_document.ChildOrEmpty("meta").Flag("supportPack") && !_document.Has("version"))
        {
            _context.Diagnostics.Error(SchemaPath.Root.Child("version"), "version must be provided when package supports packing");
        }
    }

    private void BindTypes(IReadOnlyList<KeyValuePair<string, SpecNode>> entries)
    {
        var binder = new TypesBinder(_context, _properties);
        binder.Declare(entries);
        binder.Fill(entries);
    }

    private IReadOnlyList<PropertySchema> BindConfig() =>
        _properties.Bind(_document.ChildOrEmpty("config"), "variables", "defaults", isInput: false);

    private PackageSchema Describe() => new()
    {
        Name = _context.PackageName,
        Version = _document.OptionalText("version")?.TrimStart('v'),
        Description = _document.Text("description"),
        Homepage = _document.Text("homepage"),
        License = _document.Text("license"),
        Repository = _document.Text("repository"),
        Publisher = _document.Text("publisher"),
        PluginDownloadUrl = _document.Text("pluginDownloadURL"),
        SupportPack = _document.ChildOrEmpty("meta").Flag("supportPack"),
        ModuleFormat = _context.ModuleFormat,
        CSharp = CSharpBinder.Bind(_document),
        Provider = new ResourceSchema { Token = "", Path = SchemaPath.Root },
        Objects = [.. _context.Objects.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value)],
        Enums = [.. _context.Enums.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => entry.Value)],
    };

    /// <summary>The reader has reported an expression that does not compile; the default then stands in for it.</summary>
    private static Regex ModuleFormat(SpecNode document) =>
        document.ChildOrEmpty("meta").OptionalText("moduleFormat") is { } format && RegexRule.TryCompile(format, out var regex, out _)
            ? regex!
            : new Regex("(.*)", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
