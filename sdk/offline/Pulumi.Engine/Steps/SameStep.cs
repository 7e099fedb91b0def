using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.Plugins;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Steps;

/// <summary>A resource stays as it is; its state takes over the program's new inputs and options.</summary>
/// <param name="old">The state before.</param>
/// <param name="planned">The program's inputs and options; id and outputs are the old ones.</param>
/// <param name="completesImport">Whether it only completes an import, which has been told already.</param>
internal sealed class SameStep(ResourceState old, ResourceState planned, bool completesImport = false) : Step(old, planned)
{
    public override StepOperation Operation => StepOperation.Same;

    /// <summary>The step for a resource that the provider, or a comparison of inputs, finds unchanged.</summary>
    public static SameStep Of(Registration registration, ResourceState old, ResourceState planned, EventStream events, bool completesImport = false)
    {
        var same = planned with
        {
            Id = old.Id,
            Outputs = SecretOutputs.Mark(planned, old.Outputs, events),
            InitErrors = old.InitErrors,
            ImportId = KeptImportId(old, planned),
        };
        return new SameStep(old, same, completesImport) { Registration = registration };
    }

    /// <summary>What a resource was imported from stays known when the program no longer says so.</summary>
    public static string KeptImportId(ResourceState old, ResourceState planned) => planned.ImportId.Length > 0 ? planned.ImportId : old.ImportId;

    public override bool IsSilent => completesImport;

    public override async Task<StepFailure?> ApplyAsync(DeploymentContext context)
    {
        if (Urn.IsProviderType(New!.Type))
        {
            await context.Providers.SameAsync(Old!, New.Urn);
        }

        return null;
    }

    public override void Record(SnapshotJournal journal) => journal.AppendSame(Old!, New!, MustSave(Old!, New!));

    // A difference in these is worth a write of its own; others wait for the next one.
    private static bool MustSave(ResourceState old, ResourceState planned) =>
        old.Urn != planned.Urn || old.Type != planned.Type || old.Custom != planned.Custom || old.CustomTimeouts != planned.CustomTimeouts
        || old.RetainOnDelete != planned.RetainOnDelete || old.Provider != planned.Provider || old.Parent != planned.Parent
        || old.DeletedWith != planned.DeletedWith || old.Protect != planned.Protect
        || !InputComparison.Same(old.Inputs, planned.Inputs) || !InputComparison.Same(old.Outputs, planned.Outputs)
        || !old.Dependencies.ToHashSet().SetEquals(planned.Dependencies);
}
