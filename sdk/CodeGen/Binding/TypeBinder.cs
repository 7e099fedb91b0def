using CloudUpdate.CodeGen.Parsing;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>Binds type specifications. In input context every level is eventual unless it says <c>plain</c> itself.</summary>
internal sealed class TypeBinder(BindingContext context, ReferenceBinder references)
{
    /// <summary>The type that a specification means.</summary>
    public SchemaType Bind(SpecNode spec, bool isInput)
    {
        var type = BindCore(spec, isInput);
        return isInput && !spec.Flag("plain") && type is not InvalidType ? new InputType(type) : type;
    }

    private SchemaType BindCore(SpecNode spec, bool isInput)
    {
        if (spec.Has("$ref"))
        {
            return spec.OptionalText("$ref") is { } reference ? references.Bind(reference, spec.Path.Child("$ref"), isInput) : InvalidType.Instance;
        }
        if (spec.Has("oneOf"))
        {
            return BindUnion(spec, isInput);
        }

        return spec.OptionalText("type") switch
        {
            null => InvalidType.Instance,
            "array" => new ArrayType(spec.Child("items") is { } items ? Bind(items, isInput) : MissingItems(spec)),
            "object" => new MapType(BindMapElement(spec, isInput)),
            var name => PrimitiveType.Named(name) is { } primitive ? primitive : UnknownKind(spec, name),
        };
    }

    /// <summary>A map without an element type is a map of strings.</summary>
    private SchemaType BindMapElement(SpecNode spec, bool isInput)
    {
        if (spec.Child("additionalProperties") is { } element)
        {
            return Bind(element, isInput);
        }
        return isInput ? new InputType(PrimitiveType.String) : PrimitiveType.String;
    }

    private SchemaType BindUnion(SpecNode spec, bool isInput)
    {
        var elements = spec.Objects("oneOf").Select(element => Bind(element, isInput)).ToList();
        return elements.Count < 2 || elements.Exists(element => element is InvalidType)
            ? InvalidType.Instance
            : new UnionType(elements, spec.OptionalText("type") is { } name ? PrimitiveType.Named(name) : null);
    }

    private InvalidType MissingItems(SpecNode spec)
    {
        context.Diagnostics.Error(spec.Path, "missing \"items\" property in array type spec");
        return InvalidType.Instance;
    }

    private InvalidType UnknownKind(SpecNode spec, string name)
    {
        context.Diagnostics.Error(spec.Path.Child("type"), $"unknown type kind '{name}'");
        return InvalidType.Instance;
    }
}
