using CloudUpdate.Provider.Clouds.Http;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.MongoDbAtlas;

/// <summary>What Atlas's answers mean (MongoDB Atlas Administration API, errors).</summary>
internal sealed class AtlasAnswerRules : IAnswerRules
{
    /// <inheritdoc />
    public CloudErrorKind? KindOf(CloudRequest request, RawAnswer answer, JToken? body, ErrorFields fields)
    {
        var kind = StatusKinds.Of(request, answer.Status);

        // A 404 that Atlas did not write must not be taken for "the object is gone".
        return kind == CloudErrorKind.NotFound && fields.Code is null && answer.Header("x-error-code") is null ? CloudErrorKind.UnexpectedAnswer : kind;
    }

    /// <inheritdoc />
    public string? RequestIdOf(RawAnswer answer) => answer.Header("X-Request-Id");
}
