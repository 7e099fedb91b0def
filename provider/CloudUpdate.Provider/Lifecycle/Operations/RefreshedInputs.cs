using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Old inputs with what drifted, and nothing else: what the program does not state is not added.</summary>
internal static class RefreshedInputs
{
    /// <summary>The inputs.</summary>
    public static PropertyMap Of(ResourceDefinition definition, PropertyMap inputs, LiveObject live)
    {
        var properties = definition.Properties.Where(property => property.IsInput).ToList();
        foreach (var leaf in Leaf.In(properties, inputs).Where(leaf => !leaf.Definition.WriteOnly))
        {
            inputs = With(inputs, leaf, live);
        }

        return inputs;
    }

    private static PropertyMap With(PropertyMap inputs, Leaf leaf, LiveObject live)
    {
        var isUnshown = leaf.Definition.Role is PropertyRole.Creation || (leaf.Path.TopLevelKey is { } top && live.Hidden.Contains(top));
        return leaf.Path.Get(live.Outputs) is { } value ? With(inputs, leaf, value) : isUnshown ? inputs : leaf.Path.Delete(inputs);
    }

    private static PropertyMap With(PropertyMap inputs, Leaf leaf, PropertyValue live)
    {
        if (Same.Value(leaf.Definition.Type, leaf.Value, live))
        {
            return inputs;
        }

        var drifted = leaf.Definition.Type is ListType { IsSet: true } set ? Same.InOrderOf(set, Marks.Plain(leaf.Value), live) : live;
        return leaf.Path.Set(inputs, Marks.Like(leaf.Value, drifted)) ?? inputs;
    }
}
