using System.Diagnostics;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>One activity per call to a cloud, for those who trace the process. Tags hold names and numbers, never values of a request.</summary>
internal static class CloudTracing
{
    /// <summary>The name of the source to listen to.</summary>
    public const string SourceName = "CloudUpdate.Provider.Clouds";

    private static readonly ActivitySource s_source = new(SourceName);

    /// <summary>Begins the activity of a call; null if nobody listens.</summary>
    /// <param name="request">The request.</param>
    public static Activity? Start(CloudRequest request)
    {
        var activity = s_source.StartActivity($"{request.Service} {request.Operation}", ActivityKind.Client);
        activity?.SetTag("cloud.service", request.Service);
        activity?.SetTag("cloud.operation", request.Operation);
        activity?.SetTag("http.request.method", request.Method.Method);
        activity?.SetTag("url.template", request.PathTemplate);
        return activity;
    }

    /// <summary>Notes how the call ended.</summary>
    /// <param name="activity">The activity; null if nobody listens.</param>
    /// <param name="attempts">How often the request was sent.</param>
    /// <param name="status">The status of the last answer; null if there was none.</param>
    /// <param name="requestId">The request id of the last answer.</param>
    /// <param name="kind">The kind of failure; null for a success.</param>
    public static void End(Activity? activity, int attempts, int? status, string? requestId, CloudErrorKind? kind)
    {
        activity?.SetTag("cloud.attempts", attempts);
        activity?.SetTag("http.response.status_code", status);
        activity?.SetTag("cloud.request_id", requestId);
        activity?.SetTag("error.type", kind?.ToString());
        activity?.SetStatus(kind is null ? ActivityStatusCode.Ok : ActivityStatusCode.Error);
    }
}
