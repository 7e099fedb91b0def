using CloudUpdate.CodeGen.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>Reads a schema document and checks its shape.</summary>
internal static class SchemaReader
{
    /// <summary>The document as a node to bind, or null if it is no JSON object at all; everything wrong is reported.</summary>
    public static SpecNode? Read(string json, DiagnosticBag diagnostics)
    {
        if (Parse(json, diagnostics) is not { } document)
        {
            return null;
        }

        Metaschema.Document.Check(document, SchemaPath.Root, diagnostics);
        return document is JObject spec ? new SpecNode(spec, SchemaPath.Root) : null;
    }

    private static JToken? Parse(string json, DiagnosticBag diagnostics)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(json))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Double,
                MaxDepth = 256,
            };
            var document = JToken.ReadFrom(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
            if (reader.Read() && reader.TokenType != JsonToken.Comment)
            {
                diagnostics.Error(SchemaPath.Root, "text after the end of the document");
                return null;
            }
            return document;
        }
        catch (JsonException exception)
        {
            diagnostics.Error(SchemaPath.Root, $"not a JSON document: {exception.Message}");
            return null;
        }
    }
}
