namespace Pulumi.Serialization;

/// <summary>A union of types that the caller does not know.</summary>
internal interface IUnion
{
    object Value { get; }
}
