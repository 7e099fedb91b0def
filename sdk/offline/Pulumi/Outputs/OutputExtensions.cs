using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Reads parts of outputs that hold arrays and unions.</summary>
public static class OutputExtensions
{
    /// <summary>The element of an array at an index.</summary>
    /// <param name="array">The array.</param>
    /// <param name="index">The index, from 0.</param>
    public static Output<T> GetAt<T>(this Output<ImmutableArray<T>> array, Input<int> index)
        => Output.Tuple((Input<ImmutableArray<T>>)array, index).Apply(both => both.Item1[both.Item2]);

    /// <summary>The first element of an array.</summary>
    /// <param name="array">The array.</param>
    public static Output<T> First<T>(this Output<ImmutableArray<T>> array) => array.GetAt(0);

    /// <summary>The number of elements of an array.</summary>
    /// <param name="array">The array.</param>
    public static Output<int> Length<T>(this Output<ImmutableArray<T>> array) => array.Apply(elements => elements.Length);

    /// <summary>Whether a union holds its first type.</summary>
    /// <param name="output">The union.</param>
    public static Output<bool> IsT0<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.IsT0);

    /// <summary>Whether a union holds its second type.</summary>
    /// <param name="output">The union.</param>
    public static Output<bool> IsT1<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.IsT1);

    /// <summary>A union's value as its first type; fails if it holds the second.</summary>
    /// <param name="output">The union.</param>
    public static Output<T0> AsT0<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.AsT0);

    /// <summary>A union's value as its second type; fails if it holds the first.</summary>
    /// <param name="output">The union.</param>
    public static Output<T1> AsT1<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.AsT1);

    /// <summary>A union's value, whatever its type.</summary>
    /// <param name="output">The union.</param>
    public static Output<object> Value<T0, T1>(this Output<Union<T0, T1>> output) => output.Apply(union => union.Value);
}
