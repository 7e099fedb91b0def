using CloudUpdate.Protocol.Values;
using Google.Protobuf.WellKnownTypes;

namespace CloudUpdate.Provider.Tests.Rpc.Conformance;

/// <summary>Bags as they stand on the wire, and resources to send them about.</summary>
internal static class Bags
{
    public const string TypeToken = "cloudupdate:test:Thing";
    public const string Urn = $"urn:pulumi:dev::shop::{TypeToken}::thing";

    public static Struct Of(params (string Key, Value Value)[] fields)
    {
        var bag = new Struct();
        foreach (var (key, value) in fields)
        {
            bag.Fields[key] = value;
        }

        return bag;
    }

    public static Value Text(string text) => Value.ForString(text);

    public static Value Map(params (string Key, Value Value)[] fields) => Value.ForStruct(Of(fields));

    public static Value Special(string signature, params (string Key, Value Value)[] fields) =>
        Value.ForStruct(Of([(Signatures.Key, Text(signature)), .. fields]));

    public static Value Secret(Value value) => Special(Signatures.Secret, ("value", value));

    /// <summary>The value at top level, in a list, in a map, and each of them in a secret.</summary>
    public static Struct Everywhere(Value value) => Of(
        ("top", value),
        ("list", Value.ForList(value, value)),
        ("map", Map(("member", value), ("nested", Map(("member", Value.ForList(value)))))),
        ("secret", Secret(value)),
        ("secretSecret", Secret(Secret(value))),
        ("secretList", Secret(Value.ForList(value))),
        ("listOfSecrets", Value.ForList(Secret(value))));
}
