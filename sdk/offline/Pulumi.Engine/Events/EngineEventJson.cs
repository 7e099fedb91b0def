using CloudUpdate.Protocol.Values;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Events;

/// <summary>Events and states in the JSON form that the Automation API and tools read.</summary>
public static class EngineEventJson
{
    /// <summary>One event: <c>{"sequence":…,"timestamp":…,"KINDEvent":{…}}</c>. Secrets are masked.</summary>
    public static JObject Write(EngineEvent engineEvent)
    {
        var (name, body) = Body(engineEvent);
        return new JObject
        {
            ["sequence"] = engineEvent.Sequence,
            ["timestamp"] = engineEvent.Timestamp.ToUnixTimeSeconds(),
            [name] = body,
        };
    }

    /// <summary>A state as <c>preview --json</c> shows it: the form of state files, secrets as the text <c>[secret]</c>.</summary>
    public static JObject WriteState(ResourceState state) => ResourceJson.Write(state, PropertyJsonWriter.Masked);

    /// <summary>Values as <c>stack output --json</c> shows them: secrets as the text <c>[secret]</c>, or in clear.</summary>
    public static JObject WriteValues(PropertyMap values, bool showSecrets) => (showSecrets ? PlainValues : PropertyJsonWriter.Masked).Write(values, string.Empty);

    private static PropertyJsonWriter PlainValues { get; } = new((_, plaintext) => JsonText.Parse(plaintext, "a secret"));

    /// <summary>A detailed diff as <c>preview --json</c> shows it; null where there is none.</summary>
    public static JToken WriteDetailedDiff(StepMetadata step, string kindKey) => step.DetailedDiff is null
        ? JValue.CreateNull()
        : new JObject(step.DetailedDiff.Select(change =>
            new JProperty(change.Key, new JObject { [kindKey] = change.Value.WireName, ["inputDiff"] = change.Value.InputDiff })));

    private static (string Name, JObject Body) Body(EngineEvent engineEvent) => engineEvent switch
    {
        PreludeEvent prelude => ("preludeEvent", new JObject { ["config"] = new JObject(prelude.Config.Select(pair => new JProperty(pair.Key, pair.Value))) }),
        CancelEvent => ("cancelEvent", []),
        StandardOutputEvent output => ("stdoutEvent", new JObject { ["message"] = output.Message, ["color"] = "never" }),
        DiagnosticEvent diagnostic => ("diagnosticEvent", Diagnostic(diagnostic)),
        ResourcePreEvent pre => ("resourcePreEvent", Step(pre.Step, pre.Planning)),
        ResourceOutputsEvent outputs => ("resOutputsEvent", Step(outputs.Step, outputs.Planning)),
        ResourceFailedEvent failed => ("resOpFailedEvent", new JObject
        {
            ["metadata"] = Metadata(failed.Step),
            ["status"] = (int)failed.Status,
            ["steps"] = failed.Steps,
        }),
        SummaryEvent summary => ("summaryEvent", Summary(summary)),
        _ => throw new ArgumentOutOfRangeException(nameof(engineEvent), engineEvent.GetType(), "No such kind of event."),
    };

    private static JObject Summary(SummaryEvent summary) => new()
    {
        ["maybeCorrupt"] = summary.MaybeCorrupt,
        ["durationSeconds"] = (long)Math.Ceiling(summary.Duration.TotalSeconds),
        ["resourceChanges"] = new JObject(summary.ResourceChanges.Select(change => new JProperty(change.Key.WireName(), change.Value))),
        ["PolicyPacks"] = new JObject(),
        ["isPreview"] = summary.IsPreview,
        ["result"] = summary.Result.ToString().ToLowerInvariant(),
    };

    private static JObject Diagnostic(DiagnosticEvent diagnostic)
    {
        var result = new JObject();
        if (diagnostic.Urn.Length > 0)
        {
            result["urn"] = diagnostic.Urn;
        }

        if (Prefix(diagnostic.Severity) is { } prefix)
        {
            result["prefix"] = prefix;
        }

        result["message"] = diagnostic.Message;
        result["color"] = "never";
        result["severity"] = SeverityName(diagnostic.Severity);
        if (diagnostic.Ephemeral)
        {
            result["ephemeral"] = true;
        }

        return result;
    }

    private static string? Prefix(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Debug => "<{%fg 4%}>debug: <{%reset%}>",
        DiagnosticSeverity.Warning => "<{%fg 3%}>warning: <{%reset%}>",
        DiagnosticSeverity.Error => "<{%fg 1%}>error: <{%reset%}>",
        _ => null,
    };

    private static string SeverityName(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.InfoError => "info#err",
        _ => severity.ToString().ToLowerInvariant(),
    };

    private static JObject Step(StepMetadata step, bool planning)
    {
        var result = new JObject { ["metadata"] = Metadata(step) };
        if (planning)
        {
            result["planning"] = true;
        }

        return result;
    }

    private static JObject Metadata(StepMetadata step) => new()
    {
        ["op"] = step.Operation.WireName(),
        ["urn"] = step.Urn,
        ["type"] = step.Type,
        ["old"] = State(step.Old),
        ["new"] = State(step.New),
        ["keys"] = new JArray(step.ReplaceKeys),
        ["diffs"] = new JArray(step.ChangedKeys),
        ["detailedDiff"] = WriteDetailedDiff(step, "diffKind"),
        ["logical"] = step.Operation.IsLogical(),
        ["provider"] = step.Provider,
    };

    private static JToken State(ResourceState? state)
    {
        if (state is null)
        {
            return JValue.CreateNull();
        }

        var result = new JObject { ["type"] = state.Type, ["urn"] = state.Urn };
        Flag(result, "custom", state.Custom);
        Flag(result, "delete", state.Delete);
        result["id"] = state.Id;
        result["parent"] = state.Parent;
        Flag(result, "protect", state.Protect);
        Flag(result, "external", state.External);
        Flag(result, "retainOnDelete", state.RetainOnDelete);
        result["inputs"] = PropertyJsonWriter.MaskedObjects.Write(state.Inputs, string.Empty);
        result["outputs"] = PropertyJsonWriter.MaskedObjects.Write(state.Outputs, string.Empty);
        result["provider"] = state.Provider;
        result["initErrors"] = new JArray(state.InitErrors);
        if (!state.HideDiffs.IsEmpty)
        {
            result["hideDiffs"] = new JArray(state.HideDiffs);
        }

        return result;
    }

    private static void Flag(JObject json, string name, bool value)
    {
        if (value)
        {
            json[name] = true;
        }
    }
}
