using System.Collections.Immutable;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Text;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Views;

/// <summary>How many resources change, and how long it took.</summary>
internal static class SummaryView
{
    private static readonly ImmutableArray<StepOperation> s_order =
        [StepOperation.Create, StepOperation.Update, StepOperation.Delete, StepOperation.Replace, StepOperation.Import];

    /// <summary>The section <c>Resources:</c>; empty where there is nothing to count.</summary>
    public static ImmutableArray<Line> Resources(SummaryEvent summary, int errored)
    {
        var changes = s_order.Select(operation => (Operation: operation, Count: summary.ResourceChanges.GetValueOrDefault(operation)))
            .Where(change => change.Count > 0).ToList();
        var total = Total(changes, summary.ResourceChanges.GetValueOrDefault(StepOperation.Same), errored);
        if (changes.Count == 0 && total.Length == 0)
        {
            return [];
        }

        var output = new LineBuilder().Add("Resources:", Tone.Strong);
        foreach (var (operation, count) in changes)
        {
            output.Text("    ").Text(Counted(operation, count, summary.IsPreview), OperationText.ToneOf(operation)).End();
        }

        return total.Length == 0 ? output.ToLines() : output.Add($"    {total}").ToLines();
    }

    /// <summary>The line <c>Duration:</c>.</summary>
    public static Line Duration(SummaryEvent summary) =>
        Line.Of("Duration: ", Tone.Strong).Append(DurationText.Whole(summary.Duration));

    private static string Counted(StepOperation operation, int count, bool isPreview) =>
        $"{OperationText.Sign(operation)}{count} {(isPreview ? $"to {OperationText.Plan(operation)}" : OperationText.Done(operation))}";

    private static string Total(List<(StepOperation Operation, int Count)> changes, int same, int errored)
    {
        var parts = new List<string>();
        if (changes.Count > 1)
        {
            parts.Add($"{changes.Sum(change => change.Count)} changes");
        }

        if (same > 0)
        {
            parts.Add($"{same} unchanged");
        }

        if (errored > 0)
        {
            parts.Add($"{errored} errored");
        }

        return string.Join(". ", parts);
    }
}
