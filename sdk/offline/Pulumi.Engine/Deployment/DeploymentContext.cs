using Pulumi.Engine.Backend;
using Pulumi.Engine.Events;
using Pulumi.Engine.Plugins;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Deployment;

/// <summary>What the parts of one run share.</summary>
internal sealed record DeploymentContext
{
    public required EngineEnvironment Environment { get; init; }

    public required UpdateOptions Options { get; init; }

    public required EventStream Events { get; init; }

    public required ProviderRegistry Providers { get; init; }

    public required SnapshotJournal Journal { get; init; }

    /// <summary>Ends running calls at once.</summary>
    public required CancellationToken Immediate { get; init; }

    public StackReference Stack => Options.Stack;

    public bool Preview => Events.Preview;

    public DateTimeOffset Now => Environment.Time.GetUtcNow();

    public string RootUrn => Urn.RootStack(Stack.Name, Stack.Project);

    /// <summary>What carries out steps on a resource of this type and provider.</summary>
    public async Task<IResourceOperations> OperationsAsync(string type, string provider) =>
        Urn.IsProviderType(type) ? Providers : await (await Providers.GetAsync(provider)).CallsAsync();
}
