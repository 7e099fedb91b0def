namespace CloudUpdate.Provider.Clouds;

/// <summary>The kinds of errors in words.</summary>
internal static class CloudErrorKinds
{
    /// <summary>The kind as it stands in messages.</summary>
    /// <param name="kind">The kind.</param>
    public static string Phrase(this CloudErrorKind kind) => kind switch
    {
        CloudErrorKind.InvalidInput => "invalid input",
        CloudErrorKind.Denied => "denied",
        CloudErrorKind.NotFound => "not found",
        CloudErrorKind.Conflict => "conflict",
        CloudErrorKind.Throttled => "throttled",
        CloudErrorKind.TimedOut => "timed out",
        CloudErrorKind.Unavailable => "unavailable",
        _ => "unexpected answer",
    };
}
