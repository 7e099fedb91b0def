using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Reads the JSON of an answer, whatever its Content-Type says.</summary>
internal static class JsonAnswer
{
    /// <summary>Reads a body.</summary>
    /// <param name="bytes">The body's bytes.</param>
    /// <param name="body">The JSON; null if the body is empty or is no JSON.</param>
    /// <returns>False if the body is neither empty nor JSON.</returns>
    public static bool TryParse(ReadOnlyMemory<byte> bytes, out JToken? body)
    {
        body = null;
        var text = Encoding.UTF8.GetString(bytes.Span).TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text))
        {
            return true;
        }

        try
        {
            // Dates stay the texts that the cloud sent.
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None };
            var parsed = JToken.ReadFrom(reader);
            var isWhole = !reader.Read();
            body = isWhole ? parsed : null;
            return isWhole;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>What can be read of a body that is no JSON as a whole: everything before the fault; null if that is nothing.</summary>
    /// <param name="bytes">The body's bytes.</param>
    public static JToken? Beginning(ReadOnlyMemory<byte> bytes)
    {
        using var reader = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(bytes.Span))) { DateParseHandling = DateParseHandling.None };
        using var writer = new JTokenWriter();
        try
        {
            while (reader.Read())
            {
                writer.WriteToken(reader, writeChildren: false);
            }
        }
        catch (JsonException)
        {
            // The rest cannot be read.
        }

        return writer.Token;
    }
}
