using System.Collections.Immutable;
using Pulumi.Engine.Config;

namespace Pulumi.Engine.Events;

/// <summary>Numbers, dates and masks the events of one run, and hands them on one at a time.</summary>
internal sealed class EventStream
{
    private const int ShortestMaskedSecret = 3;

    private readonly Lock _gate = new();
    private readonly IEventSink _sink;
    private readonly TimeProvider _time;
    private readonly ImmutableArray<string> _secrets;
    private readonly SortedDictionary<StepOperation, int> _changes = [];
    private readonly long _started;
    private int _sequence;

    public EventStream(IEventSink sink, TimeProvider time, StackConfiguration configuration, bool preview)
    {
        _sink = sink;
        _time = time;
        _started = time.GetTimestamp();
        _secrets =
        [
            .. configuration.SecretKeys.Select(key => configuration.Values[key])
                .Where(secret => secret.Length >= ShortestMaskedSecret).OrderByDescending(secret => secret.Length),
        ];
        Preview = preview;
    }

    public bool Preview { get; }

    /// <summary>Whether an object's status is unknown after a failure.</summary>
    public bool MaybeCorrupt { get; private set; }

    public TimeSpan Elapsed => _time.GetElapsedTime(_started);

    public ImmutableSortedDictionary<StepOperation, int> Changes
    {
        get
        {
            lock (_gate)
            {
                return _changes.ToImmutableSortedDictionary();
            }
        }
    }

    public void Prelude(StackConfiguration configuration) => Send(new PreludeEvent(
        configuration.Values.Keys.ToImmutableSortedDictionary(key => key.ToString(), configuration.Masked)));

    public void Before(StepMetadata step) => Send(new ResourcePreEvent(step, Preview));

    public void Outputs(StepMetadata step) => Send(new ResourceOutputsEvent(step, Preview));

    public void Failed(StepMetadata step, OperationStatus status, int steps)
    {
        MaybeCorrupt |= status == OperationStatus.Unknown;
        Send(new ResourceFailedEvent(step, status, steps));
    }

    public void Count(StepMetadata step)
    {
        if (step.Internal || step.InRefreshPhase || !step.Operation.IsLogical())
        {
            return;
        }

        lock (_gate)
        {
            _changes[step.Operation] = _changes.GetValueOrDefault(step.Operation) + 1;
        }
    }

    public void Error(string message, string urn = "") => Diagnostic(DiagnosticSeverity.Error, message, urn);

    public void Warning(string message, string urn = "") => Diagnostic(DiagnosticSeverity.Warning, message, urn);

    public void Info(string message, string urn = "") => Diagnostic(DiagnosticSeverity.Info, message, urn);

    public void Diagnostic(DiagnosticSeverity severity, string message, string urn, int streamId = 0, bool ephemeral = false) =>
        Send(new DiagnosticEvent(severity, Mask(message)) { Urn = urn, StreamId = streamId, Ephemeral = ephemeral });

    public void Summary(UpdateOutcome outcome) => Send(new SummaryEvent(Preview, outcome, Elapsed, Changes, MaybeCorrupt));

    public void End() => Send(new CancelEvent());

    private string Mask(string message) => _secrets.Aggregate(message, (text, secret) => text.Replace(secret, "[secret]", StringComparison.Ordinal));

    private void Send(EngineEvent engineEvent)
    {
        lock (_gate)
        {
            _sink.OnEvent(engineEvent with { Sequence = _sequence++, Timestamp = _time.GetUtcNow() });
        }
    }
}
