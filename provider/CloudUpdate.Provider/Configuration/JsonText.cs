using CloudUpdate.Protocol.Values;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Configuration;

/// <summary>
/// Reads the JSON in which engines and SDKs wrap configuration that is no text; it may hold secrets and unknowns in their wire form.
/// </summary>
internal static class JsonText
{
    /// <summary>The value; null where the text is no JSON.</summary>
    public static PropertyValue? Parse(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
            var token = JToken.ReadFrom(reader);
            return reader.Read() ? null : Value(token);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The value as JSON, without marks.</summary>
    public static string Print(PropertyValue value) => Token(value).ToString(Formatting.None);

    private static PropertyValue Value(JToken token) => token switch
    {
        JArray items => PropertyValue.Of(items.Select(Value)),
        JObject secret when (string?)secret[Signatures.Key] == Signatures.Secret =>
            PropertyValue.Secret(secret["value"] is { } value ? Value(value) : PropertyValue.Unknown),
        JObject members => PropertyValue.Of(PropertyMap.Of(members.Properties().Select(member => KeyValuePair.Create(member.Name, Value(member.Value))))),
        JValue { Type: JTokenType.Boolean } flag => PropertyValue.Of((bool)flag),
        JValue { Type: JTokenType.Integer or JTokenType.Float } number => PropertyValue.Of((double)number),
        JValue { Type: JTokenType.String } text when Signatures.IsUnknown((string)text!) => PropertyValue.Unknown,
        JValue { Type: JTokenType.String } text => PropertyValue.Of((string)text!),
        _ => PropertyValue.Null,
    };

    private static JToken Token(PropertyValue value) => value.Unwrapped switch
    {
        BoolValue flag => new JValue(flag.Value),
        NumberValue { Value: var number } => number == Math.Floor(number) && Math.Abs(number) < 1e15 ? new JValue((long)number) : new JValue(number),
        StringValue text => new JValue(text.Value),
        ListValue list => new JArray(list.Items.Select(Token)),
        MapValue map => new JObject(map.Map.Select(member => new JProperty(member.Key, Token(member.Value)))),
        _ => JValue.CreateNull(),
    };
}
