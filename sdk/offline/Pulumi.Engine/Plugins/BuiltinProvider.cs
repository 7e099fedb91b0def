using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Plugins;

/// <summary>The package <c>pulumi</c>, which the engine itself provides: stack references and functions that read states.</summary>
/// <param name="readStack">The outputs of another stack of the backend, by its name; null where it does not exist.</param>
/// <param name="findResource">A resource of this run, by its URN; null where it is not registered.</param>
internal sealed class BuiltinProvider(Func<string, PropertyMap?> readStack, Func<string, ResourceState?> findResource) : IProvider, IProviderCalls
{
    private const string StackReferenceType = "pulumi:pulumi:StackReference";

    public Task<CheckOutcome> CheckConfigAsync(string urn, PropertyMap? olds, PropertyMap news, CancellationToken cancellation) =>
        Task.FromResult(CheckOutcome.Accepted(news));

    public Task<DiffOutcome> DiffConfigAsync(
        string urn, PropertyMap oldInputs, PropertyMap oldOutputs, PropertyMap news, ImmutableArray<string> ignoreChanges, CancellationToken cancellation) =>
        Task.FromResult(DiffOutcome.None);

    public void BeginConfigure(string urn, string id, PropertyMap inputs, CancellationToken cancellation)
    {
    }

    public Task<ObjectOutcome> ReadAsync(
        string urn, string id, PropertyMap? inputs, PropertyMap? outputs, double timeout, CancellationToken cancellation)
    {
        if (Urn.Type(urn) != StackReferenceType)
        {
            throw Unknown(Urn.Type(urn));
        }

        return Task.FromResult(new ObjectOutcome(id, StackOutputs(id), inputs ?? PropertyMap.Empty));
    }

    public Task<InvokeOutcome> InvokeAsync(string token, PropertyMap arguments, bool preview, CancellationToken cancellation) => Task.FromResult(token switch
    {
        "pulumi:pulumi:readStackOutputs" => new InvokeOutcome(StackOutputs(Text(arguments, "name")), []),
        "pulumi:pulumi:getResource" => new InvokeOutcome(Resource(Text(arguments, "urn")), []),
        _ => throw Unknown(token),
    });

    public Task<CheckOutcome> CheckAsync(string urn, PropertyMap? olds, PropertyMap news, byte[] seed, CancellationToken cancellation) => throw Unknown(Urn.Type(urn));

    public Task<DiffOutcome> DiffAsync(ResourceState old, PropertyMap news, ImmutableArray<string> ignoreChanges, CancellationToken cancellation) =>
        throw Unknown(old.Type);

    public Task<ObjectOutcome> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellation) => throw Unknown(planned.Type);

    public Task<ObjectOutcome> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellation) => throw Unknown(planned.Type);

    public Task DeleteAsync(ResourceState old, CancellationToken cancellation) => Task.CompletedTask;

    public Task<IProviderCalls> CallsAsync() => Task.FromResult<IProviderCalls>(this);

    public Task CancelAsync() => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private PropertyMap StackOutputs(string name)
    {
        var outputs = readStack(name) ?? throw new ProviderException($"unknown stack '{name}'");
        return PropertyMap.Of(
            ("name", PropertyValue.Of(name)),
            ("outputs", PropertyValue.Of(outputs)),
            ("secretOutputNames", PropertyValue.Of(outputs.Where(output => output.Value.ContainsSecrets).Select(output => output.Key))));
    }

    private PropertyMap Resource(string urn)
    {
        var state = findResource(urn) ?? throw new ProviderException($"unknown resource {urn}");
        var result = PropertyMap.Of(
            ("urn", PropertyValue.Of(urn)), ("id", PropertyValue.Of(state.Id)), ("state", PropertyValue.Of(state.Outputs)));
        return state.Provider.Length == 0 ? result : result.With("provider", PropertyValue.Of(state.Provider));
    }

    private static string Text(PropertyMap arguments, string name) =>
        (arguments.Get(name)?.Unwrapped as StringValue)?.Value ?? throw new ProviderException($"'{name}' must be a text");

    private static ProviderException Unknown(string token) => new(
        $"the engine has nothing of the name '{token}': it provides stack references, readStackOutputs and getResource", Grpc.Core.StatusCode.NotFound);
}
