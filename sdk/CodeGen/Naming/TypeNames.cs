using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Naming;

/// <summary>The C# text of types.</summary>
internal sealed class TypeNames(PackageSchema package, PackageNaming naming, TypeUsages usages)
{
    /// <summary>The text of a type where a context says.</summary>
    public string Render(SchemaType type, TypeContext context) => type switch
    {
        OptionalType { Element: var element } => Render(element, context) + (TakesQuestionMark(element, context) ? "?" : ""),
        InputType { Element: var element } => RenderInput(element, context),
        ArrayType { Element: var element } => $"{(context.IsMutable ? "List" : "ImmutableArray")}<{Render(element, Fixed(context))}>",
        MapType { Element: var element } =>
            $"{(context.IsMutable ? "Dictionary" : "ImmutableDictionary")}<string, {Render(element, Fixed(context))}>",
        UnionType union => RenderUnion(union, context, wrapper: null),
        ObjectType structure => RenderObject(structure, context),
        EnumType enumType => naming.EnumReference(enumType),
        ResourceType resource => naming.ResourceReference(resource),
        PrimitiveType primitive => RenderPrimitive(primitive),
        _ => throw new InvalidOperationException($"type {type} has no text"),
    };

    /// <summary>The class of a structure in a context.</summary>
    public string ClassOf(ObjectType type, TypeContext context)
    {
        var name = Identifiers.ClassOf(type.Token);
        if (context.IsState)
        {
            return name + "GetArgs";
        }
        if (!package.CSharp.IsTerraformBridge)
        {
            return type.IsInputShape ? name + "Args" : name;
        }

        var usage = usages.Of(type);
        return context.IsInput switch
        {
            true when type.IsInputShape && usage.HasFlag(TypeUsage.OutputVersion) => name + "InputArgs",
            true => name + "Args",
            _ => usage.HasFlag(TypeUsage.PlainType) ? name + "Result" : name,
        };
    }

    /// <summary>Whether a type's text is that of a C# value type, which has no null.</summary>
    public bool IsValueType(SchemaType type, TypeContext context) => type switch
    {
        EnumType => true,
        PrimitiveType primitive => primitive.IsValueType || primitive == PrimitiveType.Json,
        UnionType => Render(type, context).StartsWith("Union<", StringComparison.Ordinal),
        _ => false,
    };

    private static TypeContext Fixed(TypeContext context) => context with { IsMutable = false };

    /// <summary>Lists and eventual collections have a value of their own for "not set"; everything else needs null.</summary>
    private static bool TakesQuestionMark(SchemaType type, TypeContext context) => type switch
    {
        InputType { Element: ArrayType or MapType } => false,
        ArrayType => context.IsMutable,
        _ => true,
    };

    private string RenderInput(SchemaType element, TypeContext context) => element switch
    {
        ArrayType array => $"InputList<{Render(array.Element.Plain, Fixed(context))}>",
        MapType map => $"InputMap<{Render(map.Element.Plain, Fixed(context))}>",
        UnionType union => RenderUnion((UnionType)union.Plain, context, wrapper: "Input"),
        PrimitiveType primitive when primitive == PrimitiveType.Json => "InputJson",
        _ => $"Input<{Render(element, context)}>",
    };

    /// <summary>Two alternatives are a union; more have no common C# type, so they are an object, which is never wrapped.</summary>
    private string RenderUnion(UnionType union, TypeContext context, string? wrapper)
    {
        if (!context.IsInput && union.Elements.Select(element => element.Unwrapped).OfType<EnumType>().FirstOrDefault() is { } relaxed)
        {
            return RenderPrimitive(relaxed.Element);
        }

        var texts = union.Elements.Select(element => Render(element, Fixed(context))).Distinct(StringComparer.Ordinal).ToList();
        return texts switch
        {
            [var only] => wrapper is null ? only : $"{wrapper}<{only}>",
            [var first, var second] => $"{wrapper}Union<{first}, {second}>",
            _ => "object",
        };
    }

    private string RenderObject(ObjectType type, TypeContext context)
    {
        var ns = naming.TokenNamespace(type.Token, context.Qualifier);
        var isNear = ns == $"{context.ModuleNamespace}.{context.Qualifier}" && !context.IsForeignFile;
        return $"{(isNear ? context.Qualifier : ns)}.{ClassOf(type, context)}";
    }

    private static string RenderPrimitive(PrimitiveType type) => type.Name switch
    {
        "boolean" => "bool",
        "integer" => "int",
        "number" => "double",
        "string" => "string",
        "Asset" => "AssetOrArchive",
        "Archive" => "Archive",
        "Json" => "System.Text.Json.JsonElement",
        _ => "object",
    };
}
