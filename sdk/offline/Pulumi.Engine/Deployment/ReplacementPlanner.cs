using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Plugins;
using Pulumi.Engine.State;
using Pulumi.Engine.Steps;

namespace Pulumi.Engine.Deployment;

/// <summary>The steps that put a new object in the place of an old one.</summary>
internal sealed class ReplacementPlanner(DeploymentContext context, RunState state, RunErrors errors)
{
    private readonly DependentReplacements _dependents = new(context, state);

    /// <summary>Replaces a resource because of a difference: new object first, or old one first with the dependents that cannot do without it.</summary>
    /// <param name="registration">What waits for the result.</param>
    /// <param name="old">The state before.</param>
    /// <param name="planned">The state to reach.</param>
    /// <param name="diff">The difference.</param>
    /// <param name="keys">Reasons other than the provider's.</param>
    /// <param name="check">Checks the program's inputs as those of a new resource.</param>
    /// <exception cref="BailException">The resource is protected, or still names what it was imported from.</exception>
    public async Task<IReadOnlyList<Step>> ReplaceAsync(
        ResourceRegistration registration,
        ResourceState old,
        ResourceState planned,
        DiffOutcome diff,
        ImmutableArray<string> keys,
        Func<Task<ResourceState>> check)
    {
        RefuseProtected(old, planned);
        RefuseImported(registration.Goal, planned, diff, keys);
        planned = await check();
        var reason = StepReason.Of(diff) with { ReplaceKeys = keys.IsEmpty ? ReplaceKeys(diff) : keys };
        if (old.PendingReplacement)
        {
            return Replacement(registration, old, planned, reason);
        }

        var deleteFirst = registration.Goal.DeleteBeforeReplace ?? diff.DeleteBeforeReplace;
        if (!deleteFirst)
        {
            return Replacement(registration, old, planned, reason);
        }

        var steps = new List<Step>();
        foreach (var dependent in (await _dependents.FindAsync(old)).Reverse())
        {
            RefuseProtectedDependent(dependent, old);
            state.DeletedEarly.Add(dependent);
            steps.Add(new DeleteStep(dependent, replaced: true, beforeReplacement: true));
        }

        state.DeletedEarly.Add(old);
        steps.Add(new DeleteStep(old, replaced: true, beforeReplacement: true) { Reason = reason });
        return [.. steps, .. Replacement(registration, old, planned, reason)];
    }

    /// <summary>The new object comes first and the old one goes at the end, unless the old one has gone already.</summary>
    public IReadOnlyList<Step> Replacement(ResourceRegistration registration, ResourceState old, ResourceState planned, StepReason reason)
    {
        planned = planned with { Created = null, Modified = null, OtherKeys = null, RefreshBeforeUpdate = false };
        state.ReplacedUrns.Add(planned.Urn);
        if (old.PendingReplacement || state.DeletedEarly.Contains(old))
        {
            var create = new CreateStep(old, planned, oldIsGone: true) { Registration = registration, Reason = reason };
            return [new ReplaceStep(old, create) { Reason = reason }, create];
        }

        state.Replaced.Add(old);
        var first = new CreateStep(old, planned) { Reason = reason };
        return [first, new ReplaceStep(old, first) { Registration = registration, Reason = reason }];
    }

    private static ImmutableArray<string> ReplaceKeys(DiffOutcome diff) => diff.ReplaceKeys.IsEmpty && diff.Detailed is { } detailed
        ? [.. detailed.Where(change => change.Value.Replaces).Select(change => PropertyPath.Parse(change.Key).TopLevelKey ?? change.Key).Distinct(StringComparer.Ordinal)]
        : diff.ReplaceKeys;

    private void RefuseProtected(ResourceState old, ResourceState planned)
    {
        if (old.Protect && planned.Protect)
        {
            errors.Refuse(
                $"unable to replace resource \"{planned.Urn}\"\nas it is currently marked for protection. To unprotect the resource, remove the `protect` flag " +
                "from the resource in your Pulumi program and run `pulumi up`", planned.Urn);
        }
    }

    private void RefuseProtectedDependent(ResourceState dependent, ResourceState root)
    {
        if (dependent.Protect)
        {
            errors.Refuse(
                $"unable to replace resource \"{dependent.Urn}\" as part of replacing \"{root.Urn}\" as it is currently marked for protection. " +
                "To unprotect the resource, remove the `protect` flag from the resource in your Pulumi program and run `pulumi up`", dependent.Urn);
        }
    }

    private void RefuseImported(ResourceGoal goal, ResourceState planned, DiffOutcome diff, ImmutableArray<string> keys)
    {
        if (goal.ImportId.Length == 0)
        {
            return;
        }

        var changed = keys.IsEmpty ? ReplaceKeys(diff) : keys;
        var text = "previously-imported resources that still specify an ID may not be replaced; please remove the `import` declaration from your program;" +
            string.Concat(changed.Select(key => $"\n{key}: {state.Old(planned.Urn)?.Inputs.Get(key) ?? PropertyValue.Null} => {planned.Inputs.Get(key) ?? PropertyValue.Null}"));
        if (context.Preview)
        {
            context.Events.Warning(text, planned.Urn);
        }
        else
        {
            throw new BailException(text, planned.Urn);
        }
    }
}
