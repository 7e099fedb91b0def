using System.Globalization;
using System.Text.RegularExpressions;
using CloudUpdate.Emulator.Http;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Atlas;

/// <summary>Versions, envelopes, key order and links of Atlas' answers.</summary>
internal static partial class AtlasAnswers
{
    /// <summary>The one version of these operations, whatever later date was asked for.</summary>
    private const string ContentType = "application/vnd.atlas.2023-02-01+json;charset=utf-8";

    private static readonly DateOnly FirstVersion = new(2023, 2, 1);

    /// <summary>True where the Accept header names a version that can be served.</summary>
    public static bool IsAcceptable(string? accept) => accept is not null && accept.Split(',').Any(part =>
        VersionForm().Match(part.Trim()) is { Success: true } match
        && DateOnly.TryParseExact(match.Groups["date"].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date >= FirstVersion);

    public static bool IsRequestType(string mediaType) =>
        string.Equals(mediaType, Reply.Json, StringComparison.OrdinalIgnoreCase) || VersionForm().IsMatch(mediaType);

    public static Reply Of(Call call, int status, JObject body, bool isList = false)
    {
        if (IsOn(call.Request, "envelope"))
        {
            body = isList ? new JObject(body) { ["status"] = status } : new JObject { ["content"] = body, ["status"] = status };
        }

        return Reply.Of(status, Sorted(body), ContentType, IsOn(call.Request, "pretty"));
    }

    /// <summary>An error, wrapped where the request asks for an envelope.</summary>
    public static Reply InEnvelope(Reply reply, ReceivedRequest request)
    {
        if (reply.IsSuccess || !IsOn(request, "envelope") || !JsonBody.TryParse(reply.Body, out var body))
        {
            return reply;
        }

        var wrapped = Reply.Of(reply.Status, new JObject { ["content"] = body, ["status"] = reply.Status });
        return reply with { Body = wrapped.Body };
    }

    /// <summary>Adds the links that the documents print on every object but the maps.</summary>
    public static JObject WithLinks(JObject body)
    {
        foreach (var property in body.Properties().ToList())
        {
            if (property.Value is JObject inner && !ConnectionRules.Maps.Contains(property.Name))
            {
                WithLinks(inner);
            }
        }

        body["links"] = new JArray { new JObject { ["href"] = "https://cloud.mongodb.com/api/atlas", ["rel"] = "self" } };
        return body;
    }

    private static JToken Sorted(JToken token) => token switch
    {
        JObject members => new JObject(members.Properties().OrderBy(member => member.Name, StringComparer.Ordinal).Select(
            member => new JProperty(member.Name, Sorted(member.Value)))),
        JArray items => new JArray(items.Select(Sorted)),
        _ => token,
    };

    private static bool IsOn(ReceivedRequest request, string flag) => request.QueryValue(flag) == "true";

    [GeneratedRegex(@"^application/vnd\.atlas\.(?<date>[0-9]{4}-[0-9]{2}-[0-9]{2})\+json\s*(;.*)?\z", RegexOptions.IgnoreCase)]
    private static partial Regex VersionForm();
}
