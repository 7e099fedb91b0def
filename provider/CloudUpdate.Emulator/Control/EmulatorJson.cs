using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;
using Newtonsoft.Json.Serialization;

namespace CloudUpdate.Emulator.Control;

/// <summary>The form of the control routes' JSON: camelCase names, times in seconds, unknown members refused.</summary>
internal static class EmulatorJson
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings
    {
        ContractResolver = new DefaultContractResolver
        {
            NamingStrategy = new CamelCaseNamingStrategy { ProcessDictionaryKeys = false, OverrideSpecifiedNames = true },
        },
        Converters = { new StringEnumConverter(new CamelCaseNamingStrategy()), new SecondsConverter() },
        NullValueHandling = NullValueHandling.Ignore,
        MissingMemberHandling = MissingMemberHandling.Error,
        DateParseHandling = DateParseHandling.None,
    });

    public static JObject From(object value) => JObject.FromObject(value, Serializer);

    /// <exception cref="FormatException">The JSON does not fit; the message says where.</exception>
    public static T To<T>(JObject json)
    {
        try
        {
            return json.ToObject<T>(Serializer)!;
        }
        catch (JsonException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    private sealed class SecondsConverter : JsonConverter<TimeSpan>
    {
        public override void WriteJson(JsonWriter writer, TimeSpan value, JsonSerializer serializer) => writer.WriteValue(value.TotalSeconds);

        public override TimeSpan ReadJson(JsonReader reader, Type objectType, TimeSpan existingValue, bool hasExistingValue, JsonSerializer serializer) =>
            reader.Value is double or long
                ? TimeSpan.FromSeconds(Convert.ToDouble(reader.Value, System.Globalization.CultureInfo.InvariantCulture))
                : throw new JsonSerializationException($"{reader.Path} must be a number of seconds.");
    }
}
