using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator;

/// <summary>Objects to start with.</summary>
/// <param name="Objects">The objects, in the order in which lists show them.</param>
public sealed record EmulatorSeed(IReadOnlyList<SeededObject> Objects)
{
    private static readonly Lazy<EmulatorSeed> Embedded = new(() => Parse(ReadEmbedded("defaults.json")));

    /// <summary>Nothing at all.</summary>
    public static EmulatorSeed Empty { get; } = new([]);

    /// <summary>
    /// An account with one project, the objects of the five documents' examples as they are before the example updates, and the
    /// credentials of <see cref="DemoCredentials"/>.
    /// </summary>
    public static EmulatorSeed Defaults => Embedded.Value;

    /// <summary>This seed and one object more.</summary>
    /// <param name="kind">One of <see cref="ObjectKinds"/>.</param>
    /// <param name="key">Its key.</param>
    /// <param name="data">Its members.</param>
    public EmulatorSeed With(string kind, string key, JObject data) => new([.. Objects, new SeededObject(kind, key, data)]);

    /// <summary>Reads a seed file: an object whose member <c>objects</c> lists objects with <c>kind</c>, <c>key</c> and <c>data</c>.</summary>
    /// <param name="json">Text of the file.</param>
    /// <exception cref="FormatException">The text is not a seed; the message says what is wrong.</exception>
    public static EmulatorSeed Parse(string json)
    {
        JToken root;
        try
        {
            root = JsonBody.Read(json);
        }
        catch (JsonException exception)
        {
            throw new FormatException($"The seed is not JSON: {exception.Message}", exception);
        }

        if (root is not JObject document || document["objects"] is not JArray objects)
        {
            throw new FormatException("A seed is an object with a member \"objects\", which is an array.");
        }

        return new EmulatorSeed([.. objects.Select(ParseObject)]);
    }

    private static SeededObject ParseObject(JToken item, int index)
    {
        if (item is not JObject members || (string?)members["kind"] is not { } kind || (string?)members["key"] is not { } key)
        {
            throw new FormatException($"objects[{index}] of the seed is not an object with \"kind\" and \"key\".");
        }

        if (members["data"] is { } data and not JObject)
        {
            throw new FormatException($"objects[{index}].data of the seed is not an object but {data.Type}.");
        }

        KindCatalog.Check(kind, key);
        return new SeededObject(kind, key, (JObject?)members["data"] ?? []);
    }

    private static string ReadEmbedded(string name)
    {
        using var stream = typeof(EmulatorSeed).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
