using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>What of an operation must not be shown, because the table or the user calls it secret.</summary>
/// <param name="Values">The secret texts that are known before anything is sent.</param>
/// <param name="Members">The names on the wire of what is secret, whatever value a cloud has there.</param>
internal sealed record OperationSecrets(IReadOnlySet<string> Values, IReadOnlySet<string> Members)
{
    /// <summary>Nothing.</summary>
    public static OperationSecrets None { get; } = new(new HashSet<string>(), new HashSet<string>());

    /// <summary>What the definitions, or marks in the bags, call secret.</summary>
    /// <param name="definitions">What the bags may hold.</param>
    /// <param name="bags">Old and new inputs and outputs, or arguments; null for none.</param>
    public static OperationSecrets In(IEnumerable<PropertyDefinition> definitions, params IEnumerable<PropertyMap?> bags)
    {
        var found = new Search();
        var given = bags.OfType<PropertyMap>().ToList();
        foreach (var definition in definitions)
        {
            found.Look(definition, null);
            given.ForEach(bag => found.Look(definition, bag.Get(definition.Name)));
        }

        return new OperationSecrets(found.Values, found.Members);
    }

    /// <summary>How many there are of each; nothing else.</summary>
    public override string ToString() => FormattableString.Invariant($"{Values.Count} values, {Members.Count} members");

    private sealed class Search
    {
        public HashSet<string> Values { get; } = [];

        public HashSet<string> Members { get; } = [];

        public void Look(PropertyDefinition definition, PropertyValue? value)
        {
            var isOpen = !definition.IsSecret && value is not SecretValue;
            if (isOpen && definition.Type is ObjectType type)
            {
                LookInside(type, value);
            }
            else if (isOpen && (definition.Type, value?.Unwrapped) is (ListType { Item: ObjectType item }, ListValue list))
            {
                list.Items.ToList().ForEach(member => LookInside(item, member));
            }
            else if (!isOpen || value is { ContainsSecrets: true })
            {
                Members.Add(definition.Wire);
                Values.UnionWith(Texts(value));
            }
        }

        private void LookInside(ObjectType type, PropertyValue? value)
        {
            foreach (var member in type.Properties)
            {
                var held = (value?.Unwrapped as MapValue)?.Map.Get(member.Name);
                Look(member, value is SecretValue && held is not null ? PropertyValue.Secret(held) : held);
            }
        }

        private static IEnumerable<string> Texts(PropertyValue? value) => value?.Unwrapped switch
        {
            StringValue text => [text.Value],
            ListValue list => list.Items.SelectMany(Texts),
            MapValue map => map.Map.Values.SelectMany(Texts),
            _ => [],
        };
    }
}
