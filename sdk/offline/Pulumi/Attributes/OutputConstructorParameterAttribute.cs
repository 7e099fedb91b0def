namespace Pulumi;

/// <summary>Gives the property that a parameter of an output constructor stands for, where their names differ.</summary>
/// <param name="name">The property's name on the wire.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OutputConstructorParameterAttribute(string name) : Attribute
{
    /// <summary>The property's name on the wire.</summary>
    public string Name { get; } = name;
}
