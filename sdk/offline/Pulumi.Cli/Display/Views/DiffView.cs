using System.Collections.Immutable;
using Pulumi.Cli.Display.Changes;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Text;
using Pulumi.Engine;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Display.Views;

/// <summary>Each resource with its URN, id, every property change and every message.</summary>
internal sealed class DiffView(OperationKind kind, DisplayOptions options)
{
    private const int Step = 4;
    private readonly ChangePrinter _changes = new(options.Values);
    private readonly ValuePrinter _values = new(options.Values);

    /// <summary>All resources, children indented below their parents.</summary>
    public ImmutableArray<Line> Lines(ImmutableArray<ResourceRow> rows)
    {
        var output = new LineBuilder();
        foreach (var tree in ResourceTree.Of(rows))
        {
            if (tree.Prune(row => RowFilter.IsShown(row, options)) is { } shown)
            {
                Add(output, shown, depth: 0);
            }
        }

        return output.ToLines();
    }

    /// <summary>One resource.</summary>
    /// <param name="row">The resource.</param>
    /// <param name="depth">How many parents it has on the display.</param>
    public ImmutableArray<Line> Lines(ResourceRow row, int depth)
    {
        var output = new LineBuilder();
        Add(output, row, depth);
        return output.ToLines();
    }

    private void Add(LineBuilder output, ResourceTree tree, int depth)
    {
        Add(output, tree.Row, depth);
        foreach (var child in tree.Children)
        {
            Add(output, child, depth + 1);
        }
    }

    private void Add(LineBuilder output, ResourceRow row, int depth)
    {
        var column = (depth + 1) * Step;
        Header(output, row, depth * Step);
        if (row.Headline is { } step)
        {
            Facts(output, step.Metadata, column);
            Properties(output, row, step, column);
        }

        foreach (var diagnostic in row.Diagnostics)
        {
            output.Add(DiagnosticLines.Of(diagnostic, column));
        }
    }

    private void Header(LineBuilder output, ResourceRow row, int column)
    {
        var operation = row.Operation;
        var tone = OperationText.ToneOf(operation);
        output.Text(new string(' ', column))
            .Text(OperationText.Sign(operation), tone)
            .Text($"{row.Type}:", tone)
            .Text(row.Headline is null ? string.Empty : $" ({Word(row, operation)})", row.State == RowState.Failed ? Tone.Error : tone);
        if (ProtectionMark(row.Headline?.Metadata) is { Length: > 0 } mark)
        {
            output.Text($" {mark}");
        }

        output.End();
    }

    private string Word(ResourceRow row, StepOperation operation) => (row.State, kind.IsPreview, operation) switch
    {
        (RowState.Failed, _, StepOperation.Same) => "failed",
        (RowState.Failed, _, _) => $"{OperationText.Running(operation)} failed",
        (_, _, StepOperation.Same) => "same",
        (_, true, _) => OperationText.Plan(operation),
        (RowState.Done, _, _) => OperationText.Done(operation),
        // The end of a component is told only where the program completes it.
        (RowState.Running, _, _) when row.Resource is { Custom: false } => OperationText.Done(operation),
        _ => OperationText.Running(operation),
    };

    private static string ProtectionMark(StepMetadata? step) => (step?.Old?.Protect, step?.New?.Protect) switch
    {
        (_, true) or (true, null) => "🔒",
        (true, false) => "🔓",
        _ => string.Empty,
    };

    private static void Facts(LineBuilder output, StepMetadata step, int column)
    {
        var indent = new string(' ', column);
        if (step.Old?.Id is { Length: > 0 } id)
        {
            output.Text(indent).Add($"[id={id}]", Tone.Faint);
        }

        output.Text(indent).Add($"[urn={step.Urn}]", Tone.Faint);
        if (Provider(step.Old, step.New) is { Length: > 0 } provider)
        {
            output.Text(indent).Add(provider, Tone.Faint);
        }

        if (ChangeSummary.ReplaceReason(step) is { Length: > 0 } reason)
        {
            output.Text(indent).Add($"[replace: {reason}]", Tone.Replace);
        }
    }

    private static string Provider(ResourceState? old, ResourceState? fresh)
    {
        var (before, after) = (old?.Provider ?? string.Empty, fresh?.Provider ?? old?.Provider ?? string.Empty);
        if (before.Length > 0 && after.Length > 0 && before != after)
        {
            return $"[provider: {before} => {after}]";
        }

        return ProviderReference.TryParse(after) is { } reference && Urn.Name(reference.Urn) != "default" ? $"[provider={after}]" : string.Empty;
    }

    private void Properties(LineBuilder output, ResourceRow row, RowStep step, int column)
    {
        var (old, fresh) = (step.Metadata.Old, step.Metadata.New);
        switch (row.Operation)
        {
            case StepOperation.Same when !options.ShowSames:
                break;
            case StepOperation.Create or StepOperation.Read or StepOperation.Import when fresh is not null && StepChanges.Of(step.Metadata, step.IsRefresh) is null:
                _values.Map(output, fresh.Inputs, column, fresh.HideDiffs);
                break;
            case StepOperation.Delete when old is not null:
                _values.Map(output, old.Inputs, column, old.HideDiffs);
                break;
            default:
                if (StepChanges.Of(step.Metadata, step.IsRefresh) is { } changes)
                {
                    _changes.Members(output, changes, column);
                }

                break;
        }
    }
}
