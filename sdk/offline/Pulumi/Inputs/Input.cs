using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A value given to a resource or function: plain, or an output of something else.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public class Input<T> : IInput
{
    private readonly Output<T>? _value;

    // A collection makes the whole from its elements.
    private protected Input()
    {
    }

    private protected Input(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
    }

    private protected virtual Output<T> Whole => _value!;

    private protected virtual IOutput Elementwise => Whole;

    /// <summary>A plain value as an input.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Input<T>(T value) => Output.Create(value);

    /// <summary>An output as an input.</summary>
    /// <param name="value">The output.</param>
    public static implicit operator Input<T>(Output<T> value) => new(value);

    /// <summary>An input as an output.</summary>
    /// <param name="input">The input.</param>
    public static implicit operator Output<T>(Input<T> input) => input.Whole;

    IOutput IInput.ToOutput() => Whole;

    IOutput IInput.ToElementwiseOutput() => Elementwise;
}
