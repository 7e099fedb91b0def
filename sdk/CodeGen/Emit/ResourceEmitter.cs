using CloudUpdate.CodeGen.Docs;
using CloudUpdate.CodeGen.Model;

namespace CloudUpdate.CodeGen.Emit;

/// <summary>Writes the class of a resource.</summary>
internal sealed class ResourceEmitter(ResourceClass resource, CodeWriter writer)
{
    private const string OptionsDocs = "How the engine treats the resource: its provider, parent, aliases, protection and the like.";

    private string Options => resource.OptionsClass;

    private string Token => CSharpText.Quote(resource.BaseToken);

    /// <summary>An id that the program gives in the options asks for the resource with that id; only custom resources can be asked for.</summary>
    private string MakeNewOptions => $"MakeResourceOptions(options, {(resource.CanBeLookedUp ? "null" : "\"\"")})";

    private string StateParameter => resource.StateClass is { } state ? $"{state}? state = null, " : "";

    /// <summary>Writes it.</summary>
    public void Emit()
    {
        writer.Docs(resource.Docs)
            .Obsolete(resource.Deprecation)
            .Line($"[{resource.Attribute}({CSharpText.Quote(resource.Token)})]");
        using (writer.Block($"public partial class {resource.Name} : global::Pulumi.{BaseClass(resource.Kind)}"))
        {
            EmitOutputs();
            EmitConstructors();
            writer.Line();
            EmitMakeResourceOptions();
            if (resource.CanBeLookedUp)
            {
                EmitGet();
            }
        }
    }

    private static string BaseClass(ResourceKind kind) => kind switch
    {
        ResourceKind.Provider => "ProviderResource",
        ResourceKind.Component => "ComponentResource",
        _ => "CustomResource",
    };

    private void EmitOutputs()
    {
        foreach (var output in resource.Outputs)
        {
            writer.Docs(output.Docs)
                .Line($"[Output({CSharpText.Quote(output.WireName)})]")
                .Obsolete(output.Deprecation)
                .Line($"public Output<{output.Type}> {output.Name} {{ get; private set; }} = null!;")
                .Line();
        }
        writer.Line();
    }

    private void EmitConstructors()
    {
        var args = resource.ArgsClass;
        writer.Docs(DocComment.Summary($"Creates {Article(resource.Name)} {resource.Name} resource.")
            .WithParam("name", "The name of the resource, unique among those of its type in the stack.")
            .WithParam("args", "What the resource is to be.")
            .WithParam("options", OptionsDocs));
        var parameter = resource.ArgsAreOptional ? $"{args}? args = null" : $"{args} args";
        writer.Line($"public {resource.Name}(string name, {parameter}, {Options}? options = null)");
        EmitBaseCall(
            resource.Constants.Count > 0 ? "MakeArgs(args)" : $"args ?? new {args}()",
            MakeNewOptions + (resource.Kind == ResourceKind.Component ? ", remote: true" : ""));
        if (resource.HasDictionaryConstructor && resource.Kind != ResourceKind.Component)
        {
            writer.Line($"internal {resource.Name}(string name, ImmutableDictionary<string, object?> dictionary, {Options}? options = null)");
            EmitBaseCall("new DictionaryResourceArgs(dictionary)", MakeNewOptions);
        }
        if (resource.CanBeLookedUp)
        {
            writer.Line().Line($"private {resource.Name}(string name, Input<string> id, {StateParameter}{Options}? options = null)");
            EmitBaseCall(resource.StateClass is null ? "null" : "state", "MakeResourceOptions(options, id)");
        }
        if (resource.Constants.Count > 0)
        {
            writer.Line();
            EmitMakeArgs();
        }
    }

    private void EmitBaseCall(string args, string options)
    {
        using (writer.Indent())
        {
            writer.Line($": base({Token}, name, {args}, {options})");
        }
        writer.Line("{").Line("}");
    }

    private void EmitMakeArgs()
    {
        var type = resource.ArgsClass + (resource.ArgsAreOptional ? "?" : "");
        using (writer.Block($"private static {type} MakeArgs({type} args)"))
        {
            writer.Line($"args ??= new {resource.ArgsClass}();");
            AssignmentEmitter.Emit(resource.Constants, "args.", writer);
            writer.Line("return args;");
        }
    }

    private void EmitMakeResourceOptions()
    {
        using (writer.Block($"private static {Options} MakeResourceOptions({Options}? options, Input<string>? id)"))
        {
            using (writer.Block($"var packageOptions = new {Options}", "};"))
            {
                writer.Line("Version = Utilities.Version,");
                if (resource.PluginDownloadUrl.Length > 0)
                {
                    writer.Line($"PluginDownloadURL = {CSharpText.Quote(resource.PluginDownloadUrl)},");
                }
                EmitList("Aliases", [.. resource.Aliases.Select(alias => $"new global::Pulumi.Alias {{ Type = {CSharpText.Quote(alias)} }}")]);
                EmitList("AdditionalSecretOutputs", [.. resource.SecretOutputs.Select(CSharpText.Quote)]);
                EmitList("ReplaceOnChanges", [.. resource.ReplaceOnChanges.Select(CSharpText.Quote)]);
            }
            writer.Line($"var result = {Options}.Merge(packageOptions, options);")
                .Line("result.Id = id ?? result.Id;")
                .Line("return result;");
        }
    }

    private void EmitList(string name, IReadOnlyList<string> items)
    {
        if (items.Count == 0)
        {
            return;
        }

        writer.Line($"{name} =");
        using (writer.Open("},"))
        {
            foreach (var item in items)
            {
                writer.Line(item + ",");
            }
        }
    }

    private void EmitGet()
    {
        var name = resource.Name;
        var docs = DocComment.Summary($"Looks up {Article(name)} {name} resource that exists already, without managing it.")
            .WithParam("name", "The name under which the program knows the resource.")
            .WithParam("id", "The id that the provider knows the resource by.");
        docs = resource.StateClass is null ? docs : docs.WithParam("state", "What else is needed to find the resource.");
        writer.Line().Docs(docs.WithParam("options", OptionsDocs).WithReturns("The resource as the provider finds it."));
        using (writer.Block($"public static {name} Get(string name, Input<string> id, {StateParameter}{Options}? options = null)"))
        {
            writer.Line($"return new {name}(name, id, {(resource.StateClass is null ? "" : "state, ")}options);");
        }
    }

    private static string Article(string name) => "AEIOU".Contains(char.ToUpperInvariant(name[0]), StringComparison.Ordinal) ? "an" : "a";
}
