using CloudUpdate.Emulator.Control;
using CloudUpdate.Emulator.State;

namespace CloudUpdate.Emulator.Http;

/// <summary>One request and what is known about it so far.</summary>
internal sealed class Exchange(ReceivedRequest request, long arrival, DateTimeOffset receivedAt)
{
    public ReceivedRequest Request { get; } = request;

    public long Arrival { get; } = arrival;

    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    public Route? Route { get; init; }

    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    public Principal Principal { get; set; } = Principal.Nobody;

    public ActiveFault? Fault { get; set; }

    public WriteWindow? Window { get; set; }

    public Call? Call { get; set; }

    /// <summary>Position of the entry in the journal; null while there is none.</summary>
    public long? Sequence { get; private set; }

    public JournalOutcome Outcome { get; private set; }

    public JournalEntry Finish(long sequence, DateTimeOffset now, Reply? reply, JournalOutcome outcome)
    {
        Sequence = sequence;
        Outcome = outcome;
        return Entry(sequence, now, reply, outcome);
    }

    private JournalEntry Entry(long sequence, DateTimeOffset now, Reply? reply, JournalOutcome outcome) => new()
    {
        Sequence = sequence,
        Arrival = Arrival,
        ReceivedAt = ReceivedAt,
        AnsweredAt = now,
        Method = Request.Method,
        Path = Request.RawPathAndQuery,
        Cloud = Route?.Api.Name ?? "",
        Operation = Route?.Operation ?? "",
        Principal = Principal.Label,
        Headers = Redaction.Headers(Request),
        Body = Redaction.Body(Request.Body),
        RawBody = Request.Body,
        Status = reply?.Status ?? 0,
        Outcome = outcome,
        Answer = Redaction.Body(reply?.Body ?? []),
        RawAnswer = reply?.Body ?? [],
        Fault = Fault?.Id,
        NullMembers = Call?.NullMembers ?? [],
        Overlapped = Window?.Overlapped ?? false,
    };
}
