using System.Collections.Immutable;
using Pulumi.Serialization;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi;

/// <summary>Waits for everything that a resource needs and makes the request from it.</summary>
internal sealed class ResourcePreparation(DeploymentSession session)
{
    /// <summary>Waits for the inputs, the parent, the provider and whatever else the resource depends on.</summary>
    public async Task<PreparedResource> PrepareAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        var explicitly = await WaitForAsync(options).ConfigureAwait(false);
        var inputs = await WriteInputsAsync(resource, args).ConfigureAwait(false);
        var parentUrn = await ParentUrnAsync(resource, options).ConfigureAwait(false);
        var provider = resource is CustomResource && options.Provider is { } given
            ? await given.GetReferenceAsync().ConfigureAwait(false)
            : "";

        var dependencies = (await ReferencedResources.GetUrnsAsync(explicitly).ConfigureAwait(false)).ToImmutableHashSet();
        var ofProperties = ImmutableDictionary.CreateBuilder<string, HashSet<string>>();
        foreach (var (name, resources) in inputs.Dependencies)
        {
            var urns = await ReferencedResources.GetUrnsAsync(resources).ConfigureAwait(false);
            ofProperties.Add(name, urns);
            dependencies = dependencies.Union(urns);
        }

        return new PreparedResource(inputs.Values, parentUrn ?? "", provider, dependencies, ofProperties.ToImmutable());
    }

    /// <summary>The request that registers a resource.</summary>
    public async Task<Rpc.RegisterResourceRequest> ToRequestAsync(Resource resource, ResourceOptions options, PreparedResource prepared)
    {
        var request = new Rpc.RegisterResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Custom = resource is CustomResource,
            Remote = resource.IsRemote,
            Object = prepared.Properties,
            Parent = prepared.ParentUrn,
            Provider = prepared.ProviderReference,
            Version = options.Version ?? "",
            PluginDownloadURL = options.PluginDownloadURL ?? "",
            AcceptSecrets = true,
            AcceptResources = Invoker.AcceptResources,
            SupportsResultReporting = true,
            CustomTimeouts = options.CustomTimeouts?.ToRpc(),
            DeletedWith = options.DeletedWith is { } owner ? await owner.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false) : "",
        };
        request.Dependencies.AddRange(prepared.Dependencies);
        request.IgnoreChanges.AddRange(options.IgnoreChanges);
        foreach (var (name, urns) in prepared.PropertyDependencies)
        {
            request.PropertyDependencies.Add(name, new Rpc.RegisterResourceRequest.Types.PropertyDependencies { Urns = { urns } });
        }

        SetFlags(request, options);
        await AddAliasesAsync(request, resource, options).ConfigureAwait(false);
        await AddProvidersAsync(request, resource, options).ConfigureAwait(false);
        return request;
    }

    private static async Task<ImmutableArray<Resource>> WaitForAsync(ResourceOptions options)
        => options.HasDependsOn
            ? await options.DependsOn.ToOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false)
            : [];

    private async Task<WrittenProperties> WriteInputsAsync(Resource resource, ResourceArgs args)
    {
        var inputs = args.ToDictionary().RemoveRange([WireNames.Id, WireNames.Urn]);
        var keepResources = await session.Features.ResourceReferencesAsync().ConfigureAwait(false);
        var keepOutputs = resource.IsRemote && await session.Features.OutputValuesAsync().ConfigureAwait(false);
        return await WrittenProperties.WriteAsync(
            $"resource:{resource.GetResourceName()}[{resource.GetResourceType()}]",
            inputs,
            () => new PropertyWriter(keepResources, keepOutputs, ignoreReferences: resource.IsRemote && keepResources))
            .ConfigureAwait(false);
    }

    private async Task<string?> ParentUrnAsync(Resource resource, ResourceOptions options)
    {
        if (resource is Stack && resource.GetResourceType() == Stack.TypeToken)
        {
            return null;
        }

        var parent = options.Parent ?? session.Stack;
        return await parent.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
    }

    private static void SetFlags(Rpc.RegisterResourceRequest request, ResourceOptions options)
    {
        if (options.Protect is { } protect)
        {
            request.Protect = protect;
        }

        if (options.RetainOnDelete is { } retain)
        {
            request.RetainOnDelete = retain;
        }

        if (options is CustomResourceOptions custom)
        {
            request.ImportId = custom.ImportId ?? "";
            request.DeleteBeforeReplaceDefined = custom.DeleteBeforeReplace is not null;
            request.DeleteBeforeReplace = custom.DeleteBeforeReplace ?? false;
            request.AdditionalSecretOutputs.AddRange(custom.AdditionalSecretOutputs);
            request.ReplaceOnChanges.AddRange(custom.ReplaceOnChanges);
        }
    }

    private async Task AddAliasesAsync(Rpc.RegisterResourceRequest request, Resource resource, ResourceOptions options)
    {
        if (await session.Features.AliasSpecsAsync().ConfigureAwait(false))
        {
            request.Aliases.AddRange(await AliasSpec.WriteAsync(options.Aliases).ConfigureAwait(false));
            return;
        }

        var urns = await Task.WhenAll(FormerUrn.AllOf(resource, options.Parent).Select(urn => urn.GetValueAsync(whenUnknown: "")))
            .ConfigureAwait(false);
        request.AliasURNs.AddRange(urns.Where(urn => !string.IsNullOrEmpty(urn)).Distinct());
    }

    private static async Task AddProvidersAsync(Rpc.RegisterResourceRequest request, Resource resource, ResourceOptions options)
    {
        if (resource.IsRemote && options is ComponentResourceOptions component)
        {
            foreach (var provider in component.Provider is { } single ? [single] : component.Providers)
            {
                request.Providers[provider.Package] = await provider.GetReferenceAsync().ConfigureAwait(false);
            }
        }
    }
}
