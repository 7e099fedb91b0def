using System.Globalization;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Text;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Views;

/// <summary>The words for what is planned for a resource, or how far it is.</summary>
internal sealed class RowStatus(OperationKind kind)
{
    /// <summary>The words.</summary>
    /// <param name="row">The resource.</param>
    /// <param name="now">The time; null once the run has ended.</param>
    public Line Of(ResourceRow row, DateTimeOffset? now)
    {
        var operation = row.Operation;
        var tone = OperationText.ToneOf(operation);
        var isRunning = row.State == RowState.Running;
        return row.State switch
        {
            RowState.Waiting => Line.Empty,
            RowState.Failed when row.IsStack => Line.Of("failed", Tone.Error),
            RowState.Failed => Line.Of($"**{OperationText.Running(operation)} failed**", Tone.Error),
            _ when kind.IsPreview => Line.Of(OperationText.Plan(operation) + Retained(row), tone),
            RowState.Running when row.IsStack => now is null ? Done(row, operation, tone) : Line.Of("running", Tone.Faint),
            _ when isRunning && now is null && !IsComponent(row) => Line.Of($"{OperationText.Running(row.Steps[^1].Metadata.Operation)} (interrupted)", Tone.Error),
            _ when isRunning && now is not null => Line.Of(OperationText.Running(row.Steps[^1].Metadata.Operation) + Elapsed(row, now.Value), tone),
            _ => Done(row, operation, tone),
        };
    }

    private static Line Done(ResourceRow row, StepOperation operation, Tone tone)
    {
        var word = OperationText.Done(operation);
        return word.Length == 0 ? Line.Empty : Line.Of(word + Retained(row) + Duration(row), tone);
    }

    private static bool IsComponent(ResourceRow row) => row.Resource is { Custom: false };

    private static string Retained(ResourceRow row) =>
        row is { Operation: StepOperation.Delete, Headline.Metadata.Old.RetainOnDelete: true } ? " [retain]" : string.Empty;

    private static string Elapsed(ResourceRow row, DateTimeOffset now) =>
        row.Started is { } started && now - started >= TimeSpan.FromSeconds(1) ? $" ({(int)(now - started).TotalSeconds}s)" : string.Empty;

    private static string Duration(ResourceRow row) => row is { Started: { } started, Ended: { } ended }
        ? string.Create(CultureInfo.InvariantCulture, $" ({DurationText.Precise(ended - started)})")
        : string.Empty;
}
