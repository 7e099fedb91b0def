using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Events;

namespace Pulumi.Engine.Deployment;

/// <summary>Puts old inputs back where the program ignores changes.</summary>
internal static class IgnoreChanges
{
    public static PropertyMap Apply(PropertyMap olds, PropertyMap news, ImmutableArray<string> paths, string urn, EventStream events)
    {
        var impossible = new List<string>();
        foreach (var text in paths)
        {
            if (!PropertyPath.TryParse(text, out var path))
            {
                continue;
            }

            if (path.Reset(olds, news) is { } reset)
            {
                news = reset;
            }
            else
            {
                impossible.Add(text);
            }
        }

        if (impossible.Count > 0)
        {
            events.Info($"cannot ignore changes in added or removed elements of the path: \"{string.Join(", ", impossible)}\"", urn);
        }

        return news;
    }
}
