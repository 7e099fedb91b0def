using CloudUpdate.Provider.Clouds.Http;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.MongoDbAtlas;

/// <summary>What Atlas's answers mean (MongoDB Atlas Administration API, errors).</summary>
internal sealed class AtlasAnswerRules : IAnswerRules
{
    /// <inheritdoc />
    public CloudErrorKind? KindOf(CloudRequest request, RawAnswer answer, JToken? body, ErrorFields fields)
    {
        // A 404 that Atlas did not write must not be taken for "the object is gone".
        var isForeign = answer.Status == 404 && fields.Code is null && answer.Header("x-error-code") is null;
        return isForeign ? CloudErrorKind.UnexpectedAnswer : StatusKinds.Of(request, answer.Status);
    }

    /// <inheritdoc />
    public string? RequestIdOf(RawAnswer answer) => answer.Header("X-Request-Id");
}
