using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Http;

/// <summary>Reads request bodies as strict JSON: what RFC 8259 does not allow is refused, as the clouds do.</summary>
internal static class JsonBody
{
    private const int MaxDepth = 64;

    public static bool TryParse(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out JToken? value)
    {
        value = null;
        try
        {
            // Newtonsoft.Json alone would take comments, single quotes and much else.
            using var strict = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MaxDepth });
            value = Read(Encoding.UTF8.GetString(body.Span));
            return true;
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or JsonReaderException or OverflowException)
        {
            return false;
        }
    }

    /// <summary>A copy in which times are texts, as on the wire; a JObject that somebody parsed may hold dates instead.</summary>
    public static JObject Plain(JObject data) => (JObject)Read(data.ToString(Formatting.None));

    /// <summary>Reads JSON with times left as they are written.</summary>
    /// <exception cref="JsonReaderException">The text is not JSON.</exception>
    public static JToken Read(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = MaxDepth };
        return JToken.ReadFrom(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Replace });
    }
}
