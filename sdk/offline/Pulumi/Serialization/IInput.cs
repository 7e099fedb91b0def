namespace Pulumi.Serialization;

/// <summary>An input of a type that the caller does not know.</summary>
internal interface IInput
{
    /// <summary>The input as one output: unknown or secret as a whole when one element of a collection is.</summary>
    IOutput ToOutput();

    /// <summary>The input with the elements of a collection as inputs of their own, each with its own traits.</summary>
    IOutput ToElementwiseOutput();
}
