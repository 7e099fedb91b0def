using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Events;
using Pulumi.Engine.Plugins;

namespace Pulumi.Engine.Deployment;

/// <summary>Turns differences at paths that the program chose into replacements.</summary>
internal static class ReplaceOnChanges
{
    /// <exception cref="BailException">A path is malformed.</exception>
    public static DiffOutcome Apply(DiffOutcome diff, ImmutableArray<string> paths)
    {
        if (diff.Changes != DiffChanges.Some || paths.IsEmpty)
        {
            return diff;
        }

        var parsed = paths.Where(path => path != "#initerror").Select(Parse).ToList();
        bool Matches(string path) => PropertyPath.TryParse(path, out var changed) && parsed.Any(chosen => chosen.Contains(changed));
        return diff with
        {
            ReplaceKeys = [.. diff.ReplaceKeys.Union(diff.ChangedKeys.Where(Matches), StringComparer.Ordinal)],
            Detailed = diff.Detailed?.ToImmutableSortedDictionary(
                change => change.Key, change => Matches(change.Key) ? Replacing(change.Value) : change.Value, StringComparer.Ordinal),
        };
    }

    private static PropertyPath Parse(string path) =>
        PropertyPath.TryParse(path, out var parsed) ? parsed : throw new BailException($"replaceOnChanges names '{path}', which is not a property path");

    private static PropertyChange Replacing(PropertyChange change) => change with
    {
        Kind = change.Kind switch
        {
            PropertyChangeKind.Add => PropertyChangeKind.AddReplace,
            PropertyChangeKind.Delete => PropertyChangeKind.DeleteReplace,
            PropertyChangeKind.Update => PropertyChangeKind.UpdateReplace,
            var kind => kind,
        },
    };
}
