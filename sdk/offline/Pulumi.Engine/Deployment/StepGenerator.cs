using Pulumi.Engine.Plugins;
using Pulumi.Engine.State;
using Pulumi.Engine.Steps;

namespace Pulumi.Engine.Deployment;

/// <summary>Decides what to do about each registration. It works on one at a time, and asks providers to check and to compare while it does.</summary>
internal sealed class StepGenerator
{
    private readonly DeploymentContext _context;
    private readonly RunState _state;
    private readonly TargetSet _targets;
    private readonly TargetSet _forced;
    private readonly RunErrors _errors;
    private readonly ResourceClaims _claims;
    private readonly TargetedSteps _targeted;
    private readonly ReplacementPlanner _replacements;
    private readonly CustomResourcePlanner _custom;

    /// <param name="context">The run.</param>
    /// <param name="state">What the run knows of resources.</param>
    /// <param name="targets">What the run is limited to.</param>
    /// <param name="forced">What is replaced whatever its diff says.</param>
    /// <param name="runNow">Carries out steps whose result is needed before the decision.</param>
    public StepGenerator(DeploymentContext context, RunState state, TargetSet targets, TargetSet forced, Func<IReadOnlyList<Step>, Task<bool>> runNow)
    {
        _context = context;
        _state = state;
        _targets = targets;
        _forced = forced;
        _errors = new RunErrors(context);
        _claims = new ResourceClaims(context, state);
        _targeted = new TargetedSteps(state, _claims);
        _replacements = new ReplacementPlanner(context, state, _errors);
        _custom = new CustomResourcePlanner(context, state, forced, _replacements, runNow);
    }

    /// <summary>Whether something was reported that fails the run although it goes on, as previews do.</summary>
    public bool HasErrors => _errors.Any;

    /// <summary>The steps for a registered resource.</summary>
    /// <exception cref="BailException">The run cannot go on.</exception>
    /// <exception cref="ProviderException">A provider failed.</exception>
    public async Task<IReadOnlyList<Step>> RegisterAsync(ResourceRegistration registration)
    {
        var (old, planned) = _claims.Take(registration.Goal);
        if (!_targets.Contains(planned.Urn) && !_forced.Names(planned.Urn))
        {
            return old is null ? _targeted.Skip(registration, planned) : _targeted.Carry(registration, planned.Urn, old);
        }

        RefuseUnknownDependence(planned);
        RefuseDependenceOnSkipped(planned);
        return planned.Custom ? await _custom.PlanAsync(registration, old, planned) : RegisterComponent(registration, old, planned);
    }

    /// <summary>The steps for an object to read.</summary>
    /// <exception cref="BailException">The run cannot go on.</exception>
    public IReadOnlyList<Step> Read(ReadRegistration registration)
    {
        var (old, claimed) = _claims.Take(registration.Goal);
        var planned = claimed with { Id = claimed.ImportId, ImportId = string.Empty, External = true };
        _state.News[planned.Urn] = planned;
        var replaces = old is { External: false } && old.Id != planned.Id;
        if (!replaces)
        {
            return [new ReadStep(old, planned, replaces: false) { Registration = registration }];
        }

        var read = new ReadStep(old, planned, replaces: true);
        _state.Replaced.Add(old!);
        _state.ReplacedUrns.Add(planned.Urn);
        return [read, new ReplaceStep(old!, read) { Registration = registration }];
    }

    private void RefuseUnknownDependence(ResourceState planned)
    {
        if (ResourceReferences.ByProgram(planned).FirstOrDefault(urn => !_state.News.ContainsKey(urn)) is { } unknown)
        {
            throw new BailException($"resource '{planned.Urn}' depends on '{unknown}', which is not registered", planned.Urn);
        }
    }

    private void RefuseDependenceOnSkipped(ResourceState planned)
    {
        if (ResourceReferences.Of(planned).FirstOrDefault(_state.SkippedCreates.Contains) is { } skipped)
        {
            _errors.Refuse($"Resource '{planned.Urn}' depends on '{skipped}' which was was not specified in --target list.", planned.Urn);
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
            return _replacements.Replacement(registration, old, planned, new StepReason { ReplaceKeys = ["provider"] });
        }

        var diff = InputComparison.Compare(old.Inputs, planned.Inputs, []);
        return diff.Changes == DiffChanges.None
            ? [SameStep.Of(registration, old, planned, _context.Events)]
            : [new UpdateStep(old, planned) { Registration = registration, Reason = StepReason.Of(diff) }];
    }
}
