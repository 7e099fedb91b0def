using Newtonsoft.Json.Linq;
using Pulumi.Cli.Display;
using Pulumi.Cli.Display.Model;
using Pulumi.Cli.Display.Text;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Cli.Json;

/// <summary>The document of <c>preview --json</c>: one on standard output, whether the preview succeeds or not, and nothing else.</summary>
internal sealed class PreviewDocumentDisplay(TextWriter output, DisplayOptions options, OperationModel model) : IOperationDisplay
{
    private const long NanosecondsPerTick = 100;
    private readonly List<StepMetadata> _steps = [];
    private readonly List<DiagnosticEvent> _diagnostics = [];

    public void Begin()
    {
    }

    public void OnEvent(EngineEvent engineEvent)
    {
        model.Apply(engineEvent);
        switch (engineEvent)
        {
            case ResourcePreEvent { Step: { Internal: false } step } when IsShown(step):
                _steps.Add(step);
                break;
            case ResourceOutputsEvent { Step: { Internal: false } step }:
                Complete(step);
                break;
            case DiagnosticEvent { Severity: not DiagnosticSeverity.Debug, Ephemeral: false } diagnostic:
                _diagnostics.Add(diagnostic);
                break;
            default:
                break;
        }
    }

    public Task EndAsync(UpdateResult? result)
    {
        if (result is not null)
        {
            output.WriteLine(IndentedJson.Write(Document(result)));
        }

        return output.FlushAsync();
    }

    // What a step came to (outputs, what a refresh found) is known only at its end.
    private void Complete(StepMetadata step)
    {
        var index = _steps.FindLastIndex(begun => begun.Urn == step.Urn && begun.Operation is var operation
            && (operation == step.Operation || operation == StepOperation.Refresh));
        if (index >= 0)
        {
            _steps[index] = step with { Operation = _steps[index].Operation };
        }
    }

    private bool IsShown(StepMetadata step) => step.Operation switch
    {
        StepOperation.Same => options.ShowSames || step.Type == Engine.Urn.RootStackType,
        StepOperation.CreateReplacement or StepOperation.DeleteReplaced => options.ShowReplacementSteps,
        StepOperation.Read or StepOperation.ReadReplacement or StepOperation.Discard => options.ShowReads,
        _ => true,
    };

    private JObject Document(UpdateResult result)
    {
        var document = new JObject
        {
            ["config"] = new JObject(model.Config.Select(entry => new JProperty(entry.Key, entry.Value))),
            ["steps"] = new JArray(_steps.Select(Step)),
            ["diagnostics"] = new JArray(_diagnostics.Select(Diagnostic)),
            ["duration"] = result.Duration.Ticks * NanosecondsPerTick,
            ["changeSummary"] = new JObject(result.ResourceChanges.Select(change => new JProperty(change.Key.WireName(), change.Value))),
        };
        if (result.MaybeCorrupt)
        {
            document["maybeCorrupt"] = true;
        }

        return document;
    }

    private static JObject Step(StepMetadata step)
    {
        var result = new JObject { ["op"] = step.Operation.WireName(), ["urn"] = step.Urn };
        if (step.Provider.Length > 0)
        {
            result["provider"] = step.Provider;
        }

        Add(result, "oldState", step.Old);
        Add(result, "newState", step.New);
        if (!step.ChangedKeys.IsEmpty)
        {
            result["diffReasons"] = new JArray(step.ChangedKeys);
        }

        if (!step.ReplaceKeys.IsEmpty)
        {
            result["replaceReasons"] = new JArray(step.ReplaceKeys);
        }

        result["detailedDiff"] = EngineEventJson.WriteDetailedDiff(step, "kind");
        return result;
    }

    private static void Add(JObject json, string name, ResourceState? state)
    {
        if (state is not null)
        {
            json[name] = EngineEventJson.WriteState(state);
        }
    }

    private static JObject Diagnostic(DiagnosticEvent diagnostic)
    {
        var result = new JObject();
        if (diagnostic.Urn.Length > 0)
        {
            result["urn"] = diagnostic.Urn;
        }

        var prefix = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => "error: ",
            DiagnosticSeverity.Warning => "warning: ",
            _ => string.Empty,
        };
        result["message"] = prefix + PlainText.Of(diagnostic.Message);
        result["severity"] = diagnostic.Severity == DiagnosticSeverity.InfoError ? "info#err" : diagnostic.Severity.ToString().ToLowerInvariant();
        return result;
    }
}
