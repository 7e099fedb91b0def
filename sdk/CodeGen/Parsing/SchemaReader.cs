using System.Text.Json;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>Reads a schema document and checks its shape.</summary>
internal static class SchemaReader
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 256 };

    /// <summary>The document as a node to bind, or null if it is no JSON object at all; everything wrong is reported.</summary>
    public static SpecNode? Read(string json, DiagnosticBag diagnostics)
    {
        if (Parse(json, diagnostics) is not { } document)
        {
            return null;
        }

        Metaschema.Document.Check(document, SchemaPath.Root, diagnostics);
        return document.ValueKind == JsonValueKind.Object ? new SpecNode(document, SchemaPath.Root) : null;
    }

    private static JsonElement? Parse(string json, DiagnosticBag diagnostics)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Unicode.IsReadable(document.RootElement, SchemaPath.Root, diagnostics) ? document.RootElement.Clone() : null;
        }
        catch (JsonException exception)
        {
            diagnostics.Error(SchemaPath.Root, $"not a JSON document: {exception.Message}");
            return null;
        }
    }
}
