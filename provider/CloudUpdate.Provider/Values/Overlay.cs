using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Values;

/// <summary>Lays what a program states over what is there: members it does not state keep what is there.</summary>
internal static class Overlay
{
    /// <summary>The bag below with the stated members of the bag above; objects are laid over member by member, all else as a whole.</summary>
    public static PropertyMap Of(IEnumerable<PropertyDefinition> definitions, PropertyMap below, PropertyMap above)
    {
        foreach (var definition in definitions)
        {
            if (above.Get(definition.Name) is { IsNull: false } value)
            {
                below = below.With(definition.Name, Of(definition.Type, below.Get(definition.Name), value));
            }
        }

        return below;
    }

    private static PropertyValue Of(PropertyType type, PropertyValue? below, PropertyValue above)
    {
        if (type is ObjectType @object && below?.Unwrapped is MapValue old && above.Unwrapped is MapValue @new)
        {
            return Marks.Like(above, PropertyValue.Of(Of(@object.Properties, old.Map, @new.Map)));
        }

        return type is ListType { IsSet: true } set && below is not null && Same.Value(set, below, above)
            ? Marks.Like(above, below)
            : above;
    }
}
