using CloudUpdate.Emulator.Http;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds;

/// <summary>What Huawei's API gateway answers before any service is reached: flat, with the request id in the body as well.</summary>
internal static class GatewayErrors
{
    private const string Throttling = "The throttling threshold has been reached: policy user over ratelimit,limit:200,time:5 minute";

    public static Reply Unauthorized(string tail) => Error(401, "APIGW.0301", $"Incorrect IAM authentication information: {tail}");

    public static Reply Throttled() => Error(429, "APIGW.0308", Throttling);

    public static Reply UnknownPath() => Error(404, "APIGW.0101", "The API does not exist or has not been published in the environment");

    public static Reply TooLarge() => Error(413, "APIGW.0201", "The request body is too large");

    /// <summary>The gateway's own error for a status; null where errors of that status come from the services.</summary>
    public static Reply? Of(int status) => status switch
    {
        401 => Unauthorized("decrypt token fail"),
        429 => Throttled(),
        _ => null,
    };

    /// <summary>Adds a request id to the headers and to flat gateway errors.</summary>
    public static Reply WithRequestId(Reply reply, string requestId)
    {
        var labelled = reply.With("X-Request-Id", requestId);
        return reply.IsSuccess ? labelled : InBody(labelled, requestId, body => ((string?)body["error_code"])?.StartsWith("APIGW.", StringComparison.Ordinal) == true);
    }

    /// <summary>Adds a request id to a body that wants one.</summary>
    public static Reply InBody(Reply reply, string requestId, Func<JObject, bool> wants)
    {
        if (!JsonBody.TryParse(reply.Body, out var token) || token is not JObject body || !wants(body))
        {
            return reply;
        }

        body["request_id"] = requestId;
        return reply with { Body = Reply.Of(reply.Status, body).Body };
    }

    private static Reply Error(int status, string code, string message) =>
        Reply.Of(status, new JObject { ["error_code"] = code, ["error_msg"] = message });
}
