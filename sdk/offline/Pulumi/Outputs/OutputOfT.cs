using Pulumi.Serialization;

namespace Pulumi;

/// <summary>
/// A value that arrives later, or in a preview perhaps never: it knows whether it is known and secret, and which
/// resources it comes from. Values derived from it inherit all three.
/// </summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed class Output<T> : IOutput
{
    internal Output(Task<OutputData<T>> data)
    {
        Data = data;
        DeploymentSession.CurrentOrNull?.Tasks.Track(data);
    }

    internal Task<OutputData<T>> Data { get; }

    /// <summary>Creates an output with the result of a task: known, not secret, depending on no resource.</summary>
    /// <param name="value">The task; its failure is the output's.</param>
    public static Output<T> Create(Task<T> value) => FromTask(value, OutputTraits.Plain);

    /// <summary>Derives an output from this one. The function does not run while the value is unknown.</summary>
    /// <param name="func">The function; its failure is the result's.</param>
    public Output<TResult> Apply<TResult>(Func<T, TResult> func) => Bind(value => Output.Create(func(value)));

    /// <summary>Derives an output from this one with an asynchronous function, which does not run while the value is unknown.</summary>
    /// <param name="func">The function; its failure is the result's.</param>
    public Output<TResult> Apply<TResult>(Func<T, Task<TResult>> func) => Bind(value => Output.Create(func(value)));

    /// <summary>Derives an output from this one; the result also inherits from the input that the function returns.</summary>
    /// <param name="func">The function; null stands for the default value.</param>
    public Output<TResult> Apply<TResult>(Func<T, Input<TResult>?> func) => Bind(value => func(value).ToOutput());

    /// <summary>Derives an output from this one; the result also inherits from the output that the function returns.</summary>
    /// <param name="func">The function; null stands for the default value.</param>
    public Output<TResult> Apply<TResult>(Func<T, Output<TResult>?> func) => Bind(func);

    /// <summary>Runs an asynchronous action on the value once it is known. The program does not end before it has finished.</summary>
    /// <param name="func">The action; its failure is the result's.</param>
    public Output<ValueTuple> Apply(Func<T, Task> func)
        => Bind(value => Output.Create(CompleteAsync(func(value))));

    /// <summary>Derives an output from this one with a function that does not care for the value's type.</summary>
    /// <param name="func">The function.</param>
    public Output<TResult> UntypedApply<TResult>(Func<object?, Output<TResult>> func) => Bind(value => func(value));

    /// <summary>Not the value, which may not be there yet: a text that says what to use instead, and a warning in the log.</summary>
    /// <exception cref="InvalidOperationException"><c>PULUMI_ERROR_OUTPUT_STRING</c> is <c>1</c> or <c>true</c>.</exception>
    public override string ToString() => OutputText.Refuse();

    internal static Output<T> FromTask(Task<T> value, OutputTraits traits)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<T>(AttachAsync(value, traits));
    }

    internal static Output<T> FromData(T value, OutputTraits traits)
        => new(Task.FromResult(new OutputData<T>(value, traits)));

    /// <summary>The same value with other traits.</summary>
    internal Output<T> With(Func<OutputTraits, OutputTraits> change)
        => WithAsync(traits => Task.FromResult(change(traits)));

    internal Output<T> WithAsync(Func<OutputTraits, Task<OutputTraits>> change)
    {
        return new Output<T>(ChangeAsync());

        async Task<OutputData<T>> ChangeAsync()
        {
            var data = await Data.ConfigureAwait(false);
            return new OutputData<T>(data.Value, await change(data.Traits).ConfigureAwait(false));
        }
    }

    internal async Task<T> GetValueAsync(T whenUnknown)
    {
        var data = await Data.ConfigureAwait(false);
        return data.IsKnown ? data.Value : whenUnknown;
    }

    async Task<OutputData<object?>> IOutput.GetDataAsync() => (await Data.ConfigureAwait(false)).Untyped();

    private Output<TResult> Bind<TResult>(Func<T, Output<TResult>?> func)
    {
        return new Output<TResult>(BindAsync());

        async Task<OutputData<TResult>> BindAsync()
        {
            var outer = await Data.ConfigureAwait(false);
            if (!outer.IsKnown)
            {
                return new OutputData<TResult>(default!, outer.Traits);
            }

            if (func(outer.Value) is not { } result)
            {
                return new OutputData<TResult>(default!, outer.Traits);
            }

            var inner = await result.Data.ConfigureAwait(false);
            return new OutputData<TResult>(inner.Value, outer.Traits.And(inner.Traits));
        }
    }

    private static async Task<OutputData<T>> AttachAsync(Task<T> value, OutputTraits traits)
        => new(await value.ConfigureAwait(false), traits);

    private static async Task<ValueTuple> CompleteAsync(Task action)
    {
        await action.ConfigureAwait(false);
        return default;
    }
}
