using System.Collections.Concurrent;
using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Grpc.Core;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Plugins;

/// <summary>The providers of one run, and the life of provider resources: an instance is loaded when its configuration is checked, configured
/// when the resource is created, updated or found unchanged, and closed when the resource is deleted.</summary>
/// <param name="launcher">Starts plugins.</param>
/// <param name="builtin">The package <c>pulumi</c>.</param>
/// <param name="plugins">What plugins are told.</param>
/// <param name="olds">The state before, for providers that the program does not register.</param>
/// <param name="entropy">Makes ids.</param>
/// <param name="time">Times the patience with providers that do not answer.</param>
/// <param name="immediate">Ends calls at once.</param>
internal sealed class ProviderRegistry(
    IProviderLauncher launcher, BuiltinProvider builtin, PluginSettings plugins, Snapshot olds, Entropy entropy, TimeProvider time, CancellationToken immediate)
    : IResourceOperations, IAsyncDisposable
{
    private const string Unconfigured = "unconfigured";

    private readonly ConcurrentDictionary<string, Lazy<Task<IProvider>>> _providers = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<IProvider, byte> _started = [];

    /// <summary>The provider of a reference: of this run, or else loaded from the state before.</summary>
    public Task<IProvider> GetAsync(string reference) => _providers.GetOrAdd(reference, LoadOld).Value;

    public async Task<CheckOutcome> CheckAsync(string urn, PropertyMap? olds, PropertyMap news, byte[] seed, CancellationToken cancellation)
    {
        var provider = await StartedAsync(urn, news);
        var outcome = await provider.CheckConfigAsync(urn, olds?.Without("__internal"), news.Without("__internal"), cancellation);
        if (!outcome.Failures.IsEmpty)
        {
            return outcome;
        }

        var inputs = outcome.Inputs.Without("__internal");
        if (news.Get("version") is { } version)
        {
            if (inputs.Get("version") is { } answered && !answered.Unwrapped.Equals(version.Unwrapped))
            {
                throw new ProviderException($"the provider changed its own version from {version} to {answered}");
            }

            inputs = inputs.With("version", version);
        }

        return CheckOutcome.Accepted(news.Get("__internal") is { } @internal ? inputs.With("__internal", @internal) : inputs);
    }

    public async Task<DiffOutcome> DiffAsync(ResourceState old, PropertyMap news, ImmutableArray<string> ignoreChanges, CancellationToken cancellation)
    {
        var provider = await StartedAsync(old.Urn, news);
        return await provider.DiffConfigAsync(
            old.Urn, old.Inputs.Without("__internal"), old.Outputs, news.Without("__internal"), ignoreChanges, cancellation);
    }

    public async Task<ObjectOutcome> CreateAsync(ResourceState planned, bool preview, CancellationToken cancellation)
    {
        var id = preview ? ProviderReference.UnknownId : entropy.Uuid();
        await ConfigureAsync(planned.Urn, id, planned.Inputs);
        return new ObjectOutcome(id, planned.Inputs.Without("__internal"));
    }

    public async Task<ObjectOutcome> UpdateAsync(ResourceState old, ResourceState planned, bool preview, CancellationToken cancellation)
    {
        await ConfigureAsync(planned.Urn, old.Id, planned.Inputs);
        return new ObjectOutcome(old.Id, planned.Inputs.Without("__internal"));
    }

    /// <summary>An unchanged provider works with the inputs it had.</summary>
    public Task SameAsync(ResourceState old, string urn) => ConfigureAsync(urn, old.Id, old.Inputs);

    public Task<ObjectOutcome> ReadAsync(string urn, string id, PropertyMap? inputs, PropertyMap? outputs, double timeout, CancellationToken cancellation) =>
        throw new ProviderException($"{urn} is a provider, which cannot be read");

    public async Task DeleteAsync(ResourceState old, CancellationToken cancellation)
    {
        if (_providers.TryRemove($"{old.Urn}::{old.Id}", out var provider) && provider.IsValueCreated)
        {
            await CloseAsync(await provider.Value);
        }
    }

    /// <summary>Asks every provider to end its running calls.</summary>
    public Task CancelAsync() => Task.WhenAll(_started.Keys.Select(provider => provider.CancelAsync()));

    public async ValueTask DisposeAsync() => await Task.WhenAll(_started.Keys.Select(CloseAsync));

    // Every provider is asked to cancel before it is closed: one that is not takes the end of the connection for a crash of the engine.
    private async Task CloseAsync(IProvider provider)
    {
        if (_started.TryRemove(provider, out _))
        {
            await provider.CancelAsync();
            await provider.DisposeAsync();
        }
    }

    private async Task ConfigureAsync(string urn, string id, PropertyMap inputs)
    {
        var provider = await StartedAsync(urn, inputs);
        _providers.TryRemove($"{urn}::{Unconfigured}", out _);
        provider.BeginConfigure(urn, id, inputs, immediate);
        _providers[$"{urn}::{id}"] = new Lazy<Task<IProvider>>(Task.FromResult(provider));
    }

    private Task<IProvider> StartedAsync(string urn, PropertyMap inputs) => _providers.GetOrAdd(
        $"{urn}::{Unconfigured}", _ => new Lazy<Task<IProvider>>(() => StartAsync(Urn.Package(Urn.Type(urn)), inputs))).Value;

    private Lazy<Task<IProvider>> LoadOld(string text) => new(async () =>
    {
        var reference = ProviderReference.Parse(text);
        var state = olds.Resources.FirstOrDefault(resource => resource.Urn == reference.Urn && resource.Id == reference.Id)
            ?? throw new ProviderException($"the provider {text} is neither registered nor in the state");
        var provider = await StartAsync(Urn.Package(state.Type), state.Inputs);
        provider.BeginConfigure(state.Urn, state.Id, state.Inputs, immediate);
        return provider;
    });

    private async Task<IProvider> StartAsync(string package, PropertyMap inputs)
    {
        var provider = package == "pulumi" ? builtin : await StartPluginAsync(package, inputs);
        _started.TryAdd(provider, 0);
        return provider;
    }

    private async Task<IProvider> StartPluginAsync(string package, PropertyMap inputs)
    {
        if (inputs.Get("__internal") is MapValue { Map: var @internal } && @internal.ContainsKey("parameterization"))
        {
            throw new ProviderException($"the package '{package}' is parameterized, which this engine leaves out; use the Pulumi CLI", StatusCode.Unimplemented);
        }

        var version = (inputs.Get("version")?.Unwrapped as StringValue)?.Value ?? string.Empty;
        try
        {
            var instance = await launcher.StartAsync(new PluginSpec(package, version), plugins.Context(package), immediate);
            return await ProviderClient.ConnectAsync(instance, plugins.Handshake(instance.Directory), time, immediate);
        }
        catch (EngineException exception)
        {
            throw new ProviderException(exception.Message, cause: exception);
        }
    }
}
