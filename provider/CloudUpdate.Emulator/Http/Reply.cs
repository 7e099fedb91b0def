using System.Collections.Immutable;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Http;

/// <summary>An answer before it goes out.</summary>
internal sealed record Reply(int Status, ImmutableList<KeyValuePair<string, string>> Headers, byte[] Body)
{
    public const string Json = "application/json";

    public bool IsSuccess => Status is >= 200 and < 300;

    public static Reply Empty(int status) => new(status, [], []);

    public static Reply Of(int status, JToken body, string contentType = Json, bool indented = false) =>
        Text(status, body.ToString(indented ? Formatting.Indented : Formatting.None), contentType);

    public static Reply Text(int status, string body, string contentType) =>
        new(status, [new("Content-Type", contentType)], Encoding.UTF8.GetBytes(body));

    public Reply With(string header, string value) =>
        this with { Headers = Headers.RemoveAll(pair => string.Equals(pair.Key, header, StringComparison.OrdinalIgnoreCase)).Add(new(header, value)) };
}
