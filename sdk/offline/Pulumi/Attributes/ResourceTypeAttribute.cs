namespace Pulumi;

/// <summary>Gives the type token of a resource class, so that a reference to such a resource becomes an object of that class.</summary>
/// <param name="type">The type token, such as <c>pkg:module:Name</c>.</param>
/// <param name="version">The version of the package, or null for any.</param>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    /// <summary>The type token, such as <c>pkg:module:Name</c>.</summary>
    public string Type { get; } = type;

    /// <summary>The version of the package, or null for any.</summary>
    public string? Version { get; } = version;
}
