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
            using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(body.Span)))
            {
                DateParseHandling = DateParseHandling.None,
                MaxDepth = MaxDepth,
            };
            value = JToken.ReadFrom(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Replace });
            return true;
        }
        catch (Exception exception) when (exception is System.Text.Json.JsonException or JsonReaderException or OverflowException)
        {
            return false;
        }
    }
}
