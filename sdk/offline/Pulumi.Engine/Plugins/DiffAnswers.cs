using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Events;

namespace Pulumi.Engine.Plugins;

/// <summary>What a provider's diff answer means.</summary>
internal static class DiffAnswers
{
    /// <summary>Interprets an answer; where the provider does not decide, the inputs are compared.</summary>
    public static DiffOutcome Interpret(DiffResponse answer, PropertyMap oldInputs, PropertyMap newInputs) => answer.Changes switch
    {
        DiffResponse.Types.DiffChanges.DiffNone => DiffOutcome.None,
        DiffResponse.Types.DiffChanges.DiffSome => new DiffOutcome
        {
            Changes = DiffChanges.Some,
            ReplaceKeys = [.. answer.Replaces],
            ChangedKeys = [.. answer.Diffs],
            Detailed = answer.HasDetailedDiff ? Detailed(answer) : null,
            DeleteBeforeReplace = answer.DeleteBeforeReplace,
        },
        DiffResponse.Types.DiffChanges.DiffUnknown => InputComparison.Compare(oldInputs, newInputs, [.. answer.Replaces]) with
        {
            DeleteBeforeReplace = answer.DeleteBeforeReplace,
        },
        _ => throw new ProviderException($"the provider answered a diff with the unknown kind {(int)answer.Changes}"),
    };

    private static ImmutableSortedDictionary<string, PropertyChange> Detailed(DiffResponse answer)
    {
        if (answer.DetailedDiff.Keys.FirstOrDefault(path => !PropertyPath.TryParse(path, out _)) is { } malformed)
        {
            throw new ProviderException($"the provider answered a detailed diff with '{malformed}', which is not a property path");
        }

        return answer.DetailedDiff.ToImmutableSortedDictionary(
            entry => entry.Key, entry => new PropertyChange(Kind(entry.Value.Kind), entry.Value.InputDiff), StringComparer.Ordinal);
    }

    private static PropertyChangeKind Kind(PropertyDiff.Types.Kind kind) => kind switch
    {
        PropertyDiff.Types.Kind.Add => PropertyChangeKind.Add,
        PropertyDiff.Types.Kind.AddReplace => PropertyChangeKind.AddReplace,
        PropertyDiff.Types.Kind.Delete => PropertyChangeKind.Delete,
        PropertyDiff.Types.Kind.DeleteReplace => PropertyChangeKind.DeleteReplace,
        PropertyDiff.Types.Kind.UpdateReplace => PropertyChangeKind.UpdateReplace,
        _ => PropertyChangeKind.Update,
    };
}
