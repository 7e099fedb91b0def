using System.Collections.Immutable;
using System.Globalization;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Creates and combines outputs.</summary>
public static partial class Output
{
    private static readonly OutputTraits s_secret = OutputTraits.Plain with { IsSecret = true };

    /// <summary>Creates a known output that depends on no resource.</summary>
    /// <param name="value">The value.</param>
    public static Output<T> Create<T>(T value) => Output<T>.FromData(value, OutputTraits.Plain);

    /// <summary>Creates an output with the result of a task; it depends on no resource.</summary>
    /// <param name="value">The task; its failure is the output's.</param>
    public static Output<T> Create<T>(Task<T> value) => Output<T>.Create(value);

    /// <summary>Creates a known, secret output.</summary>
    /// <param name="value">The value.</param>
    public static Output<T> CreateSecret<T>(T value) => Output<T>.FromData(value, s_secret);

    /// <summary>Creates a secret output with the result of a task.</summary>
    /// <param name="value">The task; its failure is the output's.</param>
    public static Output<T> CreateSecret<T>(Task<T> value) => Output<T>.FromTask(value, s_secret);

    /// <summary>The same output, secret.</summary>
    /// <param name="value">The output.</param>
    public static Output<T> CreateSecret<T>(Output<T> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.With(traits => traits with { IsSecret = true });
    }

    /// <summary>The same output, no longer secret.</summary>
    /// <param name="output">The output.</param>
    public static Output<T> Unsecret<T>(Output<T> output) => output.With(traits => traits with { IsSecret = false });

    /// <summary>Whether the output is secret.</summary>
    /// <param name="output">The output.</param>
    public static async Task<bool> IsSecretAsync<T>(Output<T> output) => (await output.Data.ConfigureAwait(false)).IsSecret;

    /// <summary>Combines inputs into one output of all their values: unknown if one is unknown, secret if one is secret.</summary>
    /// <param name="inputs">The inputs.</param>
    public static Output<ImmutableArray<T>> All<T>(params Input<T>[] inputs) => AllOf(ImmutableArray.CreateRange(inputs));

    /// <summary>Combines inputs into one output of all their values: unknown if one is unknown, secret if one is secret.</summary>
    /// <param name="inputs">The inputs.</param>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Input<T>> inputs) => AllOf(ImmutableArray.CreateRange(inputs));

    /// <summary>Combines outputs into one output of all their values: unknown if one is unknown, secret if one is secret.</summary>
    /// <param name="outputs">The outputs.</param>
    public static Output<ImmutableArray<T>> All<T>(params Output<T>[] outputs) => All(outputs.AsEnumerable());

    /// <summary>Combines outputs into one output of all their values: unknown if one is unknown, secret if one is secret.</summary>
    /// <param name="outputs">The outputs.</param>
    public static Output<ImmutableArray<T>> All<T>(IEnumerable<Output<T>> outputs)
        => AllOf(ImmutableArray.CreateRange(outputs.Select(output => (Input<T>)output)));

    /// <summary>Formats a text whose holes may be inputs or outputs, with the invariant culture.</summary>
    /// <param name="formattableString">The text.</param>
    public static Output<string> Format(FormattableString formattableString)
        => All(formattableString.GetArguments().Select(ToInput))
            .Apply(values => string.Format(CultureInfo.InvariantCulture, formattableString.Format, values.ToArray()));

    private static Output<ImmutableArray<T>> AllOf<T>(ImmutableArray<Input<T>> inputs)
        => OutputJoin.Of(async join =>
        {
            var values = ImmutableArray.CreateBuilder<T>(inputs.Length);
            foreach (var input in inputs)
            {
                values.Add(await join.Take(input).ConfigureAwait(false));
            }

            return values.MoveToImmutable();
        });

    private static Input<object?> ToInput(object? argument)
        => (argument is IInput input ? input.ToOutput() : argument as IOutput) is { } output
            ? new Output<object?>(output.GetDataAsync())
            : Create(argument);
}
