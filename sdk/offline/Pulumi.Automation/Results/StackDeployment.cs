using System.Text.Json;

namespace Pulumi.Automation;

/// <summary>A stack's state, exported or to be imported.</summary>
public sealed class StackDeployment
{
    private StackDeployment(int version, JsonElement json) => (Version, Json) = (version, json);

    /// <summary>Version of the format.</summary>
    public int Version { get; }

    /// <summary>The whole document.</summary>
    public JsonElement Json { get; }

    /// <summary>Reads an exported document.</summary>
    /// <exception cref="JsonException">The text is not such a document.</exception>
    public static StackDeployment FromJsonString(string jsonString)
    {
        var json = JsonSerializer.Deserialize<JsonElement>(jsonString);
        return new StackDeployment(json.GetProperty("version").GetInt32(), json);
    }
}
