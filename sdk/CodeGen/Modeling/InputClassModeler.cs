using CloudUpdate.CodeGen.Docs;
using CloudUpdate.CodeGen.Model;
using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>Models classes that programs fill in.</summary>
internal sealed class InputClassModeler(ModelContext context)
{
    private readonly DefaultExpressions _defaults = new(context);

    /// <summary>A class with a property for each of the schema's.</summary>
    /// <param name="name">The class's name.</param>
    /// <param name="docs">Its documentation.</param>
    /// <param name="baseClass">The simple name of its base class.</param>
    /// <param name="properties">The schema's properties.</param>
    /// <param name="types">How types are written in it.</param>
    /// <param name="isInputShape">Whether values may be eventual.</param>
    /// <param name="isProvider">Whether these are the provider's arguments, of which everything but text travels as JSON.</param>
    public InputClass Model(
        string name,
        DocComment docs,
        string baseClass,
        IReadOnlyList<PropertySchema> properties,
        TypeContext types,
        bool isInputShape,
        bool isProvider = false)
    {
        PropertyNames.Check(name, properties, context, "Empty");
        var members = properties.Select(PackageNaming.Property).ToHashSet(StringComparer.Ordinal);
        return new InputClass(
            name,
            docs,
            baseClass,
            [.. properties.Select(property => Property(property, members, types, isInputShape, isProvider))],
            [.. properties.Select(Default).OfType<Assignment>()]);
    }

    private Assignment? Default(PropertySchema property) => _defaults.Of(property) is { } expression
        ? new Assignment(PackageNaming.Property(property), expression, property.Deprecation.Length > 0)
        : null;

    private InputProperty Property(
        PropertySchema property, HashSet<string> members, TypeContext types, bool isInputShape, bool isProvider)
    {
        var isSimple = property.Type.Unwrapped is not (ArrayType or MapType) && !property.IsSecret;
        var model = new InputProperty
        {
            WireName = property.Name,
            Name = PackageNaming.Property(property),
            Docs = MarkdownDocs.Comment(property.Description, $"The argument {XmlText.Code(property.Name)}."),
            Type = context.Types.Render(property.Type, types),
            Deprecation = property.Deprecation,
            IsRequired = property.IsRequired,
            IsJson = isProvider && property.Type.Unwrapped != PrimitiveType.String,
        };
        return isSimple
            ? model with { StartsAsNull = property.IsRequired && !context.Types.IsValueType(property.Type, types) }
            : WithField(model, property, members, types, isInputShape);
    }

    private InputProperty WithField(
        InputProperty model, PropertySchema property, HashSet<string> members, TypeContext types, bool isInputShape)
    {
        var required = property.Type.Required;
        var isInput = required is InputType;
        var isCollection = property.Type.Unwrapped is ArrayType or MapType;
        var type = context.Types.Render(required, types with { IsMutable = !isInputShape || !isInput });
        var secret = property.IsSecret && isInput ? Mark(property.Type.Unwrapped, types) : null;
        return model with
        {
            Type = isCollection ? type : type + "?",
            Field = new BackingField(Field(property, members), type, isCollection, secret),
        };
    }

    /// <summary>Wire names that differ only in characters that identifiers cannot have would have one field.</summary>
    private static string Field(PropertySchema property, HashSet<string> members)
    {
        var name = Identifiers.Field(property.Name);
        while (!members.Add(name))
        {
            name += "_";
        }
        return name;
    }

    private SecretMark Mark(SchemaType type, TypeContext types) => type switch
    {
        ArrayType array => new SecretMark($"ImmutableArray.Create<{context.Types.Render(array.Element.Plain, types)}>()", IsCollection: true),
        MapType map => new SecretMark($"ImmutableDictionary.Create<string, {context.Types.Render(map.Element.Plain, types)}>()", IsCollection: true),
        _ => new SecretMark("0", IsCollection: false),
    };
}
