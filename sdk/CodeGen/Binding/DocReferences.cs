using System.Text.Json;
using System.Text.RegularExpressions;
using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Parsing;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>Checks the cross references (<c>{{% ref #/resources/… %}}</c>) in descriptions and deprecation messages.</summary>
internal sealed partial class DocReferences(SpecNode document, DiagnosticBag diagnostics)
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["resources"] = "resource",
        ["functions"] = "function",
        ["types"] = "type",
    };

    /// <summary>Reports every reference to something that the document does not have.</summary>
    public void Check() => Visit(document.Json, document.Path);

    private void Visit(JsonElement value, SchemaPath path)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in value.EnumerateObject())
            {
                VisitEntry(entry.Name, entry.Value, path.Child(entry.Name));
            }
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var (index, item) in value.EnumerateArray().Index())
            {
                Visit(item, path.Child(index));
            }
        }
    }

    private void VisitEntry(string key, JsonElement value, SchemaPath path)
    {
        if (key is "description" or "deprecationMessage" && value.ValueKind == JsonValueKind.String)
        {
            foreach (Match match in Reference().Matches(value.GetString()!))
            {
                CheckReference(match.Groups[1].Value, path);
            }
        }
        else if (key != "language")
        {
            Visit(value, path);
        }
    }

    private void CheckReference(string reference, SchemaPath path)
    {
        var parts = reference.Split('/').Select(Uri.UnescapeDataString).ToArray();
        if (parts.Length < 2 || parts[0] != "#")
        {
            diagnostics.Error(path, $"invalid doc ref: {reference}");
        }
        else if (parts[1] == "provider")
        {
            CheckMember(document.Child("provider"), "provider", "provider", parts[2..], reference, path);
        }
        else if (parts.Length < 3 || !Kinds.TryGetValue(parts[1], out var kind))
        {
            diagnostics.Error(path, $"invalid doc ref: {reference}");
        }
        else
        {
            CheckMember(document.ChildOrEmpty(parts[1]).Child(parts[2]), kind, parts[2], parts[3..], reference, path);
        }
    }

    private void CheckMember(SpecNode? owner, string kind, string name, string[] rest, string reference, SchemaPath path)
    {
        if (owner is null)
        {
            diagnostics.Error(path, $"reference to {kind} '{name}' not found in package {document.Text("name")}");
            return;
        }

        var (list, property) = rest switch
        {
            [] => (owner, null),
            [("properties" or "inputProperties") and var key, var member] => (owner.Child(key), member),
            [("inputs" or "outputs" or "stateInputs") and var key, "properties", var member] =>
                (owner.ChildOrEmpty(key).Child("properties"), member),
            _ => (null, ""),
        };
        if (property is "")
        {
            diagnostics.Error(path, $"invalid doc ref: {reference}");
        }
        else if (property is not null && list?.Has(property) != true)
        {
            diagnostics.Error(path, $"property '{property}' not found on {kind} '{name}'");
        }
    }

    [GeneratedRegex(@"\{\{%\s*ref\s+(\S+)\s*%\}\}")]
    private static partial Regex Reference();
}
