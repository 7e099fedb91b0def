using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Documents;

/// <summary>Properties and the types they refer to, as tables.</summary>
internal static class PropertyTables
{
    /// <summary>What a program can give a resource: when it is needed, and what a change does.</summary>
    public static MarkdownText Inputs(this MarkdownText text, IEnumerable<PropertyDefinition> inputs) => text.Table(
        ["Input", "Type", "Needed", "A change", "Description"],
        inputs.Select(input => new[] { $"`{input.Name}`", Words(input), Need(input), Effect(input), input.InputDescription }));

    /// <summary>Arguments, members and outputs.</summary>
    public static MarkdownText Properties(this MarkdownText text, string title, IEnumerable<PropertyDefinition> properties, bool marksRequired = false) => text.Table(
        marksRequired ? [title, "Type", "Needed", "Description"] : [title, "Type", "Description"],
        properties.Select(property => marksRequired
            ? new[] { $"`{property.Name}`", Words(property), property.Required ? "always" : string.Empty, property.Description }
            : [$"`{property.Name}`", Words(property), property.Description]));

    /// <summary>The objects and enumerations that properties refer to, each under a heading of its own.</summary>
    public static MarkdownText SupportingTypes(this MarkdownText text, IEnumerable<PropertyDefinition> properties)
    {
        var types = new List<PropertyType>();
        foreach (var property in properties)
        {
            Collect(property.Type, types);
        }

        if (types.Count > 0)
        {
            text.Heading(2, "Supporting types");
        }

        return types.Aggregate(text, (all, type) => type switch
        {
            ObjectType structure => all.Heading(3, structure.Name).Part(structure.Description)
                .Properties("Member", structure.Properties, marksRequired: structure.Properties.Any(member => member.Required)),
            EnumerationType enumeration => all.Heading(3, enumeration.Name).Part(enumeration.Description)
                .Table(["Value", "Meaning"], enumeration.Values.Select(value => new[] { $"`{value.Value}`", value.Meaning })),
            _ => all,
        });
    }

    private static void Collect(PropertyType type, List<PropertyType> types)
    {
        switch (type)
        {
            case ListType list:
                Collect(list.Item, types);
                break;
            case MapType map:
                Collect(map.Item, types);
                break;
            case EnumerationType enumeration when !types.Contains(enumeration):
                types.Add(enumeration);
                break;
            case ObjectType structure when !types.OfType<ObjectType>().Any(known => known.Name == structure.Name):
                types.Add(structure);
                foreach (var member in structure.Properties)
                {
                    Collect(member.Type, types);
                }

                break;
        }
    }

    private static string Words(PropertyDefinition property) =>
        Words(property.Type) + (property.WriteOnly ? ", secret, write-only" : property.Secret ? ", secret" : string.Empty);

    private static string Words(PropertyType type) => type switch
    {
        TextType => "string",
        BooleanType => "boolean",
        IntegerType => "integer",
        NumberType => "number",
        ListType list => $"{(list.IsSet ? "set" : "list")} of {Words(list.Item)}",
        MapType map => $"map of {Words(map.Item)}",
        ObjectType structure => Link(structure.Name),
        EnumerationType enumeration => Link(enumeration.Name),
        _ => throw new InvalidOperationException($"The documentation has no word for {type.GetType().Name}."),
    };

    private static string Link(string type) => $"[{type}](#{type.ToLowerInvariant()})";

    private static string Need(PropertyDefinition input) =>
        input.Required ? "always"
        : input.Role is PropertyRole.Identity ? "to adopt"
        : input is { RequiredToCreate: true, Autonamed: false } ? "to create"
        : string.Empty;

    private static string Effect(PropertyDefinition input) => input.Role switch
    {
        PropertyRole.Managed => "updates",
        PropertyRole.Setting => string.Empty,
        _ => "replaces",
    };
}
