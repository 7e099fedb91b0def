using System.Collections.Immutable;

namespace CloudUpdate.Provider.Schema;

/// <summary>What values a property can have. The kinds are closed: text, enumeration, boolean, integer, number, list, map, object.</summary>
internal abstract record PropertyType;

/// <summary>A text.</summary>
internal sealed record TextType : PropertyType
{
    /// <summary>Least number of characters; null for none.</summary>
    public int? MinLength { get; init; }

    /// <summary>Greatest number of characters; null for none.</summary>
    public int? MaxLength { get; init; }

    /// <summary>What the text must look like; null for anything.</summary>
    public TextPattern? Pattern { get; init; }

    /// <summary>The values that the cloud documents. Others pass with a warning, since clouds add values.</summary>
    public ImmutableArray<NamedValue> Values { get; init; } = [];
}

/// <summary>One of a closed set of texts that the provider itself defines.</summary>
/// <param name="Name">Name of the type in the schema, in the root module.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Values">The values.</param>
internal sealed record EnumerationType(string Name, string Description, ImmutableArray<NamedValue> Values) : PropertyType;

/// <summary>True or false.</summary>
internal sealed record BooleanType : PropertyType;

/// <summary>A whole number of 32 bits.</summary>
internal sealed record IntegerType : PropertyType
{
    /// <summary>Least value; null for none.</summary>
    public int? Minimum { get; init; }

    /// <summary>Greatest value; null for none.</summary>
    public int? Maximum { get; init; }
}

/// <summary>A number, for whole numbers beyond 32 bits too.</summary>
internal sealed record NumberType : PropertyType;

/// <summary>A list, or a set where the order means nothing.</summary>
/// <param name="Item">What the items are.</param>
internal sealed record ListType(PropertyType Item) : PropertyType
{
    /// <summary>Whether the order of the items means nothing.</summary>
    public bool IsSet { get; init; }

    /// <summary>Whether a repeated item is refused; otherwise a set drops it.</summary>
    public bool RefusesRepeats { get; init; }

    /// <summary>Least number of items; null for none.</summary>
    public int? MinItems { get; init; }

    /// <summary>Greatest number of items; null for none.</summary>
    public int? MaxItems { get; init; }
}

/// <summary>A map from texts; a map that the program gives is managed as a whole.</summary>
/// <param name="Item">What the values are.</param>
internal sealed record MapType(PropertyType Item) : PropertyType;

/// <summary>An object with named members, each of which is managed by itself.</summary>
/// <param name="Name">Name of the type in the schema, in the module of its resource.</param>
/// <param name="Description">What the object is.</param>
/// <param name="Properties">The members.</param>
internal sealed record ObjectType(string Name, string Description, ImmutableArray<PropertyDefinition> Properties) : PropertyType
{
    /// <summary>
    /// Which write-only members must be at hand before the object may be sent, given the object as the program states it.
    /// Null: at least one of them.
    /// </summary>
    public Func<Protocol.Values.PropertyMap, IEnumerable<string>>? SecretsNeeded { get; init; }

    /// <summary>
    /// Which members mean nothing beside the others, for example those of another way to log in. What the cloud has of them is not sent again.
    /// Null: none.
    /// </summary>
    public Func<Protocol.Values.PropertyMap, IEnumerable<string>>? Unused { get; init; }
}

/// <summary>A value with its meaning.</summary>
/// <param name="Value">The value as it is sent.</param>
/// <param name="Meaning">What it means.</param>
internal sealed record NamedValue(string Value, string Meaning);

/// <summary>What a text must look like.</summary>
/// <param name="Expression">Regular expression that the whole text matches.</param>
/// <param name="Words">The same for people, as the end of "must ...".</param>
internal sealed record TextPattern(string Expression, string Words)
{
    /// <summary>Whether another text is refused; otherwise it passes with a warning (a rule that the API's document does not state).</summary>
    public bool Strict { get; init; } = true;
}
