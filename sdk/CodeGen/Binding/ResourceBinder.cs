using System.Text.Json;
using CloudUpdate.CodeGen.Parsing;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>Binds resources and the provider.</summary>
internal sealed class ResourceBinder(BindingContext context, PropertyBinder properties)
{
    private readonly ReplaceOnChangesPaths _replaceOnChanges = new(context.Diagnostics);

    /// <summary>A resource of the package.</summary>
    public ResourceSchema Bind(string token, SpecNode spec)
    {
        new TokenRules(context).Check(token, "resource", spec.Path);
        return Bind(token, spec, isProvider: false);
    }

    /// <summary>The provider. It exists even if the schema does not mention it; only text can be read from it.</summary>
    public ResourceSchema BindProvider(SpecNode spec)
    {
        if (spec.ChildOrEmpty("inputProperties").Has("version"))
        {
            context.Diagnostics.Error(
                spec.Path.Child("properties").Child("version"), "version is a reserved provider input property name");
        }
        var provider = Bind("pulumi:providers:" + context.PackageName, spec, isProvider: true);
        return provider with { Outputs = [.. provider.Outputs.Where(output => IsText(output.Type.Unwrapped))] };
    }

    private ResourceSchema Bind(string token, SpecNode spec, bool isProvider)
    {
        Unsupported.Overlay(spec, context.Diagnostics);
        Unsupported.Methods(spec, context.Diagnostics);
        LegacyLists.Check(spec, "property types must be marked as plain instead", context.Diagnostics);
        CheckReserved(spec);
        var outputs = properties.Bind(spec, "properties", "required", isInput: false);
        if (spec.Child("listInputs") is { } list)
        {
            properties.Bind(list, "properties", "required", isInput: true);
        }
        var csharp = spec.ChildOrEmpty("language").Child("csharp");
        return new ResourceSchema
        {
            Token = token,
            Path = spec.Path,
            Description = spec.Text("description"),
            Deprecation = spec.Text("deprecationMessage"),
            IsProvider = isProvider,
            IsComponent = spec.Flag("isComponent"),
            Inputs = properties.Bind(spec, "inputProperties", "requiredInputs", isInput: true),
            Outputs = outputs,
            StateInputs = BindStateInputs(token, spec),
            Aliases = BindAliases(spec),
            ReplaceOnChanges = _replaceOnChanges.Of(outputs, spec.Path),
            CSharpName = csharp?.Text("name"),
        };
    }

    private void CheckReserved(SpecNode spec)
    {
        var outputs = spec.ChildOrEmpty("properties");
        if (outputs.Has("urn"))
        {
            context.Diagnostics.Warning(outputs.Path.Child("urn"), "urn is a reserved property name");
        }
        if (outputs.Has("id") && !spec.Flag("isComponent"))
        {
            context.Diagnostics.Warning(outputs.Path.Child("id"), "id is a reserved property name for resources");
        }
        var state = spec.ChildOrEmpty("stateInputs").ChildOrEmpty("properties");
        if (state.Has("id"))
        {
            context.Diagnostics.Error(state.Path.Child("id"), "id is a reserved property name for stateInputs");
        }
    }

    private ObjectType? BindStateInputs(string token, SpecNode spec)
    {
        if (spec.Child("stateInputs") is not { } state)
        {
            return null;
        }
        return new ObjectType(token, state.Path, state.Text("description"), isInputShape: true)
        {
            Properties = properties.Bind(state, "properties", "required", isInput: true),
        };
    }

    /// <summary>An alias is a token or an object that holds one.</summary>
    private static List<string> BindAliases(SpecNode spec) =>
        [.. spec.Items("aliases")
            .Select(alias => alias.Value)
            .Select(alias => alias.ValueKind == JsonValueKind.Object && alias.TryGetProperty("type", out var type) ? type : alias)
            .Where(alias => alias.ValueKind == JsonValueKind.String)
            .Select(alias => alias.GetString()!)];

    private static bool IsText(SchemaType type) =>
        type == PrimitiveType.String || (type is EnumType { Element: var element } && element == PrimitiveType.String);
}
