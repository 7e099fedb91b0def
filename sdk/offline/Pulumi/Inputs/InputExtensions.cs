namespace Pulumi;

/// <summary>Lets inputs be used like outputs.</summary>
public static class InputExtensions
{
    /// <summary>The input as an output; a missing one is the default value.</summary>
    /// <param name="input">The input.</param>
    public static Output<T> ToOutput<T>(this Input<T>? input) => input ?? Output.Create(default(T)!);

    /// <summary>Derives an output from the input.</summary>
    /// <param name="input">The input.</param>
    /// <param name="func">The function, which does not run while the value is unknown.</param>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, TResult> func) => input.ToOutput().Apply(func);

    /// <summary>Derives an output from the input with an asynchronous function.</summary>
    /// <param name="input">The input.</param>
    /// <param name="func">The function, which does not run while the value is unknown.</param>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Task<TResult>> func) => input.ToOutput().Apply(func);

    /// <summary>Derives an output from the input and from the one that the function returns.</summary>
    /// <param name="input">The input.</param>
    /// <param name="func">The function, which does not run while the value is unknown.</param>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Input<TResult>?> func) => input.ToOutput().Apply(func);

    /// <summary>Derives an output from the input and from the output that the function returns.</summary>
    /// <param name="input">The input.</param>
    /// <param name="func">The function, which does not run while the value is unknown.</param>
    public static Output<TResult> Apply<T, TResult>(this Input<T>? input, Func<T, Output<TResult>?> func) => input.ToOutput().Apply(func);
}
