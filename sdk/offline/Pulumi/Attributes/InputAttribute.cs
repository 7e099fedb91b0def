namespace Pulumi;

/// <summary>Marks a property or field of an args class as an input of the resource or function.</summary>
/// <param name="name">The input's name on the wire.</param>
/// <param name="required">Whether leaving it out is an error. Default: no.</param>
/// <param name="json">Whether the value travels as its JSON text, as provider configuration does. Default: no.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class InputAttribute(string name, bool required = false, bool json = false) : Attribute
{
    internal string Name { get; } = name;

    internal bool IsRequired { get; } = required;

    internal bool Json { get; } = json;
}
