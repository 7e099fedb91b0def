using CloudUpdate.CodeGen.Docs;
using CloudUpdate.CodeGen.Emit;
using CloudUpdate.CodeGen.Model;
using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>Models resources: the class itself, its arguments and, where there are any, the inputs for looking it up.</summary>
internal sealed class ResourceModeler(ModelContext context)
{
    private readonly InputClassModeler _inputs = new(context);
    private readonly OutputClassModeler _outputs = new(context);

    /// <summary>The declarations of a resource's file.</summary>
    public IReadOnlyList<Declaration> Model(ResourceSchema resource)
    {
        var moduleNamespace = resource.IsProvider ? context.Naming.PackageNamespace : context.Naming.ModuleNamespaceOf(resource.Token);
        List<Declaration> declarations = [Class(resource, moduleNamespace), Args(resource, moduleNamespace)];
        if (resource.StateInputs is { } state)
        {
            declarations.Add(State(resource, state, moduleNamespace));
        }
        return declarations;
    }

    private ResourceClass Class(ResourceSchema resource, string moduleNamespace)
    {
        var name = PackageNaming.ResourceClass(resource);
        var fallback = resource.IsProvider
            ? $"Configures the provider of package {XmlText.Code(context.Package.Name)}."
            : $"The resource {XmlText.Code(resource.Token)}.";
        return new ResourceClass(name, MarkdownDocs.Comment(resource.Description, fallback))
        {
            Token = resource.Token,
            BaseToken = resource.IsProvider ? context.Package.Name : resource.Token,
            Kind = resource switch
            {
                { IsProvider: true } => ResourceKind.Provider,
                { IsComponent: true } => ResourceKind.Component,
                _ => ResourceKind.Custom,
            },
            Attribute = context.Naming.PackageSegment + "ResourceType",
            Deprecation = resource.Deprecation,
            Outputs = _outputs.Properties(resource, new TypeContext(moduleNamespace, TypeContext.Outputs)),
            ArgsClass = name + "Args",
            ArgsAreOptional = !resource.Inputs.Any(input => input.IsRequired),
            StateClass = resource.StateInputs is null ? null : name + "State",
            Constants = [.. resource.Inputs.Where(input => input.Const is not null).Select(Constant)],
            HasDictionaryConstructor = context.Package.CSharp.DictionaryConstructors,
            PluginDownloadUrl = context.Package.PluginDownloadUrl,
            Aliases = resource.Aliases,
            SecretOutputs = [.. resource.Outputs.Where(output => output.IsSecret).Select(output => output.Name)],
            ReplaceOnChanges = resource.ReplaceOnChanges,
        };
    }

    private static Assignment Constant(PropertySchema input) =>
        new(PackageNaming.Property(input), CSharpText.Literal(input.Const!), input.Deprecation.Length > 0);

    private InputClass Args(ResourceSchema resource, string moduleNamespace)
    {
        var name = PackageNaming.ResourceClass(resource);
        return _inputs.Model(
            name + "Args",
            DocComment.Summary($"What a <see cref=\"{name}\"/> resource is to be."),
            "ResourceArgs",
            resource.Inputs,
            new TypeContext(moduleNamespace, TypeContext.Inputs),
            isInputShape: true,
            resource.IsProvider);
    }

    private InputClass State(ResourceSchema resource, ObjectType state, string moduleNamespace)
    {
        var name = PackageNaming.ResourceClass(resource);
        return _inputs.Model(
            name + "State",
            MarkdownDocs.Comment(state.Description, $"What may help to look up a <see cref=\"{name}\"/> resource."),
            "ResourceArgs",
            state.Properties,
            new TypeContext(moduleNamespace, TypeContext.Inputs) { IsState = true },
            isInputShape: true);
    }
}
