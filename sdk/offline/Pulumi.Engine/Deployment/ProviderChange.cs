using Pulumi.Engine.State;

namespace Pulumi.Engine.Deployment;

/// <summary>Whether a resource must be replaced because it has another provider now.</summary>
internal sealed class ProviderChange(DeploymentContext context, RunState state)
{
    public async Task<bool> ReplacesAsync(ResourceState old, ResourceState planned)
    {
        if (old.Provider == planned.Provider)
        {
            return false;
        }

        if (old.Provider.Length == 0 || planned.Provider.Length == 0)
        {
            return true;
        }

        var former = ProviderReference.Parse(old.Provider);
        var present = ProviderReference.Parse(planned.Provider);
        if (former.Id == present.Id && state.FormerUrn(present.Urn) == former.Urn)
        {
            return false;
        }

        // The new provider says whether it manages the same place.
        var formerState = state.Before.Resources.FirstOrDefault(resource => resource.Urn == former.Urn && resource.Id == former.Id);
        if (formerState is null || !state.News.TryGetValue(present.Urn, out var presentState))
        {
            return true;
        }

        var provider = await context.Providers.GetAsync(planned.Provider);
        var diff = await provider.DiffConfigAsync(
            present.Urn, formerState.Inputs.Without("__internal"), formerState.Outputs, presentState.Inputs.Without("__internal"), [], context.Immediate);
        return diff.Replaces;
    }
}
