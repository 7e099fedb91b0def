using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Signatures = CloudUpdate.Protocol.Values.Signatures;

namespace Pulumi.Serialization;

/// <summary>
/// Reads a wire value into plain objects: null, bool, double, string, arrays, dictionaries, resources and outputs.
/// One unknown or secret part makes the whole so.
/// </summary>
internal static class PropertyReader
{
    public static OutputData<object?> Read(Value value)
    {
        var traits = OutputTraits.Plain;
        return new OutputData<object?>(Read(value, ref traits), traits);
    }

    private static object? Read(Value value, ref OutputTraits traits)
    {
        while (SignatureOf(value) == Signatures.Secret)
        {
            traits = traits with { IsSecret = true };
            value = value.StructValue.Fields.TryGetValue(WireNames.Value, out var inner)
                ? inner
                : throw new InvalidOperationException("Secrets must have a field called 'value'");
        }

        switch (value.KindCase)
        {
            case Value.KindOneofCase.NullValue:
                return null;
            case Value.KindOneofCase.BoolValue:
                return value.BoolValue;
            case Value.KindOneofCase.NumberValue:
                return value.NumberValue;
            case Value.KindOneofCase.StringValue when value.StringValue == Signatures.UnknownString:
                traits = traits with { IsKnown = false };
                return null;
            case Value.KindOneofCase.StringValue:
                return value.StringValue;
            case Value.KindOneofCase.ListValue:
                return ReadList(value.ListValue, ref traits);
            case Value.KindOneofCase.StructValue:
                return ReadStruct(value, ref traits);
            default:
                throw new InvalidOperationException($"A property value of kind {value.KindCase} cannot be read.");
        }
    }

    private static ImmutableArray<object?> ReadList(ListValue list, ref OutputTraits traits)
    {
        var elements = ImmutableArray.CreateBuilder<object?>(list.Values.Count);
        foreach (var element in list.Values)
        {
            elements.Add(Read(element, ref traits));
        }

        return elements.MoveToImmutable();
    }

    private static object ReadStruct(Value value, ref OutputTraits traits)
        => SignatureOf(value) switch
        {
            Signatures.ResourceReference => ReadReference(value.StructValue),
            Signatures.Output => ReadOutput(value.StructValue),
            _ => ReadObject(value.StructValue, ref traits),
        };

    // Members that start with two underscores are the engine's and the provider's own.
    private static ImmutableDictionary<string, object?> ReadObject(Struct written, ref OutputTraits traits)
    {
        var members = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (name, member) in written.Fields)
        {
            if (!name.StartsWith("__", StringComparison.Ordinal))
            {
                members.Add(name, Read(member, ref traits));
            }
        }

        return members.ToImmutable();
    }

    private static Resource ReadReference(Struct reference)
    {
        var urn = TextOf(reference, WireNames.Urn)
            ?? throw new InvalidOperationException("Value was marked as a Resource, but did not conform to required shape.");
        return ResourceTypes.Create(urn, TextOf(reference, WireNames.PackageVersion)) ?? new DependencyResource(urn);
    }

    private static Output<object?> ReadOutput(Struct written)
    {
        var isKnown = written.Fields.TryGetValue(WireNames.Value, out var value);
        var isSecret = written.Fields.TryGetValue(WireNames.Secret, out var secret) && secret.BoolValue;
        var dependencies = written.Fields.TryGetValue(WireNames.Dependencies, out var urns) ? urns.ListValue.Values : [];
        var resources = dependencies.Select(urn => (Resource)new DependencyResource(urn.StringValue)).ToImmutableHashSet();
        return Output<object?>.FromData(isKnown ? Read(value!).Value : null, new OutputTraits(isKnown, isSecret, resources));
    }

    private static string? SignatureOf(Value value)
        => value.KindCase == Value.KindOneofCase.StructValue ? TextOf(value.StructValue, Signatures.Key) : null;

    private static string? TextOf(Struct written, string name)
        => written.Fields.TryGetValue(name, out var value) && value.KindCase == Value.KindOneofCase.StringValue ? value.StringValue : null;
}
