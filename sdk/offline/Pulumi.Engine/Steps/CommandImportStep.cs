using System.Collections.Immutable;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Steps;

/// <summary>An object is brought in by command: what the provider answers is kept as it is, all of it or the inputs named. That the provider
/// itself would refuse these inputs is worth a warning only.</summary>
internal sealed class CommandImportStep(ResourceState planned, ImmutableArray<string> properties) : Step(null, planned)
{
    private const int SeedLength = 32;

    public override StepOperation Operation => StepOperation.Import;

    public override PendingOperationKind? Announcement => PendingOperationKind.Importing;

    public override async Task<StepFailure?> ApplyAsync(DeploymentContext context)
    {
        var import = new ImportStep(null, New!);
        if (await import.ApplyAsync(context) is { } failure)
        {
            return failure;
        }

        var imported = import.New!;
        var inputs = properties.IsEmpty ? imported.Inputs : imported.Inputs.Where((key, _) => properties.Contains(key));
        New = imported with { Inputs = inputs, ImportId = string.Empty };
        var operations = await context.OperationsAsync(New.Type, New.Provider);
        var check = await operations.CheckAsync(New.Urn, imported.Inputs, inputs, context.Environment.Entropy.Bytes(SeedLength), context.Immediate);
        foreach (var (property, reason) in check.Failures)
        {
            context.Events.Warning($"One or more imported inputs failed to validate. This is almost certainly a bug in the `{Urn.Package(New.Type)}` provider: property {property} has a problem: {reason}", New.Urn);
        }

        return null;
    }

    public override void Record(SnapshotJournal journal) => journal.Append(New!);
}
