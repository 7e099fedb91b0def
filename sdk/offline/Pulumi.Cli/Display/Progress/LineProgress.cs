using System.Collections.Concurrent;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Text;
using Pulumi.Cli.Display.Views;
using Pulumi.Cli.Hosting;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Progress;

/// <summary>One line for each thing that happens, for files and pipes: a step begins, says something, ends. While nothing happens, every ten seconds
/// a line that says what is being waited for. Previews do nothing that lasts, so only the latter is shown of them.</summary>
internal sealed class LineProgress(Screen screen, OperationKind kind, TimeProvider time) : IProgress
{
    private static readonly TimeSpan s_period = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, ResourceRow> _running = [];
    private readonly RowStatus _status = new(kind);
    private long _started;
    private ITimer? _heartbeat;
    private volatile bool _hasWritten;

    public void Begin()
    {
        _started = time.GetTimestamp();
        _heartbeat = time.CreateTimer(_ => Beat(), null, s_period, s_period);
    }

    public void OnChange(ResourceRow row, EngineEvent cause)
    {
        Remember(row);
        _heartbeat?.Change(s_period, s_period);
        var status = kind.IsPreview ? Line.Empty : Status(row, cause);
        if (status.Text.Length > 0)
        {
            _hasWritten = true;
            screen.Write(Line.Of($" {OperationText.Sign(row.Operation)}", OperationText.ToneOf(row.Operation))
                .Append($"  {TypeText.Shorten(row.Type)} {row.Name} ").Append(status));
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_heartbeat is not null)
        {
            await _heartbeat.DisposeAsync().ConfigureAwait(false);
        }

        if (_hasWritten)
        {
            screen.Write(Line.Empty);
        }
    }

    // The logical step of a replacement is no work of its own.
    private Line Status(ResourceRow row, EngineEvent cause) => cause switch
    {
        DiagnosticEvent diagnostic => Consequences.IsConsequence(diagnostic) ? Line.Empty : Line.Of(row.LatestMessage),
        ResourcePreEvent { Step.Operation: StepOperation.Replace } or ResourceOutputsEvent { Step.Operation: StepOperation.Replace } => Line.Empty,
        ResourcePreEvent pre => Line.Of(OperationText.Running(pre.Step.Operation), OperationText.ToneOf(pre.Step.Operation)),
        ResourceOutputsEvent outputs when OperationText.IsPartOfReplacement(outputs.Step.Operation) =>
            Line.Of(OperationText.Done(outputs.Step.Operation), OperationText.ToneOf(outputs.Step.Operation)),
        _ => _status.Of(row, now: null),
    };

    private void Remember(ResourceRow row)
    {
        if (row is { State: RowState.Running, Resource.Custom: true })
        {
            _running[row.Urn] = row;
        }
        else
        {
            _running.TryRemove(row.Urn, out _);
        }
    }

    private void Beat()
    {
        var waiting = _running.Values.OrderBy(row => row.Started).Select(row => row.Name).Take(5);
        _hasWritten = true;
        var names = string.Join(", ", waiting);
        screen.Write(Line.Of(
            $"@ {kind.Progress} ({DurationText.Precise(time.GetElapsedTime(_started))}){(names.Length > 0 ? $": {names}" : string.Empty)}", Tone.Faint));
    }
}
