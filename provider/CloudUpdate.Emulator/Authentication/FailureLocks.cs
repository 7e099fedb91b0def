namespace CloudUpdate.Emulator.Authentication;

/// <summary>Locks an access key or a user for five minutes after five failed authentications in a row. Callers hold the state's lock.</summary>
internal sealed class FailureLocks
{
    private const int Limit = 5;
    private static readonly TimeSpan LockTime = TimeSpan.FromMinutes(5);
    private readonly Dictionary<string, (int Failures, DateTimeOffset Until)> _names = new(StringComparer.Ordinal);

    public bool IsLocked(string name, DateTimeOffset now) => _names.TryGetValue(name, out var entry) && now < entry.Until;

    public void Failed(string name, DateTimeOffset now)
    {
        var failures = _names.TryGetValue(name, out var entry) ? entry.Failures + 1 : 1;
        _names[name] = failures < Limit ? (failures, default) : (0, now + LockTime);
    }

    public void Succeeded(string name) => _names.Remove(name);

    public void Clear() => _names.Clear();
}
