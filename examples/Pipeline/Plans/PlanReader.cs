using Pulumi.Automation;
using Pulumi.Automation.Events;

namespace CloudUpdate.Pipeline.Plans;

/// <summary>Makes a plan out of the events of a preview.</summary>
/// <param name="readsCloud">Whether the preview is of a refresh, whose new values are what the cloud answered.</param>
internal sealed class PlanReader(bool readsCloud = false)
{
    private readonly Dictionary<string, StepEventMetadata> _steps = [];
    private readonly Dictionary<string, List<PlannedProperty>> _adoptions = [];

    /// <summary>Each resource that something happens to, in the order in which the engine came to it.</summary>
    public IReadOnlyList<PlannedResource> Resources => [.. _steps.Values.Select(Resource)];

    /// <summary>Takes the next event.</summary>
    public void Add(EngineEvent engineEvent)
    {
        // The outputs event of a preview is the complete one: refresh decides there what it found.
        if (engineEvent.ResourceOutputsEvent?.Metadata is { } done)
        {
            AddStep(done);
        }
        else if (engineEvent.ResourcePreEvent?.Metadata is { } step)
        {
            AddStep(step);
        }
        else if (engineEvent.DiagnosticEvent is { Urn: { } urn } diagnostic && AdoptionLine.Parse(diagnostic.Message) is { } line)
        {
            if (!_adoptions.TryGetValue(urn, out var properties))
            {
                _adoptions[urn] = properties = [];
            }

            if (line.Property is { } property)
            {
                properties.Add(property);
            }
        }
    }

    private void AddStep(StepEventMetadata step)
    {
        if (step.Op is OperationType.Same)
        {
            _steps.Remove(step.Urn);
        }
        else if (IsResource(step.Type) && IsChange(step.Op))
        {
            _steps[step.Urn] = step;
        }
    }

    // The stack itself and its providers are the engine's; no cloud knows them.
    private static bool IsResource(string type) => !type.StartsWith("pulumi:", StringComparison.Ordinal);

    private static bool IsChange(OperationType operation) => operation is OperationType.Create or OperationType.Update or OperationType.Delete
        or OperationType.Replace or OperationType.Import or OperationType.Refresh;

    private PlannedResource Resource(StepEventMetadata step)
    {
        var told = _adoptions.GetValueOrDefault(step.Urn);
        IReadOnlyList<PlannedProperty> properties = told ?? [.. step.Op is OperationType.Create ? Additions(step) : Differences(step)];
        return new PlannedResource(step.Urn, step.Type, step.Op, properties, step.Keys ?? [], told is not null || IsAdoption(step));
    }

    // The provider's own mark, since it says nothing about values where previews may not read the cloud.
    private static bool IsAdoption(StepEventMetadata step) =>
        step.Op is OperationType.Create && ValueAt.Path(step.New?.Inputs, "__ownership") is "Adopted";

    private static IEnumerable<PlannedProperty> Additions(StepEventMetadata step) =>
        (step.New?.Inputs ?? Enumerable.Empty<KeyValuePair<string, object>>())
            .Where(input => !input.Key.StartsWith("__", StringComparison.Ordinal))
            .OrderBy(input => input.Key, StringComparer.Ordinal)
            .Select(input => new PlannedProperty(input.Key, null, ValueAt.Readable(input.Value), false));

    private IEnumerable<PlannedProperty> Differences(StepEventMetadata step) =>
        (step.DetailedDiff ?? Enumerable.Empty<KeyValuePair<string, PropertyDiff>>())
            .OrderBy(difference => difference.Key, StringComparer.Ordinal)
            .Select(difference => new PlannedProperty(
                difference.Key,
                ValueAt.Path(difference.Value.InputDiff ? step.Old?.Inputs : step.Old?.Outputs, difference.Key),
                ValueAt.Path(readsCloud && !difference.Value.InputDiff ? step.New?.Outputs : step.New?.Inputs, difference.Key),
                difference.Value.Kind is DiffKind.AddReplace or DiffKind.DeleteReplace or DiffKind.UpdateReplace));
}
