using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Cli.Display.Model;
using Pulumi.Engine;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Tests.Recordings;

/// <summary>Events of one run, written down in the order in which the engine sends them, a quarter of a second apart.</summary>
internal sealed class Recording
{
    public const string Provider = "urn:pulumi:dev::proj::pulumi:providers:cloudupdate::default_0_1_0::5e0b6a3c-7f5c-4c5e-9d0e-3f0f3a1c2b4d";
    public static readonly string StackUrn = Urn.RootStack("dev", "proj");
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(250);

    private readonly List<EngineEvent> _events = [];
    private readonly SortedDictionary<StepOperation, int> _changes = [];
    private DateTimeOffset _now = new(2026, 8, 1, 12, 0, 0, TimeSpan.Zero);

    public Recording(OperationVerb verb, bool isPreview)
    {
        Kind = new OperationKind(verb, isPreview, StackUrn);
        Add(new PreludeEvent(ImmutableSortedDictionary<string, string>.Empty.Add("proj:token", "[secret]").Add("proj:zone", "eu-1")));
    }

    public OperationKind Kind { get; }

    public IReadOnlyList<EngineEvent> Events => _events;

    public UpdateOutcome Outcome { get; private set; } = UpdateOutcome.Succeeded;

    public PropertyMap OldOutputs { get; set; } = PropertyMap.Empty;

    public PropertyMap? Outputs { get; set; }

    public UpdateResult Result => new()
    {
        Outcome = Outcome,
        Duration = _now - _events[0].Timestamp,
        ResourceChanges = _changes.ToImmutableSortedDictionary(),
        Snapshot = Snapshot.Empty,
        OldOutputs = OldOutputs,
        Outputs = Outputs,
    };

    public static string UrnOf(string type, string name, string? parent = null) => Urn.Create("dev", "proj", parent ?? StackUrn, type, name);

    public static ResourceState State(string urn, string id = "", string? parent = null) => new()
    {
        Urn = urn,
        Type = Urn.Type(urn),
        Custom = true,
        Id = id,
        Parent = parent ?? StackUrn,
        Provider = Provider,
    };

    public Recording Begin(StepMetadata step) => Add(new ResourcePreEvent(step, Kind.IsPreview));

    public Recording End(StepMetadata step)
    {
        if (step is { Internal: false, InRefreshPhase: false } && step.Operation.IsLogical())
        {
            _changes[step.Operation] = _changes.GetValueOrDefault(step.Operation) + 1;
        }

        return Add(new ResourceOutputsEvent(step, Kind.IsPreview));
    }

    public Recording Step(StepMetadata step) => Begin(step).End(step);

    public Recording Fail(StepMetadata step)
    {
        Outcome = UpdateOutcome.Failed;
        return Add(new ResourceFailedEvent(step, OperationStatus.Unknown, 1));
    }

    public Recording Say(string urn, DiagnosticSeverity severity, string message, bool ephemeral = false, int stream = 0) =>
        Add(new DiagnosticEvent(severity, message) { Urn = urn, Ephemeral = ephemeral, StreamId = stream });

    public Recording Pass(TimeSpan time)
    {
        _now += time;
        return this;
    }

    public Recording Finish(UpdateOutcome? outcome = null)
    {
        Outcome = outcome ?? Outcome;
        Add(new SummaryEvent(Kind.IsPreview, Outcome, _now - _events[0].Timestamp, _changes.ToImmutableSortedDictionary(), Outcome == UpdateOutcome.Failed));
        return Add(new CancelEvent());
    }

    private Recording Add(EngineEvent engineEvent)
    {
        _events.Add(engineEvent with { Sequence = _events.Count, Timestamp = _now });
        _now += s_pace;
        return this;
    }
}
