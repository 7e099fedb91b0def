using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds;

/// <summary>One call to a cloud, before host, credentials and retries. <see cref="ToString"/> shows no value of it.</summary>
internal sealed record CloudRequest
{
    private static readonly Dictionary<string, string> s_noValues = [];
    private static readonly HashSet<string> s_noNames = [];

    /// <summary>The service: <c>eg</c>, <c>ga</c>, <c>kms</c>, <c>css</c>, <c>iam</c> or <c>atlas</c>.</summary>
    public required string Service { get; init; }

    /// <summary>The operation's name for errors, logs and traces, for example <c>UpdateEndpointGroup</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>The HTTP method.</summary>
    public required HttpMethod Method { get; init; }

    /// <summary>The path with its parameters in braces, for example <c>/v1/endpoint-groups/{endpoint_group_id}</c>.</summary>
    public required string PathTemplate { get; init; }

    /// <summary>
    /// The path parameters, not encoded: each becomes one percent-encoded segment. <c>project_id</c> is filled in by the client when it is not given.
    /// </summary>
    public IReadOnlyDictionary<string, string> PathValues { get; init; } = s_noValues;

    /// <summary>The query, not encoded; keys may repeat.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Query { get; init; } = [];

    /// <summary>The JSON body; null sends none.</summary>
    public JToken? Body { get; init; }

    /// <summary>The region that the resource's state names; null for the configured one. Not used for Atlas.</summary>
    public string? Region { get; init; }

    /// <summary>The project id that the resource's state names; null for the configured or discovered one. Not used for Atlas.</summary>
    public string? ProjectId { get; init; }

    /// <summary>
    /// Whether a write is safe to send again when it is open whether it took effect: true for an idempotent PUT, PATCH or DELETE, false for a
    /// create. Default false. Reads (GET, HEAD) are always repeatable.
    /// </summary>
    public bool Repeatable { get; init; }

    /// <summary>
    /// For a write that is not <see cref="Repeatable"/>: asks the cloud whether the write took effect, after a failure that leaves it open. Null
    /// makes such a failure a <see cref="CloudException"/> with <see cref="CloudException.MayHaveTakenEffect"/>.
    /// </summary>
    public Func<CancellationToken, Task<ReadBack>>? ReadBack { get; init; }

    /// <summary>When the operation must have ended, retries included; null for the client's default of five minutes from the call.</summary>
    public DateTimeOffset? Deadline { get; init; }

    /// <summary>The URN of the resource that the call serves, for the audit line; null if there is none.</summary>
    public string? Urn { get; init; }

    /// <summary>Statuses that are answers instead of errors; null for 200, 201, 202 and 204.</summary>
    public IReadOnlySet<int>? ExpectedStatuses { get; init; }

    /// <summary>
    /// Codes of the cloud that mean "busy, ask again later", for example <c>CSS.5090</c>: the request is repeated with growing pauses as long as
    /// the deadline allows. None by default.
    /// </summary>
    public IReadOnlySet<string> BusyCodes { get; init; } = s_noNames;

    /// <summary>
    /// Values in this request or its answer that are secret. They are masked wherever they would appear in logs and error messages, in addition to
    /// the credentials and to members whose name says that they are secret.
    /// </summary>
    public IReadOnlyCollection<string> Secrets { get; init; } = [];

    /// <summary>
    /// Names of members, in the body of this request or of its answer, whose values are secret, in addition to those whose name says so. None by default.
    /// </summary>
    public IReadOnlySet<string> SecretNames { get; init; } = s_noNames;

    /// <summary>Service, operation, method and path template; nothing else, since the rest may be secret.</summary>
    public override string ToString() => $"{Service} {Operation} ({Method} {PathTemplate})";
}
