using CloudUpdate.CodeGen.Docs;
using CloudUpdate.CodeGen.Model;
using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>Models what programs read.</summary>
internal sealed class OutputClassModeler(ModelContext context)
{
    /// <summary>A class with a field for each property of a structure.</summary>
    public OutputClass Class(string name, DocComment docs, IReadOnlyList<PropertySchema> properties, TypeContext types)
    {
        PropertyNames.Check(name, properties, context);
        return new OutputClass(name, docs, [.. properties.Select(property => new OutputField(
            property.Name,
            PackageNaming.Property(property),
            Identifiers.ConstructorParameter(property.Name),
            context.Types.Render(property.Type, types),
            Docs(property),
            property.Deprecation))]);
    }

    /// <summary>The properties that can be read from a resource.</summary>
    public IReadOnlyList<OutputProperty> Properties(ResourceSchema resource, TypeContext types)
    {
        string[] members = resource.IsProvider || resource.IsComponent ? [] : ["Get"];
        PropertyNames.Check(PackageNaming.ResourceClass(resource), resource.Outputs, context, members);
        return [.. resource.Outputs.Select(property => new OutputProperty(
            property.Name,
            PackageNaming.Property(property),
            Type(property, resource, types),
            Docs(property),
            property.Deprecation))];
    }

    /// <summary>What can be read from a provider is text, whatever its type.</summary>
    private string Type(PropertySchema property, ResourceSchema resource, TypeContext types) =>
        resource.IsProvider && property.Type.Unwrapped is not PrimitiveType
            ? property.IsRequired ? "string" : "string?"
            : context.Types.Render(property.Type, types);

    private static DocComment Docs(PropertySchema property) =>
        MarkdownDocs.Comment(property.Description, $"The value of {XmlText.Code(property.Name)}.");
}
