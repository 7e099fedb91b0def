using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi;

/// <summary>Calls functions of providers.</summary>
internal sealed class Invoker(DeploymentSession session)
{
    private static readonly OutputTraits s_unknown = OutputTraits.Plain with { IsKnown = false };

    /// <summary>Whether answers may refer to resources, instead of giving their ids.</summary>
    public static bool AcceptResources { get; } = !EnvironmentSwitch.IsOn("PULUMI_DISABLE_RESOURCE_REFERENCES");

    /// <summary>Calls a function, with unknown arguments as they are, and returns its answer.</summary>
    public async Task<Struct> CallAsync(string token, InvokeArgs args, InvokeOptions? options)
    {
        var written = await WriteAsync(token, args).ConfigureAwait(false);
        return await SendAsync(token, written, options).ConfigureAwait(false);
    }

    /// <summary>Calls a function and returns its answer as the type that it declares.</summary>
    public async Task<T> CallAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
        => Read<T>(token, await CallAsync(token, args, options).ConfigureAwait(false)).Value;

    /// <summary>
    /// Calls a function once all that its arguments come from is there, and not at all while part of that is unknown.
    /// The result depends on what the arguments depend on.
    /// </summary>
    public async Task<OutputData<T>> CallWhenKnownAsync<T>(string token, InvokeArgs args, InvokeOptions? options)
    {
        var written = await WriteOrLogAsync(token, args).ConfigureAwait(false);
        if (written.HasUnknowns)
        {
            return new OutputData<T>(default!, s_unknown);
        }

        var dependsOn = options is InvokeOutputOptions { DependsOn: { } given }
            ? await given.ToOutput().GetValueAsync(whenUnknown: []).ConfigureAwait(false)
            : [];
        var resources = written.AllDependencies.ToImmutableHashSet().Union(dependsOn);
        if (!await AreCreatedAsync(resources).ConfigureAwait(false))
        {
            return new OutputData<T>(default!, s_unknown);
        }

        var data = Read<T>(token, await SendAsync(token, written, options).ConfigureAwait(false));
        return new OutputData<T>(data.Value, data.Traits.DependingOn(resources));
    }

    private async Task<WrittenProperties> WriteOrLogAsync(string token, InvokeArgs args)
    {
        try
        {
            return await WriteAsync(token, args).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // The failure hides in an output that perhaps nobody looks at.
            await session.Log.SendAsync(Rpc.LogSeverity.Error, $"Error serializing arguments for invoke {token}: {exception}")
                .ConfigureAwait(false);
            throw;
        }
    }

    private async Task<WrittenProperties> WriteAsync(string token, InvokeArgs args)
    {
        var keepResources = await session.Features.ResourceReferencesAsync().ConfigureAwait(false);
        return await WrittenProperties.WriteAsync(
            $"invoke:{token}", (args ?? InvokeArgs.Empty).ToDictionary(), () => new PropertyWriter(keepResources)).ConfigureAwait(false);
    }

    // A resource that was registered but has no id yet is not there to be asked about.
    private static async Task<bool> AreCreatedAsync(ImmutableHashSet<Resource> resources)
    {
        foreach (var resource in resources.Union(ReferencedResources.Expand(resources)))
        {
            if (resource is CustomResource { Id: { } id } && !(await id.Data.ConfigureAwait(false)).IsKnown)
            {
                return false;
            }
        }

        return true;
    }

    private async Task<Struct> SendAsync(string token, WrittenProperties args, InvokeOptions? options)
    {
        var provider = options?.Provider ?? options?.Parent?.ProviderFor(token);
        var response = await session.Monitor.InvokeAsync(new Rpc.ResourceInvokeRequest
        {
            Tok = token,
            Args = args.Values,
            Provider = provider is null ? "" : await provider.GetReferenceAsync().ConfigureAwait(false),
            Version = options?.Version ?? "",
            PluginDownloadURL = options?.PluginDownloadURL ?? "",
            AcceptResources = AcceptResources,
        }).ConfigureAwait(false);
        if (response.Failures.Count > 0)
        {
            var reasons = response.Failures.Select(failure => $"{failure.Reason} ({failure.Property})");
            throw new InvokeException($"Invoke of '{token}' failed: {string.Join("; ", reasons)}");
        }

        return response.Return ?? new Struct();
    }

    private static OutputData<T> Read<T>(string token, Struct answer)
        => new TypedReader(warning => Log.Warn(warning)).Read<T>($"{token} result", Value.ForStruct(answer));
}
