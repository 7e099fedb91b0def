using Google.Protobuf.WellKnownTypes;
using Signatures = CloudUpdate.Protocol.Values.Signatures;

namespace Pulumi.Serialization;

/// <summary>Outputs and resources, whose form on the wire depends on what the engine understands.</summary>
internal sealed partial class PropertyWriter
{
    private async Task<Value?> WriteOutputAsync(string path, IOutput output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        var inner = new PropertyWriter(keepResources, ignoreReferences: ignoreReferences);
        var value = data.IsKnown ? await inner.WriteAsync($"{path}.id", data.Value).ConfigureAwait(false) : null;
        var resources = inner.Dependencies;
        resources.UnionWith(data.Traits.Resources);
        Dependencies.UnionWith(resources);
        SawUnknown |= inner.SawUnknown || !data.IsKnown;

        if (keepOutputs)
        {
            return data is { IsKnown: true, IsSecret: false } && resources.Count == 0
                ? value
                : await WriteTraitsAsync(data, value, resources).ConfigureAwait(false);
        }

        if (!data.IsKnown)
        {
            return Value.ForString(Signatures.UnknownString);
        }

        return data.IsSecret ? Special(Signatures.Secret, (WireNames.Value, value ?? Value.ForNull())) : value;
    }

    private static async Task<Value> WriteTraitsAsync(OutputData<object?> data, Value? value, HashSet<Resource> resources)
    {
        var fields = new List<(string, Value)>();
        if (data.IsKnown)
        {
            fields.Add((WireNames.Value, value ?? Value.ForNull()));
        }

        if (data.IsSecret)
        {
            fields.Add((WireNames.Secret, Value.ForBool(true)));
        }

        var urns = await ReferencedResources.GetUrnsAsync(resources).ConfigureAwait(false);
        if (urns.Count > 0)
        {
            fields.Add((WireNames.Dependencies, Value.ForList([.. urns.Order(StringComparer.Ordinal).Select(Value.ForString)])));
        }

        return Special(Signatures.Output, fields);
    }

    private async Task<Value?> WriteResourceAsync(string path, Resource resource)
    {
        // A reference that does not count is written apart, so that what it depends on does not count either.
        var writer = keepResources && ignoreReferences ? new PropertyWriter(keepResources) : this;
        if (resource is not CustomResource custom)
        {
            return await writer.WriteReferenceAsync(path, resource, id: null).ConfigureAwait(false);
        }

        writer.Dependencies.Add(custom);
        var id = await writer.WriteAsPlainAsync($"{path}.id", custom.Id).ConfigureAwait(false);
        return keepResources
            ? await writer.WriteReferenceAsync(path, custom, id is null || IsUnknown(id) ? Value.ForString("") : id).ConfigureAwait(false)
            : id;
    }

    private async Task<Value?> WriteReferenceAsync(string path, Resource resource, Value? id)
    {
        var urn = await WriteAsPlainAsync($"{path}.urn", resource.Urn).ConfigureAwait(false);
        if (!keepResources)
        {
            return urn;
        }

        var reference = Special(Signatures.ResourceReference, (WireNames.Urn, urn ?? Value.ForNull()));
        if (id is not null)
        {
            reference.StructValue.Fields.Add(WireNames.Id, id);
        }

        return reference;
    }

    private async Task<Value?> WriteAsPlainAsync(string path, Output<string>? output)
    {
        var writer = new PropertyWriter(keepResources);
        var value = await writer.WriteAsync(path, output).ConfigureAwait(false);
        Dependencies.UnionWith(writer.Dependencies);
        SawUnknown |= writer.SawUnknown && !keepResources;
        return value;
    }

    private static bool IsUnknown(Value value)
        => value is { KindCase: Value.KindOneofCase.StringValue, StringValue: Signatures.UnknownString };
}
