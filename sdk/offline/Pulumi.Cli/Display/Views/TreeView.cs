using System.Collections.Immutable;
using Pulumi.Cli.Display.Changes;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Text;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Views;

/// <summary>The resources as a tree in a table: what happens to each, and in a few words what changes.</summary>
internal sealed class TreeView(OperationKind kind, DisplayOptions options)
{
    /// <summary>The table; empty where no resource is to be shown.</summary>
    /// <param name="rows">The resources.</param>
    /// <param name="now">The time, for how long steps have been running; null once the run has ended.</param>
    public ImmutableArray<Line> Lines(ImmutableArray<ResourceRow> rows, DateTimeOffset? now)
    {
        var cells = new List<ImmutableArray<Line>>();
        foreach (var tree in ResourceTree.Of(rows))
        {
            if (tree.Prune(row => RowFilter.IsShown(row, options)) is { } shown)
            {
                Add(cells, shown, string.Empty, string.Empty, now);
            }
        }

        if (cells.Count == 0)
        {
            return [];
        }

        var hasInfo = cells.Any(row => row[^1].Text.Length > 0);
        return Columns.Align([Header(hasInfo), .. cells]);
    }

    private ImmutableArray<Line> Header(bool hasInfo)
    {
        var status = Heading(kind.IsPreview ? "Plan" : "Status");
        var info = Heading(hasInfo ? "Info" : string.Empty);
        return options.ShowUrns ? [Line.Of("   "), Heading("URN"), status, info] : [Line.Of("   "), Heading("Type"), Heading("Name"), status, info];
    }

    private static Line Heading(string text) => Line.Of(text, Tone.Strong);

    private void Add(List<ImmutableArray<Line>> cells, ResourceTree tree, string lead, string below, DateTimeOffset? now)
    {
        cells.Add(Cells(tree.Row, lead, now));
        if (options.ShowReplacementSteps && tree.Row.Operation == StepOperation.Replace)
        {
            cells.AddRange(tree.Row.Steps.Select(step => step.Metadata.Operation).Where(step => step != StepOperation.Replace)
                .Select(step => Cells(tree.Row, below, step, Line.Of(Word(step, tree.Row.State), OperationText.ToneOf(step)), Line.Empty)));
        }

        for (var index = 0; index < tree.Children.Length; index++)
        {
            var isLast = index == tree.Children.Length - 1;
            Add(cells, tree.Children[index], below + (isLast ? "└─ " : "├─ "), below + (isLast ? "   " : "│  "), now);
        }
    }

    private ImmutableArray<Line> Cells(ResourceRow row, string lead, DateTimeOffset? now) =>
        Cells(row, lead, row.Operation, new RowStatus(kind).Of(row, now), Info(row, now is not null));

    private ImmutableArray<Line> Cells(ResourceRow row, string lead, StepOperation operation, Line status, Line info)
    {
        var sign = Line.Of($" {OperationText.Sign(operation)}", OperationText.ToneOf(operation));
        var glyphs = Line.Of(lead, Tone.Faint);
        return options.ShowUrns
            ? [sign, glyphs.Append(row.Urn), status, info]
            : [sign, glyphs.Append(TypeText.Shorten(row.Type)), Line.Of(row.Name), status, info];
    }

    private string Word(StepOperation operation, RowState state) =>
        kind.IsPreview ? OperationText.Plan(operation) : state == RowState.Running ? OperationText.Running(operation) : OperationText.Done(operation);

    private static Line Info(ResourceRow row, bool isRunning)
    {
        var diff = row.Headline is { } step && row.Operation is StepOperation.Update or StepOperation.Replace or StepOperation.Refresh or StepOperation.Import
            ? Join([ChangeSummary.Diff(row.Headline.Metadata, row.Headline.IsRefresh), ChangeSummary.ReplaceReason(row.Headline.Metadata)])
            : string.Empty;
        return isRunning && row.State == RowState.Running && row.LatestMessage.Length > 0
            ? Line.Of(Join([diff, row.LatestMessage]), Tone.Faint)
            : Line.Of(diff, Tone.Update).Append(Counts(row, diff.Length > 0));
    }

    private static Line Counts(ResourceRow row, bool follows)
    {
        var counts = Line.Empty;
        foreach (var (severity, singular, tone) in new[]
        {
            (DiagnosticSeverity.Error, "error", Tone.Error), (DiagnosticSeverity.Warning, "warning", Tone.Warning),
            (DiagnosticSeverity.Info, "message", Tone.Info),
        })
        {
            var count = row.Count(severity) + (severity == DiagnosticSeverity.Info ? row.Count(DiagnosticSeverity.InfoError) : 0);
            if (count > 0)
            {
                counts = counts.Append(counts.Spans.IsEmpty ? follows ? " " : string.Empty : "; ")
                    .Append($"{count} {singular}{(count == 1 ? string.Empty : "s")}", tone);
            }
        }

        return counts;
    }

    private static string Join(IEnumerable<string> parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
