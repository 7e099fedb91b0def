using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator;

/// <summary>One request to one of the clouds. Entries are in the order in which requests took effect.</summary>
public sealed record JournalEntry
{
    /// <summary>
    /// Position of the end of the request in the order of all beginnings and ends; also the order of effects.
    /// Two requests were in flight together where the spans from <see cref="Arrival"/> to <see cref="Sequence"/> overlap.
    /// </summary>
    public required long Sequence { get; init; }

    /// <summary>Position of the arrival of the request in the same order.</summary>
    public required long Arrival { get; init; }

    /// <summary>When the request arrived, on the emulator's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>When its answer was ready, on the emulator's clock.</summary>
    public required DateTimeOffset AnsweredAt { get; init; }

    /// <summary>HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query as sent.</summary>
    public required string Path { get; init; }

    /// <summary>Cloud by its short name (<c>eg</c>, <c>ga</c>, <c>kms</c>, <c>css</c>, <c>iam</c>, <c>atlas</c>); empty where no route fits.</summary>
    public required string Cloud { get; init; }

    /// <summary>Operation, e.g. <c>ga.updateEndpointGroup</c>; empty where no route fits.</summary>
    public required string Operation { get; init; }

    /// <summary>Who sent it, e.g. <c>access key EMULATORACCESSKEY</c>; empty where nobody was authenticated.</summary>
    public required string Principal { get; init; }

    /// <summary>Request headers; credentials are cut down to their scheme.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>Request body with secret members masked; null where it is empty or not JSON.</summary>
    public required JToken? Body { get; init; }

    /// <summary>Request body as received, secrets included.</summary>
    public required ReadOnlyMemory<byte> RawBody { get; init; }

    /// <summary>HTTP status of the answer; 0 where there was none.</summary>
    public required int Status { get; init; }

    /// <summary>How it ended.</summary>
    public required JournalOutcome Outcome { get; init; }

    /// <summary>Body of the answer with secret members masked; null where it is empty or not JSON.</summary>
    public required JToken? Answer { get; init; }

    /// <summary>Body of the answer as sent, secrets included.</summary>
    public required ReadOnlyMemory<byte> RawAnswer { get; init; }

    /// <summary>Number of the fault that hit the request; null where none did.</summary>
    public required int? Fault { get; init; }

    /// <summary>Paths of members that the body sent as an explicit null.</summary>
    public required IReadOnlyList<string> NullMembers { get; init; }

    /// <summary>True where another write to the same Atlas workspace was in flight at the same time.</summary>
    public required bool Overlapped { get; init; }

    /// <summary>True for a method that writes, whatever came of it.</summary>
    public bool IsWrite => Method is not ("GET" or "HEAD" or "OPTIONS");

    /// <summary>Method, path and status, e.g. <c>PUT /v1/endpoint-groups/3a9f 200</c>.</summary>
    public override string ToString() => $"{Method} {Path} {(Status == 0 ? Outcome.ToString() : Status)}";
}
