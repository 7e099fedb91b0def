using System.Collections.Concurrent;
using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Grpc.Core;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.Config;
using Pulumi.Engine.Deployment;

namespace Pulumi.Engine.Monitor;

/// <summary>Finds the provider of a resource, read or function: the one it names, one it inherits, or the default provider of its package,
/// which is made at its first use.</summary>
internal sealed class ProviderResolver(StackConfiguration configuration, RunState state, MonitorQueue queue)
{
    private static readonly ConfigKey DisableKey = new("pulumi", "disable-default-providers");

    private readonly ConcurrentDictionary<(string Package, string Version, string Url), Lazy<Task<string>>> _defaults = [];
    private readonly ConcurrentDictionary<string, ImmutableDictionary<string, string>> _components = new(StringComparer.Ordinal);
    private readonly ImmutableHashSet<string> _disabled = Disabled(configuration);

    /// <summary>Remembers which providers a component's children use.</summary>
    public ImmutableDictionary<string, string> ComponentProviders(string parent, IEnumerable<KeyValuePair<string, string>> own) =>
        _components.GetValueOrDefault(parent, []).SetItems(own);

    public void RememberComponent(string urn, ImmutableDictionary<string, string> providers) => _components[urn] = providers;

    /// <summary>The reference of the provider for a token.</summary>
    /// <param name="token">Type or function token.</param>
    /// <param name="provider">The reference that the request names; may be empty.</param>
    /// <param name="providers">References by package that the request carries.</param>
    /// <param name="parent">URN of the parent; may be empty.</param>
    /// <param name="version">Version of the package that the request names; may be empty.</param>
    /// <param name="url">Download URL that the request names; may be empty.</param>
    /// <param name="user">Names the resource or function in errors.</param>
    /// <exception cref="RpcException">There is none: a malformed reference, a default provider that is switched off or failed.</exception>
    public async Task<string> ResolveAsync(
        string token, string provider, IReadOnlyDictionary<string, string> providers, string parent, string version, string url, string user)
    {
        var package = Urn.Package(token);
        if (provider.Length > 0)
        {
            return ProviderReference.TryParse(provider)?.ToString()
                ?? throw GoalReader.Refusal(StatusCode.InvalidArgument, $"{user}: '{provider}' is not a provider reference");
        }

        if (providers.TryGetValue(package, out var given) || _components.GetValueOrDefault(parent, []).TryGetValue(package, out given))
        {
            return given;
        }

        if (state.Goals.TryGetValue(parent, out var parentGoal) && ProviderReference.TryParse(parentGoal.Provider) is { } inherited && Urn.Package(Urn.Type(inherited.Urn)) == package)
        {
            return parentGoal.Provider;
        }

        if (package != "pulumi" && (_disabled.Contains(package) || _disabled.Contains("*")))
        {
            throw GoalReader.Refusal(StatusCode.FailedPrecondition, $"Default provider for '{package}' disabled. '{user}' must use an explicit provider.");
        }

        return await _defaults.GetOrAdd((package, version, url), key => new Lazy<Task<string>>(() => MakeDefaultAsync(key.Package, key.Version, key.Url))).Value;
    }

    /// <summary>The inputs of an explicit provider with the version and URL that its registration names.</summary>
    public static PropertyMap WithPlugin(PropertyMap inputs, string version, string url)
    {
        var @internal = PropertyMap.Empty;
        if (url.Length > 0)
        {
            @internal = @internal.With("pluginDownloadURL", PropertyValue.Of(url));
        }

        if (version.Length == 0 && url.Length == 0)
        {
            return inputs;
        }

        inputs = version.Length > 0 && !inputs.ContainsKey("version") ? inputs.With("version", PropertyValue.Of(version)) : inputs;
        return inputs.With("__internal", PropertyValue.Of(@internal));
    }

    /// <summary>The default provider of a package: its inputs are the stack's configuration of the package.</summary>
    public static ResourceGoal DefaultGoal(StackConfiguration configuration, string package, string version, string url)
    {
        var inputs = PropertyMap.Of(configuration.Values.Where(entry => entry.Key.Namespace == package).Select(entry => KeyValuePair.Create(
            entry.Key.Name,
            configuration.SecretKeys.Contains(entry.Key) ? PropertyValue.Secret(PropertyValue.Of(entry.Value)) : PropertyValue.Of(entry.Value))));
        return new ResourceGoal
        {
            Type = Urn.ProviderTypePrefix + package,
            Name = DefaultName(version, url),
            Custom = true,
            Properties = WithPlugin(inputs, version, url),
        };
    }

    private async Task<string> MakeDefaultAsync(string package, string version, string url)
    {
        var outcome = await queue.SubmitAsync(new ResourceRegistration(DefaultGoal(configuration, package, version, url)));
        return outcome.State is { } provider
            ? new ProviderReference(provider.Urn, provider.Id.Length > 0 ? provider.Id : ProviderReference.UnknownId).ToString()
            : throw GoalReader.Refusal(StatusCode.Unavailable, outcome.Refusal ?? "the run has ended");
    }

    private static string DefaultName(string version, string url)
    {
        var name = version.Length == 0 ? "default" : $"default_{string.Join('_', version.TrimStart('v').Split('.', '-', '+'))}";
        return url.Length == 0 ? name : $"{name}_{string.Concat(url.Select(character => char.IsAsciiLetterOrDigit(character) ? character : '_'))}";
    }

    private static ImmutableHashSet<string> Disabled(StackConfiguration configuration)
    {
        if (!configuration.Values.TryGetValue(DisableKey, out var text))
        {
            return [];
        }

        try
        {
            return [.. JArray.Parse(text).Select(package => (string?)package ?? string.Empty)];
        }
        catch (JsonException exception)
        {
            throw new EngineException(EngineErrorKind.InvalidConfiguration, $"{DisableKey} must be a JSON array of package names", exception);
        }
    }
}
