using CloudUpdate.CodeGen.Docs;
using CloudUpdate.CodeGen.Emit;
using CloudUpdate.CodeGen.Model;
using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>Models the class that reads the package's configuration.</summary>
internal sealed class ConfigModeler(ModelContext context)
{
    private readonly DefaultExpressions _defaults = new(context);

    /// <summary>The namespace of the configuration's module, in which structures have short names.</summary>
    private TypeContext Types => new($"{context.Naming.PackageNamespace}", TypeContext.Types);

    /// <summary>The class.</summary>
    public ConfigClass Model()
    {
        var package = context.Package;
        PropertyNames.Check("Config", package.Config, context);
        return new ConfigClass(
            DocComment.Summary($"The configuration of package {XmlText.Code(package.Name)} in the stack's settings."),
            package.Name,
            [.. package.Config.Select(Variable)],
            [.. Structures(package.Config).Select(Type)]);
    }

    private ConfigVariable Variable(PropertySchema variable)
    {
        var (type, accessor) = Access(variable.Type.Unwrapped);
        var read = $"__config.{accessor}({CSharpText.Quote(variable.Name)})";
        var fallback = _defaults.Of(variable);
        return new ConfigVariable(
            PackageNaming.Property(variable),
            Identifiers.Field(variable.Name),
            type,
            fallback is null ? read : $"{read} ?? {fallback}",
            MarkdownDocs.Comment(variable.Description, $"The setting {XmlText.Code($"{context.Package.Name}:{variable.Name}")}."));
    }

    /// <summary>The type of a variable and the method that reads it. Whether it is set shows only at run time, so it can always be null.</summary>
    private (string Type, string Accessor) Access(SchemaType type)
    {
        var text = context.Types.Render(type, Types);
        return type switch
        {
            _ when type == PrimitiveType.String => ("string?", "Get"),
            _ when type == PrimitiveType.Boolean => ("bool?", "GetBoolean"),
            _ when type == PrimitiveType.Integer => ("int?", "GetInt32"),
            _ when type == PrimitiveType.Number => ("double?", "GetDouble"),
            ArrayType => (text, $"GetObject<{text}>"),
            _ => (text + "?", $"GetObject<{text}>"),
        };
    }

    /// <summary>The structures of the variables, each before those inside of it.</summary>
    private static List<ObjectType> Structures(IReadOnlyList<PropertySchema> variables)
    {
        var found = new List<ObjectType>();
        Visit(variables);
        return found;

        void Visit(IReadOnlyList<PropertySchema> properties)
        {
            foreach (var structure in properties.SelectMany(property => property.Type.Structures).Where(structure => !found.Contains(structure)))
            {
                found.Add(structure);
                Visit(structure.Properties);
            }
        }
    }

    private ConfigType Type(ObjectType type)
    {
        var name = context.Types.ClassOf(type, Types);
        PropertyNames.Check(name, type.Properties, context);
        return new ConfigType(
            name,
            MarkdownDocs.Comment(type.Description, $"The structure {XmlText.Code(name)}."),
            [.. type.Properties.Select(TypeProperty)]);
    }

    private ConfigTypeProperty TypeProperty(PropertySchema property) => new(
        PackageNaming.Property(property),
        context.Types.Render(property.Type, Types),
        property.Type.Unwrapped is not ArrayType && !context.Types.IsValueType(property.Type.Unwrapped, Types),
        MarkdownDocs.Comment(property.Description, $"The value of {XmlText.Code(property.Name)}."));
}
