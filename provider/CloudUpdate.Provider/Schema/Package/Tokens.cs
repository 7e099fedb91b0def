namespace CloudUpdate.Provider.Schema.Package;

/// <summary>Tokens of the package.</summary>
internal static class Tokens
{
    /// <summary>The module of a token.</summary>
    public static string Module(string token) => token.Split(':')[1];

    /// <summary>The token of an object type of a module.</summary>
    public static string Of(string module, ObjectType type) => $"{PackageSchema.Name}:{(module.Length == 0 ? "index" : module)}:{type.Name}";

    /// <summary>The token of an enumeration, which is the same in all modules.</summary>
    public static string Of(EnumerationType type) => $"{PackageSchema.Name}:index:{type.Name}";
}
