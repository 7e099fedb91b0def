using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Progress;
using Pulumi.Cli.Display.Text;
using Pulumi.Cli.Display.Views;
using Pulumi.Cli.Hosting;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display;

/// <summary>Shows a run to people: what goes on while it runs, then the resources, messages, outputs and counts.</summary>
internal sealed class ConsoleDisplay : IOperationDisplay
{
    private readonly Screen _screen;
    private readonly DisplayOptions _options;
    private readonly OperationModel _model;
    private readonly IProgress _progress;

    public ConsoleDisplay(Screen screen, DisplayOptions options, OperationModel model, TimeProvider time)
    {
        _screen = screen;
        _options = options;
        _model = model;
        _progress = options.SuppressProgress ? new NoProgress()
            : screen.IsInteractive ? new LiveProgress(screen, options, model, time)
            : new LineProgress(screen, model.Kind, time);
    }

    public void Begin()
    {
        _screen.Write(Line.Of(_model.Kind.Headline, Tone.Strong));
        _progress.Begin();
    }

    public void OnEvent(EngineEvent engineEvent)
    {
        var row = _model.Apply(engineEvent);
        if (row is not null)
        {
            _progress.OnChange(row, engineEvent);
        }
    }

    public async Task EndAsync(UpdateResult? result)
    {
        await _progress.DisposeAsync().ConfigureAwait(false);
        if (result is null)
        {
            return;
        }

        if (_options.ShowConfig && !_model.Config.IsEmpty)
        {
            _screen.Write("Configuration:");
            _screen.Write(_model.Config.Select(entry => Line.Of($"    {entry.Key}: {entry.Value}")));
        }

        var rows = Consequences.Remove(_model.Rows);
        var sections = _options.Diff ? Sections(new DiffView(_model.Kind, _options).Lines(rows)) : Sections(new TreeView(_model.Kind, _options).Lines(rows, now: null), DiagnosticsView.Lines(rows));
        foreach (var section in sections.Concat(Closing(rows, result)).Where(section => !section.IsEmpty))
        {
            _screen.Write(section);
            _screen.Write(Line.Empty);
        }
    }

    private static ImmutableArray<Line>[] Sections(params ImmutableArray<Line>[] sections) => sections;

    private IEnumerable<ImmutableArray<Line>> Closing(ImmutableArray<ResourceRow> rows, UpdateResult result)
    {
        if (result.Outcome == UpdateOutcome.Succeeded && !_options.SuppressOutputs)
        {
            yield return new OutputsView(_options.Values).Lines(result.OldOutputs, result.Outputs ?? result.Snapshot.RootStack?.Outputs ?? PropertyMap.Empty);
        }

        if (_model is { Kind: { IsPreview: true, Verb: OperationVerb.Update }, Summary.Result: UpdateOutcome.Succeeded } && rows.All(row => row.IsStack))
        {
            yield return [Line.Of("info: ", Tone.Info).Append("There are no resources in your stack (other than the stack resource).")];
        }

        if (_model.Summary is { } summary)
        {
            yield return SummaryView.Resources(summary, rows.Count(row => !row.IsStack && row.Count(DiagnosticSeverity.Error) > 0));
            if (!summary.IsPreview)
            {
                yield return [SummaryView.Duration(summary)];
            }
        }
    }
}
