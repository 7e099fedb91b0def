namespace CloudUpdate.Emulator.Authentication;

/// <summary>Locks an access key for five minutes after five failed authentications in a row. Callers hold the state's lock.</summary>
internal sealed class AccessKeyLocks
{
    private const int Limit = 5;
    private static readonly TimeSpan LockTime = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, (int Failures, DateTimeOffset Until)> _keys = new(StringComparer.Ordinal);

    public bool IsLocked(string accessKey, DateTimeOffset now) => _keys.TryGetValue(accessKey, out var entry) && now < entry.Until;

    public void Failed(string accessKey, DateTimeOffset now)
    {
        var failures = _keys.TryGetValue(accessKey, out var entry) ? entry.Failures + 1 : 1;
        _keys[accessKey] = failures < Limit ? (failures, default) : (0, now + LockTime);
    }

    public void Succeeded(string accessKey) => _keys.Remove(accessKey);

    public void Clear() => _keys.Clear();
}
