namespace CloudUpdate.Provider.Clouds;

/// <summary>The closed vocabulary of what can go wrong with a call to a cloud.</summary>
internal enum CloudErrorKind
{
    /// <summary>The cloud refuses the request's content. Repeating it unchanged cannot help.</summary>
    InvalidInput,

    /// <summary>Credentials are missing, wrong or expired, or a permission, quota or payment is lacking.</summary>
    Denied,

    /// <summary>The object does not exist. Never used for a path that the cloud does not know.</summary>
    NotFound,

    /// <summary>The object's present state does not allow the request: it exists already, is busy, or is in use.</summary>
    Conflict,

    /// <summary>The cloud limits the rate of requests and the deadline came before it let this one through.</summary>
    Throttled,

    /// <summary>The deadline of the operation or the time limit of an attempt passed without an answer.</summary>
    TimedOut,

    /// <summary>The cloud cannot be reached, or it reports a failure of its own (5xx).</summary>
    Unavailable,

    /// <summary>The answer is none that this client understands: an unknown status, HTML, broken or oversized JSON.</summary>
    UnexpectedAnswer,
}
