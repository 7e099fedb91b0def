namespace Pulumi;

/// <summary>Marks a property of a resource, component or stack as one of its outputs.</summary>
/// <param name="name">The output's name on the wire. Default: the property's name.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OutputAttribute(string? name = null) : Attribute
{
    /// <summary>The output's name on the wire, or null when the property's name serves.</summary>
    public string? Name { get; } = name;
}
