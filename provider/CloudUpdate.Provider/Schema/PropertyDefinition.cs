using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Schema;

/// <summary>One row of a resource's table: a property of it, or a member of one of its objects.</summary>
/// <param name="Wire">Name in the API's bodies and paths.</param>
/// <param name="Role">What it is to the resource.</param>
/// <param name="Type">What values it can have.</param>
/// <param name="Description">Meaning and limits, wherever the property is shown, as Markdown.</param>
internal sealed record PropertyDefinition(string Wire, PropertyRole Role, PropertyType Type, string Description)
{
    /// <summary>Name in programs: the wire name in camel case.</summary>
    public string Name { get; init; } = Naming.Camel(Wire);

    /// <summary>What only a program that manages the resource needs to know: when it must give the property, what happens otherwise. Markdown.</summary>
    public string Usage { get; init; } = string.Empty;

    /// <summary>The description of the property as an input of its resource.</summary>
    public string InputDescription => Usage.Length == 0 ? Description : $"{Description} {Usage}";

    /// <summary>Whether it is always needed: an input without which nothing can be done, or a member that its object must have.</summary>
    public bool Required { get; init; }

    /// <summary>Whether the create call needs it.</summary>
    public bool RequiredToCreate { get; init; }

    /// <summary>Whether every answer of the cloud carries it.</summary>
    public bool AlwaysPresent { get; init; }

    /// <summary>Whether its value must not be shown.</summary>
    public bool Secret { get; init; }

    /// <summary>Whether the cloud never gives it back; implies <see cref="Secret"/>.</summary>
    public bool WriteOnly { get; init; }

    /// <summary>What a null or missing member of an answer means; null: that there is no value.</summary>
    public PropertyValue? AbsentMeans { get; init; }

    /// <summary>Whether some answers lack the member altogether although it has a value; then the last known value counts.</summary>
    public bool MayBeHidden { get; init; }

    /// <summary>What the first check of an object to be created fills in; null for nothing.</summary>
    public PropertyValue? CreationDefault { get; init; }

    /// <summary>Whether the first check of an object to be created makes up a name where the program gives none.</summary>
    public bool Autonamed { get; init; }

    /// <summary>Whether every update sends it, changed or not.</summary>
    public bool AlwaysSent { get; init; }

    /// <summary>When the cloud may change it by itself.</summary>
    public Volatility Volatility { get; init; }

    /// <summary>Values of the resource's discriminator for which the property exists; empty for all.</summary>
    public ImmutableArray<string> Variants { get; init; } = [];

    /// <summary>Whether a program can give it.</summary>
    public bool IsInput => Role is not PropertyRole.Computed;

    /// <summary>Whether the resource shows it.</summary>
    public bool IsOutput => Role is not PropertyRole.Setting && !WriteOnly;

    /// <summary>Whether its value must not be shown, for either reason.</summary>
    public bool IsSecret => Secret || WriteOnly;
}
