using Newtonsoft.Json;

namespace Pulumi.TestProgram;

/// <summary>One resource of the program.</summary>
public sealed record DeclaredThing
{
    [JsonProperty("name")]
    public required string Name { get; init; }

    [JsonProperty("size")]
    public double? Size { get; init; }

    [JsonProperty("kind")]
    public string? Kind { get; init; }

    [JsonProperty("tags")]
    public Dictionary<string, string>? Tags { get; init; }

    [JsonProperty("password")]
    public string? Password { get; init; }

    [JsonProperty("say")]
    public string? Say { get; init; }

    [JsonProperty("fail")]
    public string? Fail { get; init; }

    [JsonProperty("wait")]
    public string? Wait { get; init; }

    /// <summary>Name of a group declared before it.</summary>
    [JsonProperty("group")]
    public string? Group { get; init; }

    /// <summary>Name of a thing declared before it.</summary>
    [JsonProperty("after")]
    public string? After { get; init; }

    [JsonProperty("protect")]
    public bool? Protect { get; init; }

    [JsonProperty("retain")]
    public bool? Retain { get; init; }

    [JsonProperty("import")]
    public string? Import { get; init; }
}
