using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Plugins;
using Pulumi.Engine.State;
using Pulumi.Engine.Steps;

namespace Pulumi.Engine.Deployment;

/// <summary>Decides what to do about a resource that a provider manages.</summary>
/// <param name="context">The run.</param>
/// <param name="state">What the run knows of resources.</param>
/// <param name="forced">What is replaced whatever its diff says.</param>
/// <param name="replacements">Plans replacements.</param>
/// <param name="runNow">Carries out steps whose result is needed before the decision.</param>
internal sealed class CustomResourcePlanner(
    DeploymentContext context, RunState state, TargetSet forced, ReplacementPlanner replacements, Func<IReadOnlyList<Step>, Task<bool>> runNow)
{
    private const int SeedLength = 32;

    private readonly ProviderChange _providerChange = new(context, state);

    /// <summary>The steps for the resource.</summary>
    /// <exception cref="BailException">The run cannot go on.</exception>
    /// <exception cref="ProviderException">The provider failed.</exception>
    public async Task<IReadOnlyList<Step>> PlanAsync(ResourceRegistration registration, ResourceState? old, ResourceState planned)
    {
        var goal = registration.Goal;
        var operations = await context.OperationsAsync(goal.Type, goal.Provider);
        if (IsImport(goal, old))
        {
            return await ImportAsync(registration, operations, old, planned);
        }

        var isForced = old is not null && forced.Names(planned.Urn);
        if (old is { RefreshBeforeUpdate: true, External: false, PendingReplacement: false })
        {
            old = await RefreshAsync(old);
        }

        var seed = context.Environment.Entropy.Bytes(SeedLength);
        var continues = old is { External: false } && !state.DeletedEarly.Contains(old) && !isForced;
        if (continues)
        {
            var inputs = IgnoreChanges.Apply(old!.Inputs, planned.Inputs, goal.IgnoreChanges, planned.Urn, context.Events);
            planned = await CheckAsync(operations, planned, old.Inputs, inputs, seed);
            return await ChangeAsync(registration, operations, old, planned, seed, imported: false);
        }

        planned = await CheckAsync(operations, planned, null, planned.Inputs, seed);
        if (old is null)
        {
            return [new CreateStep(null, planned) { Registration = registration }];
        }

        if (state.DeletedEarly.Contains(old) || old.External)
        {
            return replacements.Replacement(registration, old, planned, StepReason.None);
        }

        return await replacements.ReplaceAsync(registration, old, planned, DiffOutcome.None, ["id"], () => Task.FromResult(planned));
    }

    private static bool IsImport(ResourceGoal goal, ResourceState? old) =>
        goal.ImportId.Length > 0 && !Urn.IsProviderType(goal.Type)
        && (old is null || old.External || (old.ImportId.Length > 0 ? old.ImportId : old.Id) != goal.ImportId);

    private async Task<IReadOnlyList<Step>> ImportAsync(
        ResourceRegistration registration, IResourceOperations operations, ResourceState? old, ResourceState planned)
    {
        var import = new ImportStep(old, planned with { Created = null, Modified = null, OtherKeys = null });
        IReadOnlyList<Step> steps = old is null ? [import] : [import, new ReplaceStep(old, import)];
        if (old is { External: false })
        {
            state.Replaced.Add(old);
            state.ReplacedUrns.Add(planned.Urn);
        }

        if (!await runNow(steps))
        {
            throw new BailException(null);
        }

        var imported = import.New!;
        var seed = context.Environment.Entropy.Bytes(SeedLength);
        var inputs = IgnoreChanges.Apply(imported.Inputs, planned.Inputs, planned.IgnoreChanges, planned.Urn, context.Events);
        planned = planned with { Created = imported.Created, Modified = imported.Modified };
        planned = await CheckAsync(operations, planned, imported.Inputs, inputs, seed);
        return await ChangeAsync(registration, operations, imported, planned, seed, imported: true);
    }

    private async Task<ResourceState> CheckAsync(IResourceOperations operations, ResourceState planned, PropertyMap? olds, PropertyMap inputs, byte[] seed)
    {
        var outcome = await operations.CheckAsync(planned.Urn, olds, inputs, seed, context.Immediate);
        if (outcome.Failures.IsEmpty)
        {
            var accepted = planned with { Inputs = outcome.Inputs };
            state.News[planned.Urn] = accepted;
            return accepted;
        }

        foreach (var (property, reason) in outcome.Failures)
        {
            var where = property.Length == 0 ? string.Empty : $": property {property} value {inputs.Get(property) ?? PropertyValue.Null}";
            context.Events.Error($"{planned.Type} resource '{Urn.Name(planned.Urn)}'{where} has a problem: {reason}", planned.Urn);
        }

        throw new BailException(null, planned.Urn);
    }

    private async Task<IReadOnlyList<Step>> ChangeAsync(
        ResourceRegistration registration, IResourceOperations operations, ResourceState old, ResourceState planned, byte[] seed, bool imported)
    {
        var (diff, keys) = await CompareAsync(operations, old, planned);
        if (!keys.IsEmpty || diff.Replaces || old.PendingReplacement)
        {
            return await replacements.ReplaceAsync(
                registration, old, planned, diff, keys, () => CheckAsync(operations, planned, null, registration.Goal.Properties, seed));
        }

        if (diff.Changes == DiffChanges.None && old.InitErrors.IsEmpty)
        {
            return [SameStep.Of(registration, old, planned, context.Events, imported)];
        }

        if (diff.ConfigurationUnknown)
        {
            context.Events.Warning(
                "The provider for this resource has inputs that are not known during preview.\n" +
                "This preview may not correctly represent the changes that will be applied during an update.", planned.Urn);
        }

        return [new UpdateStep(old, planned with { Id = old.Id, ImportId = SameStep.KeptImportId(old, planned) }) { Registration = registration, Reason = StepReason.Of(diff) }];
    }

    // The reasons to replace that hold without the provider's diff come first: then it is not asked.
    private async Task<(DiffOutcome Diff, ImmutableArray<string> Keys)> CompareAsync(IResourceOperations operations, ResourceState old, ResourceState planned)
    {
        if (planned.DeletedWith.Length > 0 && state.ReplacedUrns.Contains(planned.DeletedWith))
        {
            return (DiffOutcome.None, ["deletedWith"]);
        }

        if (!Urn.IsProviderType(planned.Type) && await _providerChange.ReplacesAsync(old, planned))
        {
            return (DiffOutcome.None, ["provider"]);
        }

        var diff = await operations.DiffAsync(old with { Urn = planned.Urn }, planned.Inputs, planned.IgnoreChanges, context.Immediate);
        if (planned.ReplaceOnChanges.Contains("#initerror") && !old.InitErrors.IsEmpty)
        {
            return (diff, ["#initerror"]);
        }

        return (ReplaceOnChanges.Apply(diff, planned.ReplaceOnChanges), []);
    }

    private async Task<ResourceState?> RefreshAsync(ResourceState old)
    {
        var refresh = new RefreshStep(old) { InRefreshPhase = true };
        if (!await runNow([refresh]))
        {
            throw new BailException(null);
        }

        if (refresh.New is { } refreshed)
        {
            state.Touched.Add(refreshed);
        }

        return refresh.New;
    }
}
