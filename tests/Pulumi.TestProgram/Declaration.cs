using Newtonsoft.Json;

namespace Pulumi.TestProgram;

/// <summary>What the program declares.</summary>
public sealed record Declaration
{
    [JsonProperty("groups")]
    public IReadOnlyList<string> Groups { get; init; } = [];

    [JsonProperty("things")]
    public IReadOnlyList<DeclaredThing> Things { get; init; } = [];

    [JsonProperty("outputs")]
    public Dictionary<string, string> Outputs { get; init; } = [];

    /// <summary>Name of a secret output that gets the configuration value <c>token</c>.</summary>
    [JsonProperty("tokenOutput")]
    public string? TokenOutput { get; init; }

    /// <summary>A line to print.</summary>
    [JsonProperty("print")]
    public string? Print { get; init; }

    /// <summary>Message of an exception to throw once everything is declared.</summary>
    [JsonProperty("throw")]
    public string? Throw { get; init; }
}
