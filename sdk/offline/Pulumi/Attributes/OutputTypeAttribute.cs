namespace Pulumi;

/// <summary>Marks a class whose instances are made from an object that a provider returned.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OutputTypeAttribute : Attribute;
