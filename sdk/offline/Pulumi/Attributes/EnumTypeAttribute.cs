namespace Pulumi;

/// <summary>Marks a struct that stands for an enumeration of strings or numbers; it converts explicitly to its value.</summary>
[AttributeUsage(AttributeTargets.Struct)]
public sealed class EnumTypeAttribute : Attribute;
