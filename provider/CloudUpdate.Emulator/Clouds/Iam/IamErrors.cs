using CloudUpdate.Emulator.Http;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Iam;

/// <summary>IAM's form of errors: nested, with a number as code.</summary>
internal static class IamErrors
{
    public static Reply Unauthorized() => Of(401, "The request you have made requires authentication.", "Unauthorized");

    public static Reply Forbidden() => Of(403, "You are not authorized to perform the requested action.", "Forbidden");

    public static Reply Invalid(string path) => Of(400, $"Request body is invalid: {path}.", "Bad Request");

    public static Reply Of(int status, string message, string title) => Reply.Of(
        status, new JObject { ["error"] = new JObject { ["code"] = status, ["message"] = message, ["title"] = title } });
}
