using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pulumi.Serialization;

/// <summary>Lets outputs and inputs stand anywhere in a value that is written to or read from JSON.</summary>
/// <param name="outer">The traits of the whole value.</param>
internal sealed class OutputJsonConverters(OutputTraits outer) : JsonConverterFactory
{
    private static readonly ImmutableDictionary<Type, MethodInfo> s_factories = new Dictionary<Type, string>
    {
        [typeof(Output<>)] = nameof(ForOutput),
        [typeof(Input<>)] = nameof(ForInput),
        [typeof(InputList<>)] = nameof(ForList),
        [typeof(InputMap<>)] = nameof(ForMap),
    }.ToImmutableDictionary(
        entry => entry.Key,
        entry => typeof(OutputJsonConverters).GetMethod(entry.Value, BindingFlags.NonPublic | BindingFlags.Instance)!);

    /// <summary>The traits of the whole value and of all outputs written so far.</summary>
    public OutputTraits Traits { get; private set; } = outer;

    public JsonSerializerOptions AddTo(JsonSerializerOptions? options)
        => new(options ?? JsonSerializerOptions.Default) { Converters = { this } };

    public override bool CanConvert(Type typeToConvert)
        => typeToConvert.IsGenericType && s_factories.ContainsKey(typeToConvert.GetGenericTypeDefinition());

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options)
        => (JsonConverter)s_factories[typeToConvert.GetGenericTypeDefinition()]
            .MakeGenericMethod(typeToConvert.GenericTypeArguments).Invoke(this, null)!;

    private Converter<Output<T>, T> ForOutput<T>() => new(this, output => output, output => output);

    private Converter<Input<T>, T> ForInput<T>() => new(this, input => input, output => output);

    private Converter<InputList<T>, ImmutableArray<T>> ForList<T>() => new(this, list => list, output => output);

    private Converter<InputMap<T>, ImmutableDictionary<string, T>> ForMap<T>() => new(this, map => map, output => output);

    private sealed class Converter<TWrapped, T>(
        OutputJsonConverters owner, Func<TWrapped, Output<T>> unwrap, Func<Output<T>, TWrapped> wrap) : JsonConverter<TWrapped>
    {
        public override TWrapped Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => wrap(Output<T>.FromData(JsonSerializer.Deserialize<T>(ref reader, options)!, owner.Traits));

        public override void Write(Utf8JsonWriter writer, TWrapped value, JsonSerializerOptions options)
        {
            // Converters cannot await. The program's other outputs go on meanwhile.
            var data = unwrap(value).Data.GetAwaiter().GetResult();
            owner.Traits = owner.Traits.And(data.Traits);
            if (data.IsKnown)
            {
                JsonSerializer.Serialize(writer, data.Value, options);
            }
            else
            {
                writer.WriteNullValue();
            }
        }
    }
}
