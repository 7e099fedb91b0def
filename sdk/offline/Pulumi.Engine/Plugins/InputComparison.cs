using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Events;

namespace Pulumi.Engine.Plugins;

/// <summary>The engine's own comparison of inputs, for providers that leave it to the engine and for components.</summary>
internal static class InputComparison
{
    /// <summary>The difference between old and new inputs, marks of secrets and outputs left aside.</summary>
    public static DiffOutcome Compare(PropertyMap olds, PropertyMap news, ImmutableArray<string> replaceKeys)
    {
        var changes = ImmutableSortedDictionary.CreateBuilder<string, PropertyChange>(StringComparer.Ordinal);
        Compare(PropertyPath.Root, Plain(olds), Plain(news), changes);
        if (changes.Count == 0)
        {
            return DiffOutcome.None;
        }

        var changed = changes.Keys.Select(path => PropertyPath.Parse(path).TopLevelKey!).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return new DiffOutcome { Changes = DiffChanges.Some, ChangedKeys = changed, ReplaceKeys = replaceKeys, Detailed = changes.ToImmutable() };
    }

    /// <summary>Whether two values are the same once the marks of secrets and outputs are off, at every depth.</summary>
    public static bool Same(PropertyMap olds, PropertyMap news) => Plain(olds).Equals(Plain(news));

    private static void Compare(
        PropertyPath path, PropertyMap olds, PropertyMap news, ImmutableSortedDictionary<string, PropertyChange>.Builder changes)
    {
        foreach (var key in olds.Keys.Union(news.Keys))
        {
            Compare(path.Append(key), olds.Get(key), news.Get(key), changes);
        }
    }

    private static void Compare(
        PropertyPath path, PropertyValue? old, PropertyValue? value, ImmutableSortedDictionary<string, PropertyChange>.Builder changes)
    {
        switch (old, value)
        {
            case (null, _):
                changes[path.ToString()] = new PropertyChange(PropertyChangeKind.Add, InputDiff: true);
                break;
            case (_, null):
                changes[path.ToString()] = new PropertyChange(PropertyChangeKind.Delete, InputDiff: true);
                break;
            case (MapValue olds, MapValue news):
                Compare(path, olds.Map, news.Map, changes);
                break;
            case (ListValue olds, ListValue news):
                for (var index = 0; index < Math.Max(olds.Items.Length, news.Items.Length); index++)
                {
                    Compare(path.Append(index), olds.Items.ElementAtOrDefault(index), news.Items.ElementAtOrDefault(index), changes);
                }

                break;
            default:
                if (!old.Equals(value))
                {
                    changes[path.ToString()] = new PropertyChange(PropertyChangeKind.Update, InputDiff: true);
                }

                break;
        }
    }

    private static PropertyMap Plain(PropertyMap map) => map.Select((_, value) => Plain(value));

    private static PropertyValue Plain(PropertyValue value) => value.Unwrapped switch
    {
        ListValue list => PropertyValue.Of(list.Items.Select(Plain)),
        MapValue map => PropertyValue.Of(Plain(map.Map)),
        var plain => plain,
    };
}
