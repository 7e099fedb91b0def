using System.Collections.Immutable;

namespace Pulumi;

public sealed partial class InputList<T>
{
    /// <summary>One value as a list.</summary>
    /// <param name="value">One value as a list.</param>
    public static implicit operator InputList<T>(T value) => ImmutableArray.Create<Input<T>>(value);

    /// <summary>One output as a list.</summary>
    /// <param name="value">One output as a list.</param>
    public static implicit operator InputList<T>(Output<T> value) => ImmutableArray.Create<Input<T>>(value);

    /// <summary>One input as a list.</summary>
    /// <param name="value">One input as a list.</param>
    public static implicit operator InputList<T>(Input<T> value) => ImmutableArray.Create(value);

    /// <summary>The values.</summary>
    /// <param name="values">The values.</param>
    public static implicit operator InputList<T>(T[] values) => ImmutableArray.CreateRange(values.Select(value => (Input<T>)value));

    /// <summary>The outputs.</summary>
    /// <param name="values">The outputs.</param>
    public static implicit operator InputList<T>(Output<T>[] values) => ImmutableArray.CreateRange(values.Select(value => (Input<T>)value));

    /// <summary>The inputs.</summary>
    /// <param name="values">The inputs.</param>
    public static implicit operator InputList<T>(Input<T>[] values) => ImmutableArray.CreateRange(values);

    /// <summary>The values.</summary>
    /// <param name="values">The values.</param>
    public static implicit operator InputList<T>(List<T> values) => ImmutableArray.CreateRange(values);

    /// <summary>The outputs.</summary>
    /// <param name="values">The outputs.</param>
    public static implicit operator InputList<T>(List<Output<T>> values) => ImmutableArray.CreateRange(values);

    /// <summary>The inputs.</summary>
    /// <param name="values">The inputs.</param>
    public static implicit operator InputList<T>(List<Input<T>> values) => ImmutableArray.CreateRange(values);

    /// <summary>The values; a default array stays one.</summary>
    /// <param name="values">The values; a default array stays one.</param>
    public static implicit operator InputList<T>(ImmutableArray<T> values) => ToInputs(values);

    /// <summary>The outputs; a default array stays one.</summary>
    /// <param name="values">The outputs; a default array stays one.</param>
    public static implicit operator InputList<T>(ImmutableArray<Output<T>> values)
        => values.IsDefault ? default : ImmutableArray.CreateRange(values, value => (Input<T>)value);

    /// <summary>The inputs.</summary>
    /// <param name="values">The inputs.</param>
    public static implicit operator InputList<T>(ImmutableArray<Input<T>> values) => new(Output.Create(values));

    /// <summary>An output that holds the values.</summary>
    /// <param name="values">An output that holds the values.</param>
    public static implicit operator InputList<T>(Output<T[]> values) => values.Apply(ImmutableArray.CreateRange);

    /// <summary>An output that holds the values.</summary>
    /// <param name="values">An output that holds the values.</param>
    public static implicit operator InputList<T>(Output<List<T>> values) => values.Apply(ImmutableArray.CreateRange);

    /// <summary>An output that holds the values.</summary>
    /// <param name="values">An output that holds the values.</param>
    public static implicit operator InputList<T>(Output<IEnumerable<T>> values) => values.Apply(ImmutableArray.CreateRange);

    /// <summary>An output that holds the values.</summary>
    /// <param name="values">An output that holds the values.</param>
    public static implicit operator InputList<T>(Output<ImmutableArray<T>> values) => new(values.Apply(ToInputs));

    private static ImmutableArray<Input<T>> ToInputs(ImmutableArray<T> values)
        => values.IsDefault ? default : ImmutableArray.CreateRange(values, value => (Input<T>)value);
}
