namespace CloudUpdate.Emulator.Authentication;

/// <summary>Nonces that were given out, and how often each was used. Callers hold the state's lock.</summary>
internal sealed class NonceStore(Func<string> source)
{
    private readonly Dictionary<string, (DateTimeOffset At, uint Count)> _nonces = new(StringComparer.Ordinal);

    public string Issue(DateTimeOffset now, TimeSpan life)
    {
        foreach (var old in _nonces.Where(entry => now - entry.Value.At >= life).Select(entry => entry.Key).ToList())
        {
            _nonces.Remove(old);
        }

        var nonce = source();
        _nonces[nonce] = (now, 0);
        return nonce;
    }

    /// <summary>Uses a nonce up to a count; false where it is unknown, too old, or was used that far already.</summary>
    public bool TryUse(string nonce, uint count, DateTimeOffset now, TimeSpan life, bool once)
    {
        if (!_nonces.TryGetValue(nonce, out var entry) || now - entry.At >= life || count <= entry.Count)
        {
            return false;
        }

        _nonces[nonce] = (entry.At, once ? uint.MaxValue : count);
        return true;
    }

    public void Clear() => _nonces.Clear();
}
