using Pulumi.Engine.Monitor;
using Pulumi.Engine.Plugins;
using Pulumi.Engine.State;
using Pulumi.Engine.Steps;

namespace Pulumi.Engine.Deployment;

/// <summary>Brings existing objects in by name, without a program. What the state has stays as it is.</summary>
internal sealed class ImportPhase(DeploymentContext context, RunState state)
{
    private readonly Dictionary<(string Package, string Version), string> _defaults = [];

    /// <summary>Runs the phase.</summary>
    /// <returns>Whether everything succeeded.</returns>
    public async Task<bool> RunAsync(CancellationToken graceful)
    {
        using var executor = new StepExecutor(context, step => state.News[step.Resource.Urn] = step.Resource);
        using var interrupt = graceful.Register(executor.Stop);
        if (!await executor.RunAsync([.. Carried(), .. Root()]))
        {
            return false;
        }

        foreach (var request in context.Options.Imports)
        {
            try
            {
                if (!await ImportAsync(executor, request))
                {
                    return false;
                }
            }
            catch (Exception exception) when (exception is BailException or ProviderException)
            {
                context.Events.Error(exception.Message);
                return false;
            }
        }

        return !graceful.IsCancellationRequested;
    }

    private IEnumerable<Step> Carried() => state.Before.Resources.Where(resource => !resource.Delete).Select(resource => new SameStep(resource, resource with { }));

    private IEnumerable<Step> Root() => state.Old(context.RootUrn) is not null ? [] :
    [
        new CreateStep(null, new ResourceState { Urn = context.RootUrn, Type = Urn.RootStackType }),
    ];

    private async Task<bool> ImportAsync(StepExecutor executor, ImportRequest request)
    {
        var parent = request.Parent.Length > 0 ? request.Parent : context.RootUrn;
        if (!state.News.ContainsKey(parent))
        {
            throw new BailException($"could not find parent resource {parent}");
        }

        var urn = Urn.Create(context.Stack.Name, context.Stack.Project, parent, request.Type, request.Name);
        if (state.News.TryGetValue(urn, out var existing))
        {
            return existing.Id == request.Id || existing.ImportId == request.Id ? true : throw new BailException($"resource '{urn}' already exists");
        }

        if (await ProviderAsync(executor, request) is not { } provider)
        {
            return false;
        }

        var planned = new ResourceState
        {
            Urn = urn,
            Type = request.Type,
            Custom = true,
            Parent = parent,
            Provider = provider,
            ImportId = request.Id,
            Protect = request.Protect,
        };
        return await executor.RunAsync([new CommandImportStep(planned, request.Properties)]);
    }

    private async Task<string?> ProviderAsync(StepExecutor executor, ImportRequest request)
    {
        if (request.Provider.Length > 0)
        {
            return state.News.TryGetValue(request.Provider, out var named) && Urn.IsProviderType(named.Type)
                ? $"{named.Urn}::{named.Id}"
                : throw new BailException($"the provider {request.Provider} is not in the state");
        }

        var key = (Urn.Package(request.Type), request.Version);
        if (_defaults.TryGetValue(key, out var reference))
        {
            return reference;
        }

        var goal = ProviderResolver.DefaultGoal(context.Options.Configuration, key.Item1, key.Version, url: string.Empty);
        var urn = Urn.Create(context.Stack.Name, context.Stack.Project, null, goal.Type, goal.Name);
        if (!state.News.ContainsKey(urn) && !await CreateProviderAsync(executor, urn, goal))
        {
            return null;
        }

        reference = $"{urn}::{(state.News[urn].Id is { Length: > 0 } id ? id : ProviderReference.UnknownId)}";
        _defaults.Add(key, reference);
        return reference;
    }

    private async Task<bool> CreateProviderAsync(StepExecutor executor, string urn, ResourceGoal goal)
    {
        var outcome = await context.Providers.CheckAsync(urn, null, goal.Properties, [], context.Immediate);
        if (!outcome.Failures.IsEmpty)
        {
            throw new BailException(string.Join('\n', outcome.Failures.Select(failure => $"{goal.Type} resource '{goal.Name}': {failure.Property} {failure.Reason}")));
        }

        return await executor.RunAsync([new CreateStep(null, new ResourceState { Urn = urn, Type = goal.Type, Custom = true, Inputs = outcome.Inputs })]);
    }
}
