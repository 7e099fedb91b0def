using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Reads members of bags.</summary>
internal static class Bags
{
    /// <summary>The text at a key; null where there is no known text.</summary>
    public static string? Text(PropertyMap bag, string key) => (bag.Get(key)?.Unwrapped as StringValue)?.Value;

    /// <summary>Whether the bag has a value at a key, an unknown one too.</summary>
    public static bool Gives(PropertyMap bag, string key) => bag.Get(key) is { IsNull: false };

    /// <summary>The bag without the paths that are to be ignored: there the old value counts, or none.</summary>
    public static PropertyMap Ignoring(IEnumerable<string> ignoreChanges, PropertyMap olds, PropertyMap news)
    {
        foreach (var text in ignoreChanges)
        {
            if (PropertyPath.TryParse(text, out var path))
            {
                news = path.Reset(olds, news) ?? news;
            }
        }

        return news;
    }
}
