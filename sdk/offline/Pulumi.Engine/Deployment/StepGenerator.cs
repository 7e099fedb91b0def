using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Plugins;
using Pulumi.Engine.State;
using Pulumi.Engine.Steps;

namespace Pulumi.Engine.Deployment;

/// <summary>Decides what to do about each registration. It works on one at a time, and asks providers to check and to compare while it does.</summary>
/// <param name="context">The run.</param>
/// <param name="state">What the run knows of resources.</param>
/// <param name="targets">What the run is limited to.</param>
/// <param name="forced">What is replaced whatever its diff says.</param>
/// <param name="runNow">Carries out steps whose result is needed before the decision.</param>
internal sealed class StepGenerator(
    DeploymentContext context, RunState state, TargetSet targets, TargetSet forced, Func<IReadOnlyList<Step>, Task<bool>> runNow)
{
    private const int SeedLength = 32;

    private readonly HashSet<string> _urns = new(StringComparer.Ordinal);
    private readonly AliasResolver _aliases = new(context.Stack.Name, context.Stack.Project, state.FormerUrn);
    private readonly DependentReplacements _dependents = new(context, state);
    private readonly ProviderChange _providerChange = new(context, state);

    /// <summary>Whether something was reported that fails the run although it goes on, as previews do.</summary>
    public bool HasErrors { get; private set; }

    /// <summary>The steps for a registered resource.</summary>
    /// <exception cref="BailException">The run cannot go on.</exception>
    /// <exception cref="ProviderException">A provider failed.</exception>
    public async Task<IReadOnlyList<Step>> RegisterAsync(ResourceRegistration registration)
    {
        var goal = registration.Goal;
        var urn = Claim(goal);
        var old = FindOld(urn, goal);
        var planned = Plan(urn, goal, old);
        Remember(goal, planned, old);
        if (!targets.Contains(urn) && !forced.Names(urn))
        {
            return old is null ? Skip(registration, planned) : Carry(registration, urn, old);
        }

        RefuseUnknownDependence(planned);
        RefuseDependenceOnSkipped(planned);
        return goal.Custom ? await RegisterCustomAsync(registration, old, planned) : RegisterComponent(registration, old, planned);
    }

    /// <summary>The steps for an object to read.</summary>
    /// <exception cref="BailException">The run cannot go on.</exception>
    public IReadOnlyList<Step> Read(ReadRegistration registration)
    {
        var goal = registration.Goal;
        var urn = Claim(goal);
        var old = FindOld(urn, goal);
        var planned = Plan(urn, goal, old) with { Id = goal.ImportId, ImportId = string.Empty, External = true };
        Remember(goal, planned, old);
        var replaces = old is { External: false } && old.Id != planned.Id;
        if (!replaces)
        {
            return [new ReadStep(old, planned, replaces: false) { Registration = registration }];
        }

        var read = new ReadStep(old, planned, replaces: true);
        state.Replaced.Add(old!);
        state.ReplacedUrns.Add(urn);
        return [read, new ReplaceStep(old!, read) { Registration = registration }];
    }

    private string Claim(ResourceGoal goal)
    {
        if (goal.Parent.Length > 0 && !state.News.ContainsKey(goal.Parent))
        {
            throw new BailException($"could not find parent resource {goal.Parent}");
        }

        var urn = Urn.Create(context.Stack.Name, context.Stack.Project, goal.Parent, goal.Type, goal.Name);
        if (!_urns.Add(urn))
        {
            throw new BailException($"Duplicate resource URN '{urn}'; try giving it a unique name", urn);
        }

        return state.PresentUrns.TryGetValue(urn, out var other)
            ? throw new BailException($"Duplicate resource URN '{urn}' conflicting with alias on resource with URN '{other}'", urn)
            : urn;
    }

    private ResourceState? FindOld(string urn, ResourceGoal goal)
    {
        if (state.Old(urn) is { } own)
        {
            return own;
        }

        foreach (var alias in _aliases.Expand(goal))
        {
            if (state.Old(alias) is not { } aliased)
            {
                continue;
            }

            if (state.PresentUrns.TryGetValue(alias, out var other) || _urns.Contains(alias))
            {
                throw new BailException(
                    $"Duplicate resource alias '{alias}' applied to resource with URN '{urn}' conflicting with resource with URN '{other ?? alias}'", urn);
            }

            state.Rename(alias, urn);
            context.Journal.Rename(alias, urn);
            return aliased;
        }

        return null;
    }

    private static ResourceState Plan(string urn, ResourceGoal goal, ResourceState? old) => new()
    {
        Urn = urn,
        Type = goal.Type,
        Custom = goal.Custom,
        Inputs = goal.Properties,
        Parent = goal.Parent,
        Protect = goal.Protect ?? false,
        RetainOnDelete = goal.RetainOnDelete ?? false,
        RefreshBeforeUpdate = old?.RefreshBeforeUpdate ?? false,
        Dependencies = goal.Dependencies,
        PropertyDependencies = goal.PropertyDependencies,
        Provider = goal.Provider,
        AdditionalSecretOutputs = goal.AdditionalSecretOutputs,
        CustomTimeouts = goal.CustomTimeouts,
        ImportId = goal.ImportId,
        DeletedWith = goal.DeletedWith,
        Created = old?.Created,
        Modified = old?.Modified,
        SourcePosition = goal.SourcePosition,
        IgnoreChanges = goal.IgnoreChanges,
        ReplaceOnChanges = goal.ReplaceOnChanges,
        HideDiffs = goal.HideDiffs,
        OtherKeys = old?.OtherKeys,
    };

    private void Remember(ResourceGoal goal, ResourceState planned, ResourceState? old)
    {
        state.Goals[planned.Urn] = goal;
        state.News[planned.Urn] = planned;
        if (old is not null)
        {
            state.Touched.Add(old);
        }
    }

    private IReadOnlyList<Step> Skip(ResourceRegistration registration, ResourceState planned)
    {
        state.SkippedCreates.Add(planned.Urn);
        return [new SkippedCreateStep(planned) { Registration = registration }];
    }

    // What the targets leave out stays word for word, and so does what it refers to and this run has not met yet.
    private List<Step> Carry(Registration registration, string urn, ResourceState old)
    {
        var steps = new List<Step>();
        CarryReferences(old, steps);
        if (ProviderReference.TryParse(old.Provider) is { } provider && state.News.TryGetValue(provider.Urn, out var present) && present.Id.Length > 0 && present.Id != provider.Id)
        {
            throw new BailException(
                $"provider {old.Provider} for resource {urn} has not been registered yet, this is due to a change of providers mixed with --target. " +
                "Change your program back to the original providers", urn);
        }

        steps.Add(new SameStep(old, old with { Urn = urn }) { Registration = registration });
        return steps;
    }

    private void CarryReferences(ResourceState old, List<Step> steps)
    {
        foreach (var reference in ResourceReferences.Of(old).Distinct(StringComparer.Ordinal))
        {
            if (state.Old(reference) is { } referred && !_urns.Contains(reference) && state.Touched.Add(referred))
            {
                CarryReferences(referred, steps);
                steps.Add(new SameStep(referred, referred with { }));
            }
        }
    }

    private void RefuseUnknownDependence(ResourceState planned)
    {
        if (ResourceReferences.ByProgram(planned).FirstOrDefault(urn => !state.News.ContainsKey(urn)) is { } unknown)
        {
            throw new BailException($"resource '{planned.Urn}' depends on '{unknown}', which is not registered", planned.Urn);
        }
    }

    private void RefuseDependenceOnSkipped(ResourceState planned)
    {
        if (ResourceReferences.Of(planned).FirstOrDefault(state.SkippedCreates.Contains) is { } skipped)
        {
            Refuse($"Resource '{planned.Urn}' depends on '{skipped}' which was was not specified in --target list.", planned.Urn);
        }
    }

    private IReadOnlyList<Step> RegisterComponent(ResourceRegistration registration, ResourceState? old, ResourceState planned)
    {
        if (old is null)
        {
            return [new CreateStep(null, planned) { Registration = registration }];
        }

        if (old.Custom)
        {
            return Replacement(registration, old, planned, new StepReason { ReplaceKeys = ["provider"] });
        }

        var diff = InputComparison.Compare(old.Inputs, planned.Inputs, []);
        return diff.Changes == DiffChanges.None
            ? [Same(registration, old, planned, completesImport: false)]
            : [new UpdateStep(old, planned) { Registration = registration, Reason = StepReason.Of(diff) }];
    }

    private async Task<IReadOnlyList<Step>> RegisterCustomAsync(ResourceRegistration registration, ResourceState? old, ResourceState planned)
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
            return Replacement(registration, old, planned, StepReason.None);
        }

        return await ReplaceAsync(registration, operations, old, planned, DiffOutcome.None, ["id"], seed, isChecked: true);
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
            return await ReplaceAsync(registration, operations, old, planned, diff, keys, seed, isChecked: false);
        }

        if (diff.Changes == DiffChanges.None && old.InitErrors.IsEmpty)
        {
            return [Same(registration, old, planned, imported)];
        }

        if (diff.ConfigurationUnknown)
        {
            context.Events.Warning(
                "The provider for this resource has inputs that are not known during preview.\n" +
                "This preview may not correctly represent the changes that will be applied during an update.", planned.Urn);
        }

        return [new UpdateStep(old, planned with { Id = old.Id, ImportId = KeptImportId(old, planned) }) { Registration = registration, Reason = StepReason.Of(diff) }];
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

    private async Task<IReadOnlyList<Step>> ReplaceAsync(
        ResourceRegistration registration,
        IResourceOperations operations,
        ResourceState old,
        ResourceState planned,
        DiffOutcome diff,
        ImmutableArray<string> keys,
        byte[] seed,
        bool isChecked)
    {
        RefuseProtected(old, planned);
        RefuseImported(registration.Goal, planned, diff, keys);
        if (!isChecked)
        {
            planned = await CheckAsync(operations, planned, null, registration.Goal.Properties, seed);
        }

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

    // The new object comes first and the old one goes at the end, unless the old one has gone already.
    private IReadOnlyList<Step> Replacement(ResourceRegistration registration, ResourceState old, ResourceState planned, StepReason reason)
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

    private SameStep Same(Registration registration, ResourceState old, ResourceState planned, bool completesImport) => new(
        old,
        planned with
        {
            Id = old.Id,
            Outputs = SecretOutputs.Mark(planned, old.Outputs, context.Events),
            InitErrors = old.InitErrors,
            ImportId = KeptImportId(old, planned),
        },
        completesImport)
    {
        Registration = registration,
    };

    private static string KeptImportId(ResourceState old, ResourceState planned) => planned.ImportId.Length > 0 ? planned.ImportId : old.ImportId;

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

    private static ImmutableArray<string> ReplaceKeys(DiffOutcome diff) => diff.ReplaceKeys.IsEmpty && diff.Detailed is { } detailed
        ? [.. detailed.Where(change => change.Value.Replaces).Select(change => PropertyPath.Parse(change.Key).TopLevelKey ?? change.Key).Distinct(StringComparer.Ordinal)]
        : diff.ReplaceKeys;

    private void RefuseProtected(ResourceState old, ResourceState planned)
    {
        if (old.Protect && planned.Protect)
        {
            Refuse(
                $"unable to replace resource \"{planned.Urn}\"\nas it is currently marked for protection. To unprotect the resource, remove the `protect` flag " +
                "from the resource in your Pulumi program and run `pulumi up`", planned.Urn);
        }
    }

    private void RefuseProtectedDependent(ResourceState dependent, ResourceState root)
    {
        if (dependent.Protect)
        {
            Refuse(
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

    // A preview goes on, to show the rest; it fails in the end.
    private void Refuse(string message, string urn)
    {
        if (!context.Preview)
        {
            throw new BailException(message, urn);
        }

        HasErrors = true;
        context.Events.Error(message, urn);
    }
}
