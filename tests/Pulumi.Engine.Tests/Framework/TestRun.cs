using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;

namespace Pulumi.Engine.Tests.Framework;

/// <summary>How an operation ended, and what it told.</summary>
internal sealed record TestRun(UpdateResult Result, IReadOnlyList<EngineEvent> Events)
{
    public bool Succeeded => Result.Outcome == UpdateOutcome.Succeeded;

    /// <summary>Steps told before they ran, as <c>op name</c>, without the root stack and default providers.</summary>
    public IReadOnlyList<string> Steps => [.. Events.OfType<ResourcePreEvent>().Where(step => IsOfTest(step.Step)).Select(step => Text(step.Step))];

    /// <summary>The steps of one resource.</summary>
    public IReadOnlyList<string> StepsOf(string name) => [.. Events.OfType<ResourcePreEvent>().Where(step => Urn.Name(step.Step.Urn) == name).Select(step => step.Step.Operation.WireName())];

    public StepMetadata Step(string name, StepOperation operation) =>
        Events.OfType<ResourcePreEvent>().Select(step => step.Step).Single(step => Urn.Name(step.Urn) == name && step.Operation == operation);

    public IEnumerable<string> Messages(DiagnosticSeverity severity) =>
        Events.OfType<DiagnosticEvent>().Where(diagnostic => diagnostic.Severity == severity).Select(diagnostic => diagnostic.Message);

    public IReadOnlyList<string> Errors => [.. Messages(DiagnosticSeverity.Error)];

    /// <summary>Counts of the summary as text, such as <c>create 2, same 1</c>.</summary>
    public string Changes => string.Join(", ", Result.ResourceChanges.Select(change => $"{change.Key.WireName()} {change.Value}"));

    public override string ToString() => $"{Result.Outcome}: {Changes}; {string.Join(" | ", Events.OfType<DiagnosticEvent>().Select(diagnostic => diagnostic.Message))}";

    private static bool IsOfTest(StepMetadata step) => !step.Internal && step.Type != Urn.RootStackType;

    private static string Text(StepMetadata step) => $"{step.Operation.WireName()} {Urn.Name(step.Urn)}";
}
