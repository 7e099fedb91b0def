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
            inputs = With(inputs, leaf, leaf.Path.Get(live.Outputs));
        }

        return inputs;
    }

    private static PropertyMap With(PropertyMap inputs, Leaf leaf, PropertyValue? live)
    {
        // What a cloud does not show of the creation is not gone.
        if (live is null && leaf.Definition.Role is PropertyRole.Creation)
        {
            return inputs;
        }

        if (live is null)
        {
            return leaf.Path.Delete(inputs);
        }

        if (Same.Value(leaf.Definition.Type, leaf.Value, live))
        {
            return inputs;
        }

        var drifted = leaf.Definition.Type is ListType { IsSet: true } set ? Same.InOrderOf(set, Marks.Plain(leaf.Value), live) : live;
        return leaf.Path.Set(inputs, Marks.Like(leaf.Value, drifted)) ?? inputs;
    }
}
