namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>An HTTP answer as received, read to its end. <see cref="ToString"/> shows only the status.</summary>
/// <param name="Status">The status.</param>
/// <param name="Headers">The headers by name, case-insensitive.</param>
/// <param name="Body">The body's bytes.</param>
internal sealed record RawAnswer(int Status, IReadOnlyDictionary<string, string> Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>The value of a header; null if the answer has none of that name.</summary>
    /// <param name="name">The header's name.</param>
    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>The status; nothing else, since the rest may be secret.</summary>
    public override string ToString() => FormattableString.Invariant($"status {Status}");
}
