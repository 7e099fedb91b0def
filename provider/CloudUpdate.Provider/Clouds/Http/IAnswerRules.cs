using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>What the answers of one cloud mean.</summary>
internal interface IAnswerRules
{
    /// <summary>What kind of failure an answer reports; null if it reports none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="body">The answer's JSON; null if it has none.</param>
    /// <param name="fields">What the body says if it is an error.</param>
    CloudErrorKind? KindOf(CloudRequest request, RawAnswer answer, JToken? body, ErrorFields fields);

    /// <summary>The request id in the answer's headers; null if there is none.</summary>
    /// <param name="answer">The answer.</param>
    string? RequestIdOf(RawAnswer answer);
}
