using System.Text.RegularExpressions;
using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>Resolves <c>$ref</c> values.</summary>
internal sealed partial class ReferenceBinder(BindingContext context)
{
    /// <summary>The type that a reference means.</summary>
    public SchemaType Bind(string reference, SchemaPath path, bool isInput) => reference switch
    {
        "pulumi.json#/Any" => PrimitiveType.Any,
        "pulumi.json#/Json" => PrimitiveType.Json,
        "pulumi.json#/Asset" => PrimitiveType.Asset,
        "pulumi.json#/Archive" => PrimitiveType.Archive,
        _ => BindParsed(reference, path, isInput),
    };

    private SchemaType BindParsed(string reference, SchemaPath path, bool isInput)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        var (document, fragment) = hash < 0 ? (reference, "") : (reference[..hash], reference[(hash + 1)..]);
        if (document.Length > 0)
        {
            return Fail(path, ForeignDocument().IsMatch(document)
                ? $"references to other packages are not supported by this generator: '{reference}'"
                : $"failed to parse path '{document}'");
        }

        var parts = fragment.TrimStart('/').Split('/', 2);
        var token = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "";
        return parts[0] switch
        {
            "provider" when token.Length == 0 => new ResourceType("pulumi:providers:" + context.PackageName, isProvider: true),
            "types" when token.Length > 0 => BindType(token, path, isInput),
            "resources" when token.Length > 0 => BindResource(token, path),
            "provider" => Fail(path, $"invalid provider reference '{reference}'"),
            _ => Fail(path, $"invalid type reference '{reference}'"),
        };
    }

    private SchemaType BindType(string token, SchemaPath path, bool isInput)
    {
        if (context.Objects.TryGetValue(token, out var shapes))
        {
            return isInput ? shapes.Input : shapes.Plain;
        }
        if (context.Enums.TryGetValue(token, out var enumType))
        {
            return enumType;
        }
        return context.Broken.Contains(token) ? InvalidType.Instance : Fail(path, $"type {token} not found in package {context.PackageName}");
    }

    private SchemaType BindResource(string token, SchemaPath path)
    {
        if (token == "pulumi:providers:" + context.PackageName)
        {
            context.Diagnostics.Warning(path, $"reference to provider resource '/resources/{token}' is deprecated, use '#/provider' instead");
            return new ResourceType(token, isProvider: true);
        }
        return context.Resources.Contains(token)
            ? new ResourceType(token, isProvider: false)
            : Fail(path, $"resource type {token} not found in package {context.PackageName}");
    }

    private InvalidType Fail(SchemaPath path, string message)
    {
        context.Diagnostics.Error(path, message);
        return InvalidType.Instance;
    }

    [GeneratedRegex(@"^([a-z]+://[^/]+)?/?[-\w]+/v[^/]*/schema\.json\z")]
    private static partial Regex ForeignDocument();
}
