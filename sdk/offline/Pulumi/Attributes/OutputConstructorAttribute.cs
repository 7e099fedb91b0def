namespace Pulumi;

/// <summary>Marks the constructor of an output type; its parameters are named like the object's properties.</summary>
[AttributeUsage(AttributeTargets.Constructor)]
public sealed class OutputConstructorAttribute : Attribute;
