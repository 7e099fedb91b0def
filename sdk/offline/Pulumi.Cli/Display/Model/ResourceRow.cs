using System.Collections.Immutable;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Display.Model;

/// <summary>What a display knows of one resource.</summary>
/// <param name="Urn">Its URN.</param>
internal sealed record ResourceRow(string Urn)
{
    /// <summary>Its steps, in the order they began.</summary>
    public ImmutableArray<RowStep> Steps { get; init; } = [];

    public RowState State { get; init; }

    /// <summary>When its first step began.</summary>
    public DateTimeOffset? Started { get; init; }

    /// <summary>When its last step ended.</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>Its messages, without those that are shown only while they are the latest.</summary>
    public ImmutableArray<DiagnosticEvent> Diagnostics { get; init; } = [];

    /// <summary>The first line of its latest message; empty for none.</summary>
    public string LatestMessage { get; init; } = string.Empty;

    public string Type => Engine.Urn.Type(Urn);

    public string Name => Engine.Urn.Name(Urn);

    public bool IsStack => Type == Engine.Urn.RootStackType;

    /// <summary>Its latest state known: as planned or reached, else as before; null where it had no step.</summary>
    public ResourceState? Resource => Headline is { Metadata: var step } ? step.New ?? step.Old : null;

    public string Parent => Resource?.Parent ?? string.Empty;

    /// <summary>The step that speaks for all of them: a replacement's logical step, otherwise the latest that does something.</summary>
    public RowStep? Headline =>
        Steps.LastOrDefault(step => step.Metadata.Operation == StepOperation.Replace)
        ?? Steps.LastOrDefault(step => step.Metadata.Operation != StepOperation.Same)
        ?? Steps.LastOrDefault();

    /// <summary>What happens to the resource: the physical steps of a replacement count as one replace; what only the refresh in front of
    /// an update found counts as a refresh.</summary>
    public StepOperation Operation => Headline?.Metadata switch
    {
        null => StepOperation.Same,
        { InRefreshPhase: true, Operation: not StepOperation.Same } => StepOperation.Refresh,
        { Operation: StepOperation.CreateReplacement or StepOperation.ImportReplacement or StepOperation.ReadReplacement } => StepOperation.Replace,
        var step => step.Operation,
    };

    public int Count(DiagnosticSeverity severity) => Diagnostics.Count(diagnostic => diagnostic.Severity == severity);

    /// <summary>A step begins.</summary>
    public ResourceRow Begin(StepMetadata step, DateTimeOffset time) => this with
    {
        Steps = Steps.Add(new RowStep(step, step.Operation == StepOperation.Refresh)),
        State = RowState.Running,
        Started = Started ?? time,
        Ended = null,
    };

    /// <summary>A step has succeeded. What it says then (outputs, what a refresh found) replaces what it said when it began.</summary>
    public ResourceRow Finish(StepMetadata step, DateTimeOffset time)
    {
        var begun = LastIndex(candidate => candidate.Metadata.Operation == step.Operation)
            ?? LastIndex(candidate => candidate.Metadata.Operation == StepOperation.Refresh);
        return this with
        {
            Steps = begun is { } index ? Steps.SetItem(index, Steps[index] with { Metadata = step }) : Steps.Add(new RowStep(step, IsRefresh: false)),
            State = State == RowState.Failed ? RowState.Failed : RowState.Done,
            Started = Started ?? time,
            Ended = time,
        };
    }

    /// <summary>A step has failed.</summary>
    public ResourceRow Fail(DateTimeOffset time) => this with { State = RowState.Failed, Started = Started ?? time, Ended = time };

    /// <summary>A message about the resource. Pieces of one message are joined.</summary>
    public ResourceRow Note(DiagnosticEvent diagnostic)
    {
        var latest = diagnostic.Message.Trim().Split('\n')[0].TrimEnd();
        var row = latest.Length == 0 ? this : this with { LatestMessage = latest };
        if (diagnostic.Ephemeral)
        {
            return row;
        }

        return Diagnostics is [.., var last] && diagnostic.StreamId != 0 && last.StreamId == diagnostic.StreamId && last.Severity == diagnostic.Severity
            ? row with { Diagnostics = Diagnostics.SetItem(Diagnostics.Length - 1, last with { Message = last.Message + diagnostic.Message }) }
            : row with { Diagnostics = Diagnostics.Add(diagnostic) };
    }

    private int? LastIndex(Predicate<RowStep> condition)
    {
        for (var index = Steps.Length - 1; index >= 0; index--)
        {
            if (condition(Steps[index]))
            {
                return index;
            }
        }

        return null;
    }
}
