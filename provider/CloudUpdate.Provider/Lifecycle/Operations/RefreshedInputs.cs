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
        foreach (var property in definition.Properties.Where(property => property.IsInput))
        {
            foreach (var leaf in Leaf.In([property], inputs).Where(leaf => !leaf.Definition.WriteOnly))
            {
                inputs = With(inputs, leaf, live, isShown: property.Role is not PropertyRole.Creation && !live.Hides(leaf.Path));
            }
        }

        return inputs;
    }

    // What a cloud does not show again has not drifted.
    private static PropertyMap With(PropertyMap inputs, Leaf leaf, LiveObject live, bool isShown) =>
        leaf.Path.Get(live.Outputs) is { } value ? With(inputs, leaf, value) : isShown ? leaf.Path.Delete(inputs) : inputs;

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
