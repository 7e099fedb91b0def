using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Model;

/// <summary>Which resources a display shows: the stack, what changes, what has something to say, and on request what stays the same or is read.</summary>
internal static class RowFilter
{
    public static bool IsShown(ResourceRow row, DisplayOptions options) =>
        row.IsStack || !row.Diagnostics.IsEmpty || row.State == RowState.Failed || row.Operation switch
        {
            StepOperation.Same => options.ShowSames,
            StepOperation.Read or StepOperation.Discard => options.ShowReads,
            StepOperation.Refresh => row.State == RowState.Running || options.ShowSames || IsDrift(row),
            _ => true,
        };

    private static bool IsDrift(ResourceRow row) => row.Headline is { Metadata.Operation: not (StepOperation.Refresh or StepOperation.Same) };
}
