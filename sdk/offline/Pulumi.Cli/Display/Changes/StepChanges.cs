using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Changes;

/// <summary>What a step changes: as the provider named it, or else as its old and new inputs differ.</summary>
internal static class StepChanges
{
    /// <summary>The changes of a step that has a state before and one after; null where it changes nothing.</summary>
    /// <param name="step">The step.</param>
    /// <param name="isRefresh">Whether it shows what a refresh found: then the new outputs say what is, not the new inputs.</param>
    public static Nested? Of(StepMetadata step, bool isRefresh)
    {
        if (step.Old is null || step.New is null)
        {
            return null;
        }

        var changes = step.DetailedDiff is { IsEmpty: false } detailed ? Named(step, isRefresh, detailed) : Compared(step, isRefresh);
        return Hide(changes, step.New.HideDiffs);
    }

    private static Nested? Named(StepMetadata step, bool isRefresh, ImmutableSortedDictionary<string, PropertyChange> detailed)
    {
        var tree = new ChangeTree();
        foreach (var (text, change) in detailed)
        {
            if (!text.StartsWith("__", StringComparison.Ordinal))
            {
                var path = PropertyPath.TryParse(text, out var parsed) ? parsed : PropertyPath.OfKeys(text);
                tree.Put(path, Describe(step, isRefresh, path, change));
            }
        }

        return tree.ToChange() as Nested;
    }

    private static Change Describe(StepMetadata step, bool isRefresh, PropertyPath path, PropertyChange change)
    {
        var old = Find(path, change.InputDiff ? step.Old!.Inputs : step.Old!.Outputs) ?? Find(path, step.Old.Inputs) ?? PropertyValue.Unknown;
        var fresh = Find(path, isRefresh ? step.New!.Outputs : step.New!.Inputs) ?? PropertyValue.Unknown;
        return change.Kind switch
        {
            PropertyChangeKind.Add or PropertyChangeKind.AddReplace => new Added(fresh, change.Replaces),
            PropertyChangeKind.Delete or PropertyChangeKind.DeleteReplace => new Removed(old, change.Replaces),
            _ when !change.Replaces && Comparison.OfValues(old, fresh) is Nested inside => inside,
            _ => new Updated(old, fresh, change.Replaces),
        };
    }

    // A value inside a secret is as secret as the whole.
    private static PropertyValue? Find(PropertyPath path, PropertyMap bag)
    {
        var value = path.Get(bag);
        var isInsideSecret = value is not null && Enumerable.Range(1, path.Segments.Length - 1)
            .Any(length => PropertyPath.Of(path.Segments.Take(length)).Get(bag) is SecretValue);
        return isInsideSecret ? PropertyValue.Secret(value!) : value;
    }

    private static Nested? Compared(StepMetadata step, bool isRefresh) => isRefresh
        ? Comparison.OfMaps(step.Old!.Outputs, step.New!.Outputs)
        : Mark(Comparison.OfMaps(step.Old!.Inputs, step.New!.Inputs), step.ReplaceKeys);

    private static Nested? Mark(Nested? changes, ImmutableArray<string> replaceKeys) => changes is null ? null : changes with
    {
        Members = [.. changes.Members.Select(member => replaceKeys.Contains(member.Key)
            ? KeyValuePair.Create(member.Key, AsReplacing(member.Value))
            : member)],
    };

    private static Change AsReplacing(Change change) => change is Nested ? change : change with { Replaces = true };

    private static Nested? Hide(Nested? changes, ImmutableArray<string> hidden) => changes is null || hidden.IsEmpty ? changes : changes with
    {
        Members = [.. changes.Members.Select(member => hidden.Contains(member.Key)
            ? KeyValuePair.Create<string, Change>(member.Key, new Hidden(member.Value.Replaces))
            : member)],
    };
}
