using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Automation.Serialization;

namespace Pulumi.Automation.Events;

/// <summary>Engine events from their JSON form. Kinds that are not known are left out; unknown words of a known kind are errors.</summary>
internal static class EventReader
{
    public static EngineEvent Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new EngineEvent
        {
            Sequence = root.GetProperty("sequence").GetInt32(),
            Timestamp = root.GetProperty("timestamp").GetInt32(),
            CancelEvent = root.Optional("cancelEvent", _ => new CancelEvent()),
            StandardOutputEvent = root.Optional("stdoutEvent", ReadOutput),
            DiagnosticEvent = root.Optional("diagnosticEvent", ReadDiagnostic),
            PreludeEvent = root.Optional("preludeEvent", value => new PreludeEvent { Config = value.Texts("config") }),
            SummaryEvent = root.Optional("summaryEvent", ReadSummary),
            ResourcePreEvent = root.Optional("resourcePreEvent", value => new ResourcePreEvent
            {
                Metadata = ReadMetadata(value.GetProperty("metadata")),
                Planning = value.Flag("planning"),
            }),
            ResourceOutputsEvent = root.Optional("resOutputsEvent", value => new ResourceOutputsEvent
            {
                Metadata = ReadMetadata(value.GetProperty("metadata")),
                Planning = value.Flag("planning"),
            }),
            ResourceOperationFailedEvent = root.Optional("resOpFailedEvent", value => new ResourceOperationFailedEvent
            {
                Metadata = ReadMetadata(value.GetProperty("metadata")),
                Status = value.GetProperty("status").GetInt32(),
                Steps = value.GetProperty("steps").GetInt32(),
            }),
        };
    }

    private static StandardOutputEngineEvent ReadOutput(JsonElement value) => new()
    {
        Message = value.Text("message"),
        Color = value.Text("color"),
    };

    private static DiagnosticEvent ReadDiagnostic(JsonElement value) => new()
    {
        Urn = value.OptionalText("urn"),
        Prefix = value.OptionalText("prefix"),
        Message = value.Text("message"),
        Color = value.Text("color"),
        Severity = value.Text("severity"),
        StreamId = value.OptionalText("streamID"),
        Ephemeral = value.Flag("ephemeral"),
    };

    private static SummaryEvent ReadSummary(JsonElement value) => new()
    {
        MaybeCorrupt = value.Flag("maybeCorrupt") ?? false,
        DurationSeconds = value.GetProperty("durationSeconds").GetInt32(),
        ResourceChanges = value.Changes("resourceChanges") ?? ImmutableDictionary<OperationType, int>.Empty,
        PolicyPacks = value.Texts("PolicyPacks"),
    };

    private static StepEventMetadata ReadMetadata(JsonElement value) => new()
    {
        Op = Words.Operation(value.Text("op")),
        Urn = value.Text("urn"),
        Type = value.Text("type"),
        Old = value.Optional("old", ReadState),
        New = value.Optional("new", ReadState),
        Keys = value.OptionalTextList("keys"),
        Diffs = value.OptionalTextList("diffs"),
        DetailedDiff = value.Optional("detailedDiff", ReadDifferences),
        Logical = value.Flag("logical"),
        Provider = value.Text("provider"),
    };

    private static StepEventStateMetadata ReadState(JsonElement value) => new()
    {
        Urn = value.Text("urn"),
        Type = value.Text("type"),
        Custom = value.Flag("custom"),
        Delete = value.Flag("delete"),
        Id = value.Text("id"),
        Parent = value.Text("parent"),
        Protect = value.Flag("protect"),
        Inputs = value.Values("inputs"),
        Outputs = value.Values("outputs"),
        Provider = value.Text("provider"),
        InitErrors = value.OptionalTextList("initErrors"),
    };

    private static ImmutableDictionary<string, PropertyDiff> ReadDifferences(JsonElement value) =>
        value.EnumerateObject().ToImmutableDictionary(
            member => member.Name,
            member => new PropertyDiff
            {
                Kind = Words.Diff(member.Value.Text("diffKind")),
                InputDiff = member.Value.Flag("inputDiff") ?? false,
            });
}
