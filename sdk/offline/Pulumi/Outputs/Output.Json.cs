using System.Text.Json;
using Pulumi.Serialization;

namespace Pulumi;

public static partial class Output
{
    /// <summary>
    /// The JSON text of a value. Outputs and inputs anywhere in it count with their values: it is unknown if one of
    /// them is, and secret if one of them is.
    /// </summary>
    /// <param name="value">The value.</param>
    /// <param name="options">How it is written. Default: as <see cref="JsonSerializer"/> does.</param>
    public static Output<string> JsonSerialize<T>(Output<T> value, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Output<string>(SerializeAsync());

        async Task<OutputData<string>> SerializeAsync()
        {
            var data = await value.Data.ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return new OutputData<string>("", data.Traits);
            }

            var converters = new OutputJsonConverters(data.Traits);
            var text = JsonSerializer.Serialize(data.Value, converters.AddTo(options));
            return new OutputData<string>(converters.Traits.IsKnown ? text : "", converters.Traits);
        }
    }

    /// <summary>The value of a JSON text. Outputs and inputs in it are secret if the text is.</summary>
    /// <param name="json">The text.</param>
    /// <param name="options">How it is read. Default: as <see cref="JsonSerializer"/> does.</param>
    public static Output<T> JsonDeserialize<T>(Output<string> json, JsonSerializerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new Output<T>(DeserializeAsync());

        async Task<OutputData<T>> DeserializeAsync()
        {
            var data = await json.Data.ConfigureAwait(false);
            return new OutputData<T>(
                data.IsKnown ? JsonSerializer.Deserialize<T>(data.Value, new OutputJsonConverters(data.Traits).AddTo(options))! : default!,
                data.Traits);
        }
    }
}
