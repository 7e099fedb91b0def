using System.Collections.Immutable;
using Pulumi.Serialization;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi;

/// <summary>Registers resources, or reads those that are there already, and gives their outputs the values.</summary>
internal sealed class ResourceRegistrar(DeploymentSession session)
{
    private readonly ResourcePreparation _preparation = new(session);

    /// <summary>Starts with a resource. The program does not end before it is done.</summary>
    public void Start(
        Resource resource, ResourceArgs args, ResourceOptions options, ImmutableDictionary<string, OutputSlot> outputs)
        => session.Tasks.Track(CompleteAsync(resource, args, options, outputs));

    /// <summary>Starts to register the outputs of a component.</summary>
    public void StartOutputs(Resource resource, Output<IDictionary<string, object?>> outputs)
        => session.Tasks.Track(RegisterOutputsAsync(resource, outputs));

    private async Task CompleteAsync(
        Resource resource, ResourceArgs args, ResourceOptions options, ImmutableDictionary<string, OutputSlot> outputs)
    {
        try
        {
            var registered = await ReadOrRegisterAsync(resource, args, options).ConfigureAwait(false);
            Resolve(resource, registered, outputs);
        }
        catch (Exception exception)
        {
            foreach (var output in outputs.Values)
            {
                output.Fail(exception);
            }

            throw;
        }
    }

    private async Task<RegisteredResource> ReadOrRegisterAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        if (options.Urn is { } urn)
        {
            return await LookUpAsync(urn).ConfigureAwait(false);
        }

        var id = options.Id is { } given ? await given.ToOutput().GetValueAsync(whenUnknown: "").ConfigureAwait(false) : null;
        if (string.IsNullOrEmpty(id))
        {
            return await RegisterAsync(resource, args, options).ConfigureAwait(false);
        }

        return resource is CustomResource
            ? await ReadAsync(resource, id, args, options).ConfigureAwait(false)
            : throw new ArgumentException(
                $"{nameof(ResourceOptions)}.{nameof(ResourceOptions.Id)} is only valid for a {nameof(CustomResource)}");
    }

    private async Task<RegisteredResource> LookUpAsync(string urn)
    {
        var found = await session.Invoker.CallAsync("pulumi:pulumi:getResource", new LookUpArgs { Urn = urn }, options: null)
            .ConfigureAwait(false);
        return new RegisteredResource(
            found.Fields["urn"].StringValue, found.Fields["id"].StringValue, found.Fields["state"].StructValue);
    }

    private async Task<RegisteredResource> ReadAsync(Resource resource, string id, ResourceArgs args, ResourceOptions options)
    {
        var prepared = await _preparation.PrepareAsync(resource, args, options).ConfigureAwait(false);
        var request = new Rpc.ReadResourceRequest
        {
            Type = resource.GetResourceType(),
            Name = resource.GetResourceName(),
            Id = id,
            Parent = prepared.ParentUrn,
            Provider = prepared.ProviderReference,
            Properties = prepared.Properties,
            Version = options.Version ?? "",
            AcceptSecrets = true,
            AcceptResources = Invoker.AcceptResources,
        };
        request.Dependencies.AddRange(prepared.Dependencies);
        var response = await session.Monitor.ReadResourceAsync(resource, request).ConfigureAwait(false);
        return new RegisteredResource(response.Urn, id, response.Properties);
    }

    private async Task<RegisteredResource> RegisterAsync(Resource resource, ResourceArgs args, ResourceOptions options)
    {
        if (options.DeletedWith is not null && !await session.Features.DeletedWithAsync().ConfigureAwait(false))
        {
            throw new InvalidOperationException(
                "The Pulumi CLI does not support the DeletedWith option. Please update the Pulumi CLI.");
        }

        var prepared = await _preparation.PrepareAsync(resource, args, options).ConfigureAwait(false);
        var request = await _preparation.ToRequestAsync(resource, options, prepared).ConfigureAwait(false);
        return RegisteredResource.From(await session.Monitor.RegisterResourceAsync(resource, request).ConfigureAwait(false));
    }

    private void Resolve(Resource resource, RegisteredResource registered, ImmutableDictionary<string, OutputSlot> outputs)
    {
        outputs[WireNames.Urn].Resolve(registered.Urn, OutputTraits.Plain);
        if (resource is CustomResource)
        {
            outputs[WireNames.Id].Resolve(registered.Id, OutputTraits.Plain with { IsKnown = registered.Id.Length > 0 });
        }

        // Each output by itself: one that is unknown or secret says nothing about the others.
        var reader = new TypedReader(warning => Log.Warn(warning, resource));
        foreach (var (name, output) in outputs)
        {
            if (name is not (WireNames.Urn or WireNames.Id) && registered.Outputs.Fields.TryGetValue(name, out var value))
            {
                var data = reader.Read($"{resource.GetType().FullName}.{name}", value, output.Type);
                output.Resolve(data.Value, data.Traits with { Resources = registered.Dependencies.GetValueOrDefault(name, []) });
            }
        }

        var missing = OutputTraits.Plain with { IsKnown = !session.Settings.IsDryRun && registered.IsComplete };
        foreach (var output in outputs.Values)
        {
            output.Resolve(null, missing);
        }
    }

    private async Task RegisterOutputsAsync(Resource resource, Output<IDictionary<string, object?>> outputs)
    {
        var urn = await resource.Urn.GetValueAsync(whenUnknown: default!).ConfigureAwait(false);
        var values = await outputs.GetValueAsync(whenUnknown: default!).ConfigureAwait(false);
        var keepResources = await session.Features.ResourceReferencesAsync().ConfigureAwait(false);
        var written = await WrittenProperties.WriteAsync(
            "monitor.registerResourceOutputs(...)", values, () => new PropertyWriter(keepResources)).ConfigureAwait(false);
        await session.Monitor.RegisterResourceOutputsAsync(
            new Rpc.RegisterResourceOutputsRequest { Urn = urn, Outputs = written.Values }).ConfigureAwait(false);
    }

    private sealed class LookUpArgs : InvokeArgs
    {
        [Input("urn", required: true)]
        public string Urn { get; set; } = null!;
    }
}
