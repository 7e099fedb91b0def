using CloudUpdate.Emulator.Http;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds;

/// <summary>What Huawei's API gateway answers before any service is reached: flat, with the request id in the body.</summary>
internal static class GatewayErrors
{
    public const string ThrottleText =
        "The throttling threshold has been reached: policy user over ratelimit,limit:200,time:5 minute";

    public static Reply Unauthorized(string tail, string requestId) =>
        Error(401, "APIGW.0301", $"Incorrect IAM authentication information: {tail}", requestId);

    public static Reply Throttled(string requestId) => Error(429, "APIGW.0308", ThrottleText, requestId);

    public static Reply UnknownPath(string requestId) =>
        Error(404, "APIGW.0101", "The API does not exist or has not been published in the environment", requestId);

    public static Reply TooLarge(string requestId) => Error(413, "APIGW.0201", "The request body is too large", requestId);

    private static Reply Error(int status, string code, string message, string requestId) =>
        Reply.Of(status, new JObject { ["error_code"] = code, ["error_msg"] = message, ["request_id"] = requestId })
            .With("X-Request-Id", requestId);
}
