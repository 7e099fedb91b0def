using System.Globalization;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>What an error body says, whichever of the clouds' forms it has.</summary>
/// <param name="Code">The cloud's code; null if there is none.</param>
/// <param name="Message">The cloud's words; null if there are none.</param>
/// <param name="RequestId">The request id in the body; null if there is none.</param>
internal sealed record ErrorFields(string? Code, string? Message, string? RequestId)
{
    /// <summary>Names of code and message, in the order in which they are tried.</summary>
    private static readonly (string Code, string Message)[] s_pairs =
    [
        ("error_code", "error_msg"), // API gateway, EventGrid, Global Accelerator, newer IAM
        ("errCode", "externalMessage"), // CSS
        ("errorCode", "detail"), // Atlas
        ("code", "message"), // IAM, inside "error"
        ("error", "error_description"), // OAuth
    ];

    /// <summary>Reads an error body.</summary>
    /// <param name="body">The body; null for none.</param>
    public static ErrorFields Of(JToken? body)
    {
        var requestId = body.Text("request_id");
        foreach (var holder in new[] { body as JObject, body.Member("error") })
        {
            foreach (var (code, message) in s_pairs)
            {
                // Atlas repeats the status as a number under the name that OAuth has its code in.
                if ((code == "error" ? holder.Text(code) : Scalar(holder, code)) is { } found)
                {
                    return new ErrorFields(found, WithDetails(holder!, Scalar(holder, message)), requestId ?? holder.Text("request_id"));
                }
            }
        }

        var words = body.Text("error_msg") ?? body.Text("externalMessage") ?? body.Text("detail") ?? body.Text("message");
        return new ErrorFields(null, words, requestId);
    }

    private static string? Scalar(JObject? holder, string name) => holder?[name] switch
    {
        JValue { Value: string { Length: > 0 } text } => text,
        JValue { Value: long number } => number.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>Some forms say in further members which field is meant.</summary>
    private static string? WithDetails(JObject holder, string? message)
    {
        var fields = (holder.Member("badRequestDetail")?["fields"] as JArray)?
            .Select(field => $"{field.Text("field")}: {field.Text("description")}") ?? [];
        string?[] parts = [message, holder.Text("error_detail"), .. fields];
        var said = parts.Where(part => part is not null).ToList();
        return said.Count == 0 ? null : string.Join("; ", said);
    }
}
