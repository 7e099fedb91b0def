using CloudUpdate.Provider.Clouds.Http;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>What Huawei Cloud's answers mean (API references of EventGrid, Global Accelerator, DEW, CSS and IAM; error codes of the API gateway).</summary>
internal sealed class HuaweiAnswerRules : IAnswerRules
{
    /// <summary>Codes whose meaning differs from their status's.</summary>
    private static readonly Dictionary<string, CloudErrorKind> s_kinds = new()
    {
        ["APIGW.0101"] = CloudErrorKind.UnexpectedAnswer, // 404: no such API. The object is not gone.
        ["APIGW.0308"] = CloudErrorKind.Throttled,
        ["EG.00513001"] = CloudErrorKind.Conflict, // 400: the name is taken.
        ["EG.00514004"] = CloudErrorKind.Conflict, // 403: the object's state forbids it.
        ["CSMS.0005"] = CloudErrorKind.NotFound, // 400 or 404
        ["CSS.0011"] = CloudErrorKind.Conflict, // 202: busy or faulty.
        ["CSS.0045"] = CloudErrorKind.Denied, // 400: the token is wrong.
        ["CSS.0047"] = CloudErrorKind.NotFound, // 400: the cluster was deleted.
        ["CSS.5090"] = CloudErrorKind.Conflict, // 400: busy.
    };

    /// <inheritdoc />
    public CloudErrorKind? KindOf(CloudRequest request, RawAnswer answer, JToken? body, ErrorFields fields)
    {
        if (answer.Status is >= 200 and < 300 && (body.Text("errCode") ?? body.Text("error_code")) is { } hidden)
        {
            // CSS reports errors with 202 as well.
            return s_kinds.GetValueOrDefault(hidden, CloudErrorKind.UnexpectedAnswer);
        }

        var isKnown = s_kinds.TryGetValue(fields.Code ?? "", out var kind);
        if (IsForeign(answer, fields) || (isKnown && kind == CloudErrorKind.UnexpectedAnswer))
        {
            return CloudErrorKind.UnexpectedAnswer;
        }

        return StatusKinds.Of(request, answer.Status) is not { } byStatus ? null : isKnown ? kind : byStatus;
    }

    /// <inheritdoc />
    public string? RequestIdOf(RawAnswer answer) => answer.Header("X-Request-Id") ?? answer.Header("X-IAM-Trace-Id");

    /// <summary>The error if the cloud does not take the credential; null if it does, or if the answer does not say.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">The answer.</param>
    public static CloudError? Refusal(CloudRequest request, RawAnswer answer)
    {
        if (answer.Status != 401 && !(answer.Status == 400 && request.Service == "css"))
        {
            return null;
        }

        var fields = JsonAnswer.TryParse(answer.Body, out var body) ? ErrorFields.Of(body) : new ErrorFields(null, null, null);
        return answer.Status == 400 && fields.Code != "CSS.0045" ? null : new CloudError(CloudErrorKind.Denied, request.Service, request.Operation)
        {
            Status = answer.Status,
            Code = fields.Code,
            CloudMessage = fields.Message,
            RequestId = answer.Header("X-Request-Id") ?? fields.RequestId,
        };
    }

    /// <summary>Whether the answer shows that the credential is good: it comes from behind the gateway that checks it.</summary>
    /// <param name="answer">An answer that refuses no credential.</param>
    public static bool ProvesCredentials(RawAnswer answer) => answer.Status is not (429 or (>= 300 and < 400) or >= 500);

    /// <summary>
    /// A 404 that is not the service's own: a proxy's page, or a wrong address. Whoever took it for "the object is gone" would drop the object
    /// from the state.
    /// </summary>
    private static bool IsForeign(RawAnswer answer, ErrorFields fields) =>
        answer.Status == 404 && fields.Code is null && !(answer.Body.IsEmpty && answer.Header("X-Request-Id") is not null);
}
