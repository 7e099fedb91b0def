using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi.Automation.Serialization;

/// <summary>Documents that the command prints about stacks.</summary>
internal static class HistoryReader
{
    public static ImmutableList<UpdateSummary> ReadHistory(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(ReadSummary)];
    }

    public static ImmutableList<StackSummary> ReadStacks(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.EnumerateArray().Select(entry => new StackSummary
        {
            Name = entry.Text("name"),
            IsCurrent = entry.Flag("current") ?? false,
            LastUpdate = entry.Time("lastUpdate"),
            IsUpdateInProgress = entry.Flag("updateInProgress") ?? false,
            ResourceCount = entry.Number("resourceCount"),
            Url = entry.OptionalText("url"),
        })];
    }

    public static ImmutableDictionary<string, ConfigValue> ReadConfig(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ReadConfig(document.RootElement);
    }

    public static ConfigValue ReadConfigValue(string json)
    {
        using var document = JsonDocument.Parse(json);
        return ConfigValueOf(document.RootElement);
    }

    /// <summary>Outputs from the two forms printed: a value is secret where the masked form shows a mask.</summary>
    public static ImmutableDictionary<string, OutputValue> ReadOutputs(string masked, string plain)
    {
        using var maskedDocument = JsonDocument.Parse(masked);
        using var plainDocument = JsonDocument.Parse(plain);
        return plainDocument.RootElement.EnumerateObject().ToImmutableDictionary(
            output => output.Name,
            output => new OutputValue(JsonElements.Value(output.Value)!, maskedDocument.RootElement.OptionalText(output.Name) == "[secret]"));
    }

    public static WhoAmIResult ReadIdentity(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        return new WhoAmIResult(root.Text("user"), root.OptionalText("url"), root.OptionalTextList("organizations") ?? []);
    }

    private static UpdateSummary ReadSummary(JsonElement entry) => new()
    {
        Kind = Words.Kind(entry.Text("kind")),
        StartTime = entry.Time("startTime") ?? default,
        Message = entry.Text("message"),
        Environment = entry.Texts("environment"),
        Config = entry.Optional("config", ReadConfig) ?? ImmutableDictionary<string, ConfigValue>.Empty,
        Result = Words.State(entry.Text("result")),
        EndTime = entry.Time("endTime") ?? default,
        Version = entry.Number("version"),
        Deployment = entry.OptionalText("deployment"),
        ResourceChanges = entry.Changes("resourceChanges"),
    };

    private static ImmutableDictionary<string, ConfigValue> ReadConfig(JsonElement map) =>
        map.EnumerateObject().ToImmutableDictionary(member => member.Name, member => ConfigValueOf(member.Value));

    private static ConfigValue ConfigValueOf(JsonElement value) =>
        new(value.OptionalText("value") ?? value.OptionalText("objectValue") ?? string.Empty, value.Flag("secret") ?? false);
}
