namespace CloudUpdate.Provider.Clouds;

/// <summary>What is known about a failed call. A value, so that it can travel without being thrown; carries no secret.</summary>
/// <param name="Kind">What kind of failure this is.</param>
/// <param name="Service">The service called: <c>eg</c>, <c>ga</c>, <c>kms</c>, <c>css</c>, <c>iam</c> or <c>atlas</c>.</param>
/// <param name="Operation">The operation called, for example <c>UpdateEndpointGroup</c>.</param>
internal sealed record CloudError(CloudErrorKind Kind, string Service, string Operation)
{
    /// <summary>The HTTP status of the answer; null if there was none.</summary>
    public int? Status { get; init; }

    /// <summary>The cloud's own error code; null if it gave none.</summary>
    public string? Code { get; init; }

    /// <summary>The cloud's own words, or a short excerpt of an answer that is not JSON; null if there are none.</summary>
    public string? CloudMessage { get; init; }

    /// <summary>The cloud's request id; null if the answer carried none.</summary>
    public string? RequestId { get; init; }

    /// <summary>How often the request was sent.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>True if the request may have changed something although no answer says so.</summary>
    public bool MayHaveTakenEffect { get; init; }
}
