using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>What an adopted object was, and what was last written to it: enough to put back our own changes, and nobody else's.</summary>
/// <param name="Original">By leaf: its value at adoption, renewed just before it was first written; null where the cloud had none.</param>
/// <param name="Written">By leaf: what was last written.</param>
internal sealed record Baseline(ImmutableSortedDictionary<string, PropertyValue> Original, ImmutableSortedDictionary<string, PropertyValue> Written)
{
    private const string OriginalKey = "original";
    private const string WrittenKey = "written";

    private static readonly ImmutableSortedDictionary<string, PropertyValue> s_none =
        ImmutableSortedDictionary.Create<string, PropertyValue>(StringComparer.Ordinal);

    /// <summary>The baseline of an object just adopted.</summary>
    public static Baseline At(IReadOnlyDictionary<string, PropertyValue> leaves) => new(s_none.AddRange(leaves), s_none);

    /// <summary>The baseline in a bag of outputs; null where there is none.</summary>
    public static Baseline? In(PropertyMap outputs) =>
        outputs.Get(Internals.Baseline)?.Unwrapped is MapValue map
            ? new Baseline(Part(map.Map, OriginalKey), Part(map.Map, WrittenKey))
            : null;

    /// <summary>The baseline as it is kept: secret as a whole.</summary>
    public PropertyValue ToValue() => PropertyValue.Secret(PropertyValue.Of(PropertyMap.Of(
        (OriginalKey, PropertyValue.Of(PropertyMap.Of(Original))),
        (WrittenKey, PropertyValue.Of(PropertyMap.Of(Written))))));

    /// <summary>The baseline when these changes are about to be written.</summary>
    public Baseline Before(IEnumerable<LeafChange> changes)
    {
        var (original, written) = (Original, Written);
        foreach (var change in changes)
        {
            if (!written.ContainsKey(change.Leaf))
            {
                original = original.SetItem(change.Leaf, change.From ?? PropertyValue.Null);
            }

            written = written.SetItem(change.Leaf, change.To);
        }

        return new Baseline(original, written);
    }

    private static ImmutableSortedDictionary<string, PropertyValue> Part(PropertyMap map, string key) =>
        map.Get(key)?.Unwrapped is MapValue part ? s_none.AddRange(part.Map) : s_none;
}
