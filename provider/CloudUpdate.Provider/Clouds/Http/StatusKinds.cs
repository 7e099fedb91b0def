namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>What HTTP statuses mean where no code of the cloud says more.</summary>
internal static class StatusKinds
{
    private static readonly int[] s_answers = [200, 201, 202, 204];

    /// <summary>The kind of failure; null for a success.</summary>
    /// <param name="request">The request, which may expect further statuses.</param>
    /// <param name="status">The status.</param>
    public static CloudErrorKind? Of(CloudRequest request, int status) =>
        (request.ExpectedStatuses?.Contains(status) ?? s_answers.Contains(status)) ? null : Of(status);

    private static CloudErrorKind Of(int status) => status switch
    {
        400 or 413 or 415 or 422 => CloudErrorKind.InvalidInput,
        401 or 402 or 403 => CloudErrorKind.Denied,
        404 => CloudErrorKind.NotFound,
        408 => CloudErrorKind.TimedOut,
        409 or 412 or 423 => CloudErrorKind.Conflict,
        429 => CloudErrorKind.Throttled,
        501 or 505 => CloudErrorKind.UnexpectedAnswer,
        >= 500 and < 600 => CloudErrorKind.Unavailable,
        _ => CloudErrorKind.UnexpectedAnswer,
    };
}
