using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Changes;

/// <summary>A step's changes in a few words.</summary>
internal static class ChangeSummary
{
    /// <summary>The names of what changes, as in <c>[diff: +added-removed~changed]</c>; empty where nothing does.</summary>
    public static string Diff(StepMetadata step, bool isRefresh)
    {
        var names = StepChanges.Of(step, isRefresh)?.Members.Select(member => (Sign: Sign(member.Value), Name: member.Key)).ToList()
            ?? [.. step.ChangedKeys.Select(key => (Sign: '~', Name: key))];
        names.AddRange(Options(step).Select(name => ('~', name)));
        var groups = names.DistinctBy(name => name.Name).GroupBy(name => name.Sign).OrderBy(group => "+-~".IndexOf(group.Key, StringComparison.Ordinal));
        var text = string.Concat(groups.Select(group => group.Key + string.Join(',', group.Select(name => name.Name))));
        return text.Length == 0 ? string.Empty : $"[diff: {text}]";
    }

    /// <summary>Why the step replaces its resource; empty where it replaces nothing.</summary>
    public static string ReplaceReason(StepMetadata step)
    {
        if (step.Operation is not (StepOperation.Replace or StepOperation.CreateReplacement or StepOperation.ImportReplacement))
        {
            return string.Empty;
        }

        var keys = step.ReplaceKeys.IsEmpty
            ? StepChanges.Of(step, isRefresh: false)?.Members.Where(member => member.Value.Replaces).Select(member => member.Key).ToList() ?? []
            : [.. step.ReplaceKeys];
        return (keys, step.Old) switch
        {
            ({ Count: > 0 }, _) => $"forced by {string.Join(", ", keys.Select(Describe))}",
            (_, { PendingReplacement: true }) => "finishes an interrupted replacement",
            _ => string.Empty,
        };
    }

    private static string Describe(string key) => key switch
    {
        "id" => "--replace",
        "provider" => "another provider",
        "deletedWith" => "the replacement of what it is deleted with",
        _ => key,
    };

    private static IEnumerable<string> Options(StepMetadata step)
    {
        if (step.Old is not { } old || step.New is not { } fresh)
        {
            yield break;
        }

        if (old.Provider != fresh.Provider)
        {
            yield return "provider";
        }

        if (old.Protect != fresh.Protect)
        {
            yield return "protect";
        }
    }

    private static char Sign(Change change) => change switch
    {
        Added => '+',
        Removed => '-',
        _ => '~',
    };
}
