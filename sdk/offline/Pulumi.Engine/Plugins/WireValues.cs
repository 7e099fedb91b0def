using CloudUpdate.Protocol.Values;
using ListValue = CloudUpdate.Protocol.Values.ListValue;
using Struct = Google.Protobuf.WellKnownTypes.Struct;

namespace Pulumi.Engine.Plugins;

/// <summary>Bags as one provider takes and gives them.</summary>
/// <param name="acceptSecrets">Whether it knows secrets.</param>
/// <param name="acceptResources">Whether it knows resource references.</param>
internal sealed class WireValues(bool acceptSecrets, bool acceptResources)
{
    public bool AcceptSecrets => acceptSecrets;

    public Struct? Send(PropertyMap? map, bool dropUnknowns = false)
    {
        if (map is null)
        {
            return null;
        }

        var sent = acceptSecrets ? map : SecretMarks.Strip(map);
        sent = acceptResources ? sent : FlattenReferences(sent);
        return PropertyCodec.Encode(dropUnknowns ? DropUnknowns(sent) : sent);
    }

    /// <summary>Reads an answer.</summary>
    /// <param name="answer">The answer; absent stays absent.</param>
    /// <param name="sent">What was sent, whose secret marks are put back where the provider does not know them.</param>
    /// <param name="allowUnknowns">Whether unknowns may stand in it.</param>
    /// <param name="what">Names the answer in errors.</param>
    public PropertyMap? Receive(Struct? answer, PropertyMap? sent, bool allowUnknowns, string what)
    {
        var map = Decode(answer, what);
        if (map is null)
        {
            return null;
        }

        if (!allowUnknowns && map.FirstOrDefault(member => member.Value.ContainsUnknowns).Key is { } key)
        {
            throw new ProviderException($"{what}: unexpected unknown property value for \"{key}\"");
        }

        return acceptSecrets || sent is null ? map : SecretMarks.Restore(sent, map);
    }

    public static PropertyMap DropUnknowns(PropertyMap map) =>
        PropertyMap.Of(map.Where(member => !member.Value.IsUnknown).Select(member => KeyValuePair.Create(member.Key, DropUnknowns(member.Value))));

    private static PropertyValue DropUnknowns(PropertyValue value) => value switch
    {
        SecretValue secret => PropertyValue.Secret(DropUnknowns(secret.Value)),
        ListValue list => PropertyValue.Of(list.Items.Where(item => !item.IsUnknown).Select(DropUnknowns)),
        MapValue map => PropertyValue.Of(DropUnknowns(map.Map)),
        _ => value,
    };

    private static PropertyMap? Decode(Struct? answer, string what)
    {
        try
        {
            return PropertyCodec.Decode(answer);
        }
        catch (PropertyDecodingException exception)
        {
            throw new ProviderException($"{what}: {exception.Message}", cause: exception);
        }
    }

    private static PropertyMap FlattenReferences(PropertyMap map) => map.Select((_, value) => FlattenReferences(value));

    private static PropertyValue FlattenReferences(PropertyValue value) => value switch
    {
        ResourceReferenceValue reference => reference.Id ?? PropertyValue.Of(reference.Urn),
        SecretValue secret => PropertyValue.Secret(FlattenReferences(secret.Value)),
        ListValue list => PropertyValue.Of(list.Items.Select(FlattenReferences)),
        MapValue map => PropertyValue.Of(FlattenReferences(map.Map)),
        _ => value,
    };
}
