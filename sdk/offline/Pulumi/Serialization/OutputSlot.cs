namespace Pulumi.Serialization;

/// <summary>An output of a resource that waits for its value.</summary>
internal abstract class OutputSlot
{
    public abstract Type Type { get; }

    public abstract object Output { get; }

    /// <summary>Gives the output its value, unless it has one.</summary>
    public abstract void Resolve(object? value, OutputTraits traits);

    public abstract void Fail(Exception exception);
}
