using System.Text.Json;
using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Parsing;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>Plainness was once a list of names beside the properties; schemas that still say so would silently change meaning.</summary>
internal static class LegacyLists
{
    /// <summary>Reports the old lists on a structure, function or resource.</summary>
    public static void Check(SpecNode spec, string instead, DiagnosticBag diagnostics)
    {
        if (spec.Json.TryGetProperty("plain", out var plain) && plain.ValueKind == JsonValueKind.Array)
        {
            diagnostics.Error(spec.Path.Child("plain"), $"plain has been removed; {instead}");
        }
        if (spec.Has("plainInputs"))
        {
            diagnostics.Error(
                spec.Path.Child("plainInputs"), "plainInputs has been removed; individual property types must be marked as plain instead");
        }
    }
}
