using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.Validation;
using Microsoft.AspNetCore.WebUtilities;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Atlas;

/// <summary>Atlas' error objects: members in alphabetical order, the code in a header as well, plain JSON as content type.</summary>
internal static class AtlasErrors
{
    /// <summary>Seconds that a 429 names in its text; a Retry-After header is a fault's own choice.</summary>
    private const int RetrySeconds = 7;

    public static Reply Of(int status) => status switch
    {
        401 => Of(401, "UNEXPECTED_ERROR", "You are not authorized for this resource."),
        402 => Of(402, "NO_PAYMENT_INFORMATION_FOUND", "No payment information was found."),
        404 => Of(404, "RESOURCE_NOT_FOUND", "Cannot find resource."),
        406 => Of(406, "NOT_ACCEPTABLE", "The Accept header names no version of this resource."),
        415 => Of(415, "UNSUPPORTED_MEDIA_TYPE", "The media type is not supported."),
        429 => Throttled("api/atlas/v2/groups/{groupId}/streams", RetrySeconds),
        500 => Of(500, "UNEXPECTED_ERROR", "Unexpected error."),
        503 => Of(503, "SERVICE_UNAVAILABLE", "The service is unavailable."),
        _ => Of(status, "UNEXPECTED_ERROR", "Unexpected error."),
    };

    public static Reply Of(int status, string code, string detail, params object[] parameters) =>
        Render(status, code, detail, new JArray(parameters), null);

    public static Reply Throttled(string path, int seconds) => Of(
        429,
        "RATE_LIMITED_TOKEN_BUCKET",
        $"Rate limit exceeded for {path}. Please retry after {seconds} seconds. Request capacity: 1200. Refill rate: 600 per 60 seconds.",
        path, seconds, 1200, 600, 60);

    public static Reply Invalid(Violation violation) => Render(
        400,
        "VALIDATION_ERROR",
        $"Request is invalid: {violation.Path} {violation.Reason}.",
        [],
        new JObject { ["fields"] = new JArray { new JObject { ["description"] = violation.Reason, ["field"] = violation.Path } } });

    private static Reply Render(int status, string code, string detail, JArray parameters, JObject? fields)
    {
        var body = new JObject();
        if (fields is not null)
        {
            body["badRequestDetail"] = fields;
        }

        body["detail"] = detail;
        body["error"] = status;
        body["errorCode"] = code;
        body["parameters"] = parameters;
        body["reason"] = ReasonPhrases.GetReasonPhrase(status);
        return Reply.Of(status, body).With("x-error-code", code);
    }
}
