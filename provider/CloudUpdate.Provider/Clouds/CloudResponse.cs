using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds;

/// <summary>A cloud's answer. <see cref="ToString"/> shows no value of it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">The JSON body; null if the answer had none.</param>
internal sealed record CloudResponse(int Status, JToken? Body)
{
    /// <summary>The cloud's request id; null if the answer carried none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The answer's headers by name, case-insensitive, several values joined with <c>", "</c>. May hold secrets (a token).</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// True if this is not the answer to the request itself but what was read after the answer was lost (see <see cref="CloudRequest.ReadBack"/>).
    /// </summary>
    public bool FromReadBack { get; init; }

    /// <summary>Status and request id; nothing else, since the rest may be secret.</summary>
    public override string ToString() => $"status {Status}, request id {RequestId ?? "none"}";
}
