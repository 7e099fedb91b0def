using System.Collections.Immutable;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Model;

/// <summary>What the events of a run add up to so far. One thread applies events; any may look at the rows meanwhile.</summary>
/// <param name="kind">What runs.</param>
/// <param name="showDebug">Whether debug messages count.</param>
internal sealed class OperationModel(OperationKind kind, bool showDebug = false)
{
    private readonly Lock _lock = new();
    private readonly List<ResourceRow> _rows = [];
    private readonly Dictionary<string, int> _indexes = [];

    public OperationKind Kind => kind;

    /// <summary>The configuration by full key, secrets masked.</summary>
    public ImmutableSortedDictionary<string, string> Config { get; private set; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>The result; null while the run lasts, and where it ended before one.</summary>
    public SummaryEvent? Summary { get; private set; }

    /// <summary>The resources in the order they appeared, default providers left out.</summary>
    public ImmutableArray<ResourceRow> Rows
    {
        get
        {
            lock (_lock)
            {
                return [.. _rows];
            }
        }
    }

    public ResourceRow? Stack => Row(kind.StackUrn);

    public ResourceRow? Row(string urn)
    {
        lock (_lock)
        {
            return _indexes.TryGetValue(urn, out var index) ? _rows[index] : null;
        }
    }

    /// <summary>Takes one event in.</summary>
    /// <returns>The row it changed; null where it changed none.</returns>
    public ResourceRow? Apply(EngineEvent engineEvent)
    {
        switch (engineEvent)
        {
            case PreludeEvent prelude:
                Config = prelude.Config;
                return null;
            case SummaryEvent summary:
                Summary = summary;
                return null;
            case ResourcePreEvent { Step.Internal: false } pre:
                return Change(pre.Step.Urn, row => row.Begin(pre.Step, pre.Timestamp));
            case ResourceOutputsEvent { Step.Internal: false } outputs:
                return Change(outputs.Step.Urn, row => row.Finish(outputs.Step, outputs.Timestamp));
            case ResourceFailedEvent { Step.Internal: false } failed:
                return Change(failed.Step.Urn, row => row.Fail(failed.Timestamp));
            case DiagnosticEvent diagnostic when showDebug || diagnostic.Severity != DiagnosticSeverity.Debug:
                return Change(diagnostic.Urn.Length == 0 ? kind.StackUrn : diagnostic.Urn, row => row.Note(diagnostic));
            default:
                return null;
        }
    }

    private ResourceRow Change(string urn, Func<ResourceRow, ResourceRow> change)
    {
        lock (_lock)
        {
            if (!_indexes.TryGetValue(urn, out var index))
            {
                _indexes[urn] = index = _rows.Count;
                _rows.Add(new ResourceRow(urn));
            }

            return _rows[index] = change(_rows[index]);
        }
    }
}
