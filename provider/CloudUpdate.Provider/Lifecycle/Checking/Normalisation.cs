using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Makes sets comparable for people: a set keeps the order it had, and an item stands in it once.</summary>
internal static class Normalisation
{
    /// <summary>The inputs with their sets in order.</summary>
    public static PropertyMap Of(ResourceDefinition definition, PropertyMap olds, PropertyMap news)
    {
        foreach (var input in definition.Inputs)
        {
            if (input.Type is ListType { IsSet: true } set && news.Get(input.Name) is { } value && value.Unwrapped is ListValue list)
            {
                news = news.With(input.Name, Marks.Around(value, Once(set, Ordered(set, olds.Get(input.Name), list))));
            }
        }

        return news;
    }

    private static ListValue Ordered(ListType set, PropertyValue? old, ListValue @new) =>
        old is not null && !@new.ContainsUnknowns && Same.Value(set, old, @new) && old.Unwrapped is ListValue list && SameMarks(list, @new) ? list : @new;

    // An item that is secret now and was not before, or the reverse, must arrive as it is given.
    private static bool SameMarks(ListValue old, ListValue @new) => old.ContainsSecrets == @new.ContainsSecrets;

    private static ListValue Once(ListType set, ListValue list)
    {
        if (set.RefusesRepeats)
        {
            return list;
        }

        var kept = list.Items.Where((item, index) => !list.Items.Take(index).Any(before => Same.Value(set.Item, before, item)));
        return new ListValue([.. kept]);
    }
}
