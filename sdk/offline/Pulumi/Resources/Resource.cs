using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Something that the program declares: managed by a provider, or a component that groups others.</summary>
public class Resource
{
    private readonly string _type;
    private readonly string _name;
    private readonly HashSet<Resource> _children = [];
    private readonly bool? _protect;
    private readonly ImmutableDictionary<string, ProviderResource> _providers = ImmutableDictionary<string, ProviderResource>.Empty;

    /// <summary>Stands for a resource that is known by its URN alone.</summary>
    private protected Resource(string type, string name)
    {
        _type = type;
        _name = name;
    }

    /// <summary>Declares a resource; its registration starts here and goes on in the background.</summary>
    private protected Resource(string type, string name, ResourceArgs args, ResourceOptions options, bool remote)
    {
        RequireNotEmpty(type, nameof(type));
        RequireNotEmpty(name, nameof(name));
        var session = DeploymentSession.Current;
        var outputs = OutputSlots.Fill(this, all: this is CustomResource || remote || options.Urn is not null);
        _type = type;
        _name = name;
        IsRemote = remote;
        options = options.Clone();
        var component = options as ComponentResourceOptions;
        if (options.Provider is not null && component?.Providers.Count > 0)
        {
            throw new ResourceException("Do not supply both 'provider' and 'providers' options to a ComponentResource.", options.Parent);
        }

        if (options.Parent is { } parent)
        {
            parent.Adopt(this);
            options.Protect ??= parent._protect;
            _providers = parent._providers;
        }

        if (component is not null)
        {
            var own = options.Provider is { } single ? [single] : component.Providers;
            _providers = _providers.SetItems(own.Select(provider => KeyValuePair.Create(provider.Package, provider)));
        }
        else if (options.Provider is { } provider && PackageOf(type) is { } package)
        {
            _providers = _providers.SetItem(package, provider);
        }
        else
        {
            options.Provider ??= options.Parent?.ProviderFor(type);
        }

        _protect = options.Protect;
        FormerUrns = [.. options.Aliases.Select(alias => FormerUrn.Of(alias, name, type, options.Parent))];
        session.Registrar.Start(this, args, options, outputs);
    }

    /// <summary>The name that is unique over all stacks. It is known once the resource is registered.</summary>
    [Output("urn")]
    public Output<string> Urn { get; private protected set; } = null!;

    internal bool IsRemote { get; }

    internal ImmutableArray<Output<string>> FormerUrns { get; } = [];

    /// <summary>The type token given at construction.</summary>
    public string GetResourceType() => _type;

    /// <summary>The name given at construction.</summary>
    public string GetResourceName() => _name;

    /// <summary>The provider that children and calls of a type or function token's package use, if one was given.</summary>
    internal ProviderResource? ProviderFor(string token)
        => PackageOf(token) is { } package ? _providers.GetValueOrDefault(package) : null;

    internal ImmutableArray<Resource> GetChildren()
    {
        lock (_children)
        {
            return [.. _children];
        }
    }

    private void Adopt(Resource child)
    {
        lock (_children)
        {
            _children.Add(child);
        }
    }

    private static void RequireNotEmpty(string value, string parameter)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentException($"'{parameter}' cannot be null or empty.", parameter);
        }
    }

    private static string? PackageOf(string token) => token.Split(':') is [var package, _, _] ? package : null;
}
