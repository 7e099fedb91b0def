using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Looks into JSON that may have any shape.</summary>
internal static class JsonMembers
{
    /// <summary>The member that is an object; null if there is none, or it is something else.</summary>
    /// <param name="token">The JSON to look into.</param>
    /// <param name="name">The member's name.</param>
    public static JObject? Member(this JToken? token, string name) => (token as JObject)?[name] as JObject;

    /// <summary>The member that is a text with something in it; null if there is none, or it is something else.</summary>
    /// <param name="token">The JSON to look into.</param>
    /// <param name="name">The member's name.</param>
    public static string? Text(this JToken? token, string name) =>
        (token as JObject)?[name] is JValue { Value: string { Length: > 0 } text } ? text : null;
}
