using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Schema;

/// <summary>Short forms for the rows of a table.</summary>
internal static class Property
{
    /// <summary>A path parameter.</summary>
    public static PropertyDefinition Identity(string wire, PropertyType type, string description) =>
        new(wire, PropertyRole.Identity, type, description) { AlwaysPresent = true };

    /// <summary>A property that the update call can set.</summary>
    public static PropertyDefinition Managed(string wire, PropertyType type, string description) => new(wire, PropertyRole.Managed, type, description);

    /// <summary>A property that only the create call takes.</summary>
    public static PropertyDefinition Creation(string wire, PropertyType type, string description) => new(wire, PropertyRole.Creation, type, description);

    /// <summary>A property that the cloud sets.</summary>
    public static PropertyDefinition Computed(string wire, PropertyType type, string description) => new(wire, PropertyRole.Computed, type, description);

    /// <summary>A member of an object.</summary>
    public static PropertyDefinition Member(string wire, PropertyType type, string description) => new(wire, PropertyRole.Managed, type, description);

    /// <summary>A text without limits.</summary>
    public static TextType Text { get; } = new();

    /// <summary>A boolean.</summary>
    public static BooleanType Boolean { get; } = new();

    /// <summary>A whole number.</summary>
    public static IntegerType Integer { get; } = new();

    /// <summary>A number.</summary>
    public static NumberType Number { get; } = new();

    /// <summary>The empty text, for <see cref="PropertyDefinition.AbsentMeans"/>.</summary>
    public static PropertyValue Empty { get; } = PropertyValue.Of(string.Empty);

    /// <summary>A list whose order counts.</summary>
    public static ListType List(PropertyType item) => new(item);

    /// <summary>A list whose order means nothing.</summary>
    public static ListType Set(PropertyType item) => new(item) { IsSet = true };

    /// <summary>A map.</summary>
    public static MapType Map(PropertyType item) => new(item);
}
