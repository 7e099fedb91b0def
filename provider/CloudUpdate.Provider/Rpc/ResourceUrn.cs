using System.Diagnostics.CodeAnalysis;
using CloudUpdate.Provider.Lifecycle;

namespace CloudUpdate.Provider.Rpc;

/// <summary>Reads <c>urn:pulumi:STACK::PROJECT::[PARENTTYPE$…]TYPE::NAME</c>.</summary>
internal static class ResourceUrn
{
    private const string Prefix = "urn:pulumi:";

    /// <summary>The address a URN gives; false where the text is no URN. A name may hold anything, <c>::</c> included.</summary>
    public static bool TryParse(string urn, [NotNullWhen(true)] out ResourceAddress? address)
    {
        address = null;
        if (!urn.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var parts = urn[Prefix.Length..].Split("::", 4);
        if (parts is not [{ Length: > 0 }, { Length: > 0 }, { Length: > 0 } qualifiedType, var name])
        {
            return false;
        }

        var type = qualifiedType[(qualifiedType.LastIndexOf('$') + 1)..];
        address = type.Length > 0 ? new ResourceAddress(urn, type, name) : null;
        return address is not null;
    }
}
