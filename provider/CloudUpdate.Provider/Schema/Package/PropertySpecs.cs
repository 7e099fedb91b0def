using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Schema.Package;

/// <summary>Writes properties and their types.</summary>
internal static class PropertySpecs
{
    /// <summary>Properties by name.</summary>
    /// <param name="properties">The properties.</param>
    /// <param name="module">Module in which their object types stand.</param>
    /// <param name="types">Collects their types.</param>
    /// <param name="asInputs">Whether they are the inputs of a resource: then they say when they are needed, and which of them replace it when they change.</param>
    public static JObject Map(IEnumerable<PropertyDefinition> properties, string module, TypeTable types, bool asInputs = false) =>
        PackageSchema.Sorted(properties.Select(property => new JProperty(property.Name, Property(property, module, types, asInputs))));

    /// <summary>Names in order.</summary>
    public static JArray Names(IEnumerable<PropertyDefinition> properties) =>
        new(properties.Select(property => property.Name).Order(StringComparer.Ordinal));

    private static JObject Property(PropertyDefinition property, string module, TypeTable types, bool asInputs)
    {
        var json = Type(property.Type, module, types);
        json["description"] = asInputs ? property.InputDescription : property.Description;
        if (property.IsSecret)
        {
            json["secret"] = true;
        }

        if (asInputs && property.Role is (PropertyRole.Identity or PropertyRole.Creation or PropertyRole.Location))
        {
            json["willReplaceOnChanges"] = true;
        }

        return json;
    }

    private static JObject Type(PropertyType type, string module, TypeTable types) => type switch
    {
        TextType => Primitive("string"),
        BooleanType => Primitive("boolean"),
        IntegerType => Primitive("integer"),
        NumberType => Primitive("number"),
        ListType list => new JObject(new JProperty("type", "array"), new JProperty("items", Type(list.Item, module, types))),
        MapType map => new JObject(new JProperty("type", "object"), new JProperty("additionalProperties", Type(map.Item, module, types))),
        EnumerationType enumeration => Reference(types.Add(enumeration)),
        ObjectType @object => Reference(types.Add(module, @object)),
        _ => throw new InvalidOperationException($"The schema has no form for {type.GetType().Name}."),
    };

    private static JObject Primitive(string name) => new(new JProperty("type", name));

    private static JObject Reference(string token) => new(new JProperty("$ref", $"#/types/{token}"));
}
