using System.Collections.Immutable;
using System.Text;
using Pulumi.Cli.Display.Changes;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Text;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Views;

/// <summary>A run as Markdown, fit for a pull-request comment: counts, a table of what changes and why, details to fold out, messages, outputs.</summary>
internal sealed class MarkdownView(OperationModel model, DisplayOptions options)
{
    private readonly StringBuilder _text = new();

    /// <summary>The document, secrets masked whatever the display shows: a comment is read by more people than a terminal.</summary>
    public string Text(UpdateResult result)
    {
        var masked = options with { Values = options.Values with { ShowSecrets = false } };
        var all = Consequences.Remove(model.Rows);
        var rows = all.Where(row => row.Operation is not StepOperation.Same || row.State == RowState.Failed)
            .Where(row => !row.IsStack && RowFilter.IsShown(row, masked)).ToList();
        Line($"### {(model.Kind.IsPreview ? "Preview" : "Update")} of stack `{model.Kind.Stack}`: {Verdict(result)}").Line(string.Empty).Line(Counts(result)).Line(string.Empty);
        if (rows.Count > 0)
        {
            Table(rows);
            Details(rows, new DiffView(model.Kind, masked));
        }

        Messages([.. all.Where(row => !row.Diagnostics.IsEmpty)]);
        if (result.Outcome == UpdateOutcome.Succeeded && !options.SuppressOutputs && result.Outputs is { Count: > 0 } outputs)
        {
            Fold("Outputs", new OutputsView(masked.Values).Lines(result.OldOutputs, outputs)[1..]);
        }

        return _text.ToString();
    }

    private string Verdict(UpdateResult result) => result.Outcome switch
    {
        UpdateOutcome.Succeeded when !result.HasChanges => "no changes",
        UpdateOutcome.Succeeded => model.Kind.IsPreview ? "changes planned" : "succeeded",
        UpdateOutcome.Canceled => "interrupted",
        _ => "failed",
    };

    private string Counts(UpdateResult result)
    {
        var parts = result.ResourceChanges.Where(change => change.Key is not (StepOperation.Read or StepOperation.Discard)).Select(change =>
            change.Key == StepOperation.Same ? $"{change.Value} unchanged"
            : model.Kind.IsPreview ? $"{change.Value} to {OperationText.Plan(change.Key)}"
            : $"{change.Value} {OperationText.Done(change.Key)}");
        var text = string.Join(", ", parts);
        return $"{(text.Length == 0 ? "Nothing done" : text)}{(model.Kind.IsPreview ? string.Empty : $" in {DurationText.Whole(result.Duration)}")}.";
    }

    private void Table(List<ResourceRow> rows)
    {
        Line($"| | Resource | {(model.Kind.IsPreview ? "Plan" : "Result")} | Changes |").Line("| --- | --- | --- | --- |");
        var status = new RowStatus(model.Kind);
        foreach (var row in rows)
        {
            var step = row.Headline;
            var changes = step is null ? string.Empty : Join(ChangeSummary.Diff(step.Metadata, step.IsRefresh).Replace("[diff: ", string.Empty, StringComparison.Ordinal).TrimEnd(']'),
                ChangeSummary.ReplaceReason(step.Metadata));
            Line($"| `{OperationText.Sign(row.Operation).Trim()}` | {Cell(row.Name)}<br><sub>{Cell(TypeText.Shorten(row.Type))}</sub> | {Cell(status.Of(row, now: null).Text.Trim('*'))} | {Cell(changes)} |");
        }

        Line(string.Empty);
    }

    private void Details(List<ResourceRow> rows, DiffView view)
    {
        ImmutableArray<Line> lines = [.. rows.SelectMany(row => view.Lines(row with { Diagnostics = [] }, depth: 0))];
        Fold("Details", lines);
    }

    private void Messages(ImmutableArray<ResourceRow> rows)
    {
        var lines = DiagnosticsView.Lines(rows);
        if (lines.IsEmpty)
        {
            return;
        }

        var isSerious = rows.Any(row => row.Count(DiagnosticSeverity.Error) + row.Count(DiagnosticSeverity.Warning) > 0);
        Fold("Messages", lines[1..], isOpen: isSerious);
    }

    private void Fold(string title, ImmutableArray<Line> lines, bool isOpen = false)
    {
        var longest = lines.Select(line => LongestFence(line.Text)).DefaultIfEmpty().Max();
        var fence = new string('`', Math.Max(3, longest + 1));
        Line($"<details{(isOpen ? " open" : string.Empty)}><summary>{title}</summary>").Line(string.Empty).Line($"{fence}diff");
        foreach (var line in lines)
        {
            Line(DiffMarked(line.Text));
        }

        Line(fence).Line(string.Empty).Line("</details>").Line(string.Empty);
    }

    // Colours of a diff block go by the first column, so the sign of an indented line moves there.
    private static string DiffMarked(string text)
    {
        var content = text.TrimStart();
        var indent = text.Length - content.Length;
        return content switch
        {
            ['+', '-', ..] => $"!{(indent > 0 ? text[1..] : text)}",
            ['+' or '-', ..] when indent > 0 => $"{content[0]}{text[1..indent]} {content[1..]}",
            ['~', ..] => $"!{(indent > 0 ? text[1..indent] + " " : string.Empty)}{content[1..]}",
            _ => text,
        };
    }

    private static int LongestFence(string text)
    {
        var (longest, current) = (0, 0);
        foreach (var character in text)
        {
            current = character == '`' ? current + 1 : 0;
            longest = Math.Max(longest, current);
        }

        return longest;
    }

    private static string Cell(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("|", "\\|", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);

    private static string Join(params IEnumerable<string> parts) => string.Join("; ", parts.Where(part => part.Length > 0));

    private MarkdownView Line(string text)
    {
        _text.Append(text).Append('\n');
        return this;
    }
}
