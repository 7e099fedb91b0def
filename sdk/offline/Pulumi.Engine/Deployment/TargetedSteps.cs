using Pulumi.Engine.State;
using Pulumi.Engine.Steps;

namespace Pulumi.Engine.Deployment;

/// <summary>What happens to resources that the targets leave out.</summary>
internal sealed class TargetedSteps(RunState state, ResourceClaims claims)
{
    /// <summary>A new one is not made.</summary>
    public IReadOnlyList<Step> Skip(ResourceRegistration registration, ResourceState planned)
    {
        state.SkippedCreates.Add(planned.Urn);
        return [new SkippedCreateStep(planned) { Registration = registration }];
    }

    /// <summary>One that exists stays word for word, and so does what it refers to and this run has not met yet.</summary>
    /// <exception cref="BailException">Its provider has been exchanged.</exception>
    public IReadOnlyList<Step> Carry(Registration registration, string urn, ResourceState old)
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
            if (state.Old(reference) is { } referred && !claims.Has(reference) && state.Touched.Add(referred))
            {
                CarryReferences(referred, steps);
                steps.Add(new SameStep(referred, referred with { }));
            }
        }
    }
}
