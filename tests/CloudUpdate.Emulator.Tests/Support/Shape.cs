using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Support;

/// <summary>Compares answers with a document's example by their members and types, not by their values.</summary>
internal static class Shape
{
    /// <summary>Asserts that every member of the example is there with its type, and that nothing else is but what is named.</summary>
    public static void AssertLike(JObject actual, string example, params string[] added)
    {
        var differences = Differences(actual, Answer.Parse(example), "", added).ToList();
        Assert.That(differences, Is.Empty, actual.ToString());
    }

    private static IEnumerable<string> Differences(JToken actual, JToken example, string path, string[] added)
    {
        if (example.Type == JTokenType.Null || actual.Type == JTokenType.Null)
        {
            yield break;
        }

        if (actual.Type != example.Type)
        {
            yield return $"{path} is {actual.Type}, not {example.Type}";
            yield break;
        }

        foreach (var difference in (actual, example) switch
        {
            (JObject a, JObject e) => Members(a, e, path, added),
            (JArray a, JArray { Count: > 0 } e) => a.SelectMany(item => Differences(item, e[0], path + "[]", added)),
            _ => [],
        })
        {
            yield return difference;
        }
    }

    private static IEnumerable<string> Members(JObject actual, JObject example, string path, string[] added) =>
        example.Properties()
            .SelectMany(member => actual[member.Name] is { } value
                ? Differences(value, member.Value, $"{path}.{member.Name}", added)
                : [$"{path}.{member.Name} is missing"])
            .Concat(actual.Properties()
                .Where(member => example[member.Name] is null && !added.Contains($"{path}.{member.Name}"))
                .Select(member => $"{path}.{member.Name} is not in the example"));
}
