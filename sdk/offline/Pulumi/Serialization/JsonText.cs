using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Pulumi.Serialization;

/// <summary>Turns an input into an input of its JSON text.</summary>
internal static class JsonText
{
    /// <summary>The JSON text of <paramref name="value"/>, unknown or secret if any part of it is; null for null.</summary>
    public static Output<string>? Of(string path, object? value)
        => value switch
        {
            null => null,
            IInput input => new Output<object?>(input.ToOutput().GetDataAsync()).Apply(inner => WriteAsync(path, inner)),
            _ => Output.Create(WriteAsync(path, value)),
        };

    private static async Task<string> WriteAsync(string path, object? value)
    {
        var written = await new PropertyWriter(keepResources: false).WriteAsync(path, value).ConfigureAwait(false);
        return JsonFormatter.Default.Format(written ?? Value.ForNull());
    }
}
