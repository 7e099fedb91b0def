using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Values;

/// <summary>A property that is managed by itself: a top-level one, or a member of an object. Lists and maps are leaves as a whole.</summary>
/// <param name="Path">Where it stands.</param>
/// <param name="Definition">What it is.</param>
/// <param name="Value">Its value.</param>
internal sealed record Leaf(PropertyPath Path, PropertyDefinition Definition, PropertyValue Value)
{
    /// <summary>The leaves of a bag that have a value, in the order of the definitions.</summary>
    public static IEnumerable<Leaf> In(IEnumerable<PropertyDefinition> definitions, PropertyMap bag) => In(definitions, bag, PropertyPath.Root);

    private static IEnumerable<Leaf> In(IEnumerable<PropertyDefinition> definitions, PropertyMap bag, PropertyPath at)
    {
        foreach (var definition in definitions)
        {
            if (bag.Get(definition.Name) is not { IsNull: false } value)
            {
                continue;
            }

            var path = at.Append(definition.Name);
            var leaves = definition.Type is ObjectType type && value.Unwrapped is MapValue map
                ? In(type.Properties, map.Map, path)
                : [new Leaf(path, definition, value)];
            foreach (var leaf in leaves)
            {
                // What is in a secret object is secret.
                yield return value is SecretValue ? leaf with { Value = PropertyValue.Secret(leaf.Value) } : leaf;
            }
        }
    }
}
