namespace Pulumi.Engine;

/// <summary>Uniform resource names: <c>urn:pulumi:STACK::PROJECT::[PARENTTYPE$…]TYPE::NAME</c>.</summary>
public static class Urn
{
    /// <summary>Type of the root resource of every stack.</summary>
    public const string RootStackType = "pulumi:pulumi:Stack";

    /// <summary>Beginning of every provider resource's type; the package follows.</summary>
    public const string ProviderTypePrefix = "pulumi:providers:";

    private const string Prefix = "urn:pulumi:";
    private const string Separator = "::";

    /// <summary>The URN of a resource; the parent's type chain is left out without a parent and under the root stack.</summary>
    public static string Create(string stack, string project, string? parent, string type, string name) =>
        $"{Prefix}{stack}{Separator}{project}{Separator}{Qualify(parent, type)}{Separator}{name}";

    /// <summary>The URN of a stack's root resource.</summary>
    public static string RootStack(string stack, string project) => Create(stack, project, null, RootStackType, $"{project}-{stack}");

    /// <summary>Whether the text has the form of a URN.</summary>
    public static bool IsValid(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && text[Prefix.Length..].Split(Separator, 4).Length == 4;

    /// <summary>The short stack name.</summary>
    public static string Stack(string urn) => Part(urn, 0);

    /// <summary>The project name.</summary>
    public static string Project(string urn) => Part(urn, 1);

    /// <summary>The type with the chain of its parents' types in front, joined by <c>$</c>.</summary>
    public static string QualifiedType(string urn) => Part(urn, 2);

    /// <summary>The resource's own type: what follows the last <c>$</c>.</summary>
    public static string Type(string urn) => QualifiedType(urn) is var type ? type[(type.LastIndexOf('$') + 1)..] : string.Empty;

    /// <summary>The resource's name; may hold any text.</summary>
    public static string Name(string urn) => Part(urn, 3);

    /// <summary>Whether the type is that of a provider resource.</summary>
    public static bool IsProviderType(string type) => type.StartsWith(ProviderTypePrefix, StringComparison.Ordinal);

    /// <summary>The package that a resource type, function token or provider type belongs to.</summary>
    public static string Package(string token) =>
        IsProviderType(token) ? token[ProviderTypePrefix.Length..] : token.Split(':', 2)[0];

    private static string Qualify(string? parent, string type)
    {
        var chain = string.IsNullOrEmpty(parent) ? RootStackType : QualifiedType(parent);
        return chain == RootStackType ? type : $"{chain}${type}";
    }

    private static string Part(string urn, int index)
    {
        var parts = urn.StartsWith(Prefix, StringComparison.Ordinal) ? urn[Prefix.Length..].Split(Separator, 4) : [];
        return parts.Length == 4 ? parts[index] : throw new FormatException($"'{urn}' is not a URN.");
    }
}
