using System.Text.Json;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>JSON can escape halves of characters; such text can be neither read nor written down.</summary>
internal static class Unicode
{
    /// <summary>Whether every text of the value can be read; what cannot is reported.</summary>
    public static bool IsReadable(JsonElement value, SchemaPath path, DiagnosticBag diagnostics) => value.ValueKind switch
    {
        JsonValueKind.String => Decode(value.GetString, path, diagnostics) is not null,
        JsonValueKind.Array => value.EnumerateArray().Index().All(item => IsReadable(item.Item, path.Child(item.Index), diagnostics)),
        JsonValueKind.Object => value.EnumerateObject().All(entry =>
            Decode(() => entry.Name, path, diagnostics) is { } name && IsReadable(entry.Value, path.Child(name), diagnostics)),
        _ => true,
    };

    private static string? Decode(Func<string?> read, SchemaPath path, DiagnosticBag diagnostics)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            diagnostics.Error(path, "not valid Unicode text");
            return null;
        }
    }
}
