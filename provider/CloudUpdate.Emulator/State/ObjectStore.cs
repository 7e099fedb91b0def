using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.State;

/// <summary>All objects of all clouds, in the order of their creation. Callers hold the state's lock.</summary>
internal sealed class ObjectStore
{
    private readonly Dictionary<string, OrderedDictionary<string, StoredObject>> _kinds = new(StringComparer.Ordinal);
    private readonly HashSet<StoredObject> _moving = [];

    /// <summary>Counts changes, so that a writer of the data file knows whether there is anything new.</summary>
    public long Version { get; private set; }

    public IEnumerable<StoredObject> All => _kinds.Values.SelectMany(kind => kind.Values);

    public IEnumerable<StoredObject> OfKind(string kind) => _kinds.TryGetValue(kind, out var objects) ? objects.Values : [];

    /// <summary>The objects of a kind whose key starts with the given parts.</summary>
    public IEnumerable<StoredObject> Under(string kind, params ReadOnlySpan<string> parts)
    {
        var prefix = ObjectKey.Of(parts) + "/";
        return OfKind(kind).Where(stored => stored.Key.StartsWith(prefix, StringComparison.Ordinal));
    }

    public StoredObject? Find(string kind, params ReadOnlySpan<string> parts) => FindKey(kind, ObjectKey.Of(parts));

    public StoredObject? FindKey(string kind, string key) =>
        _kinds.TryGetValue(kind, out var objects) && objects.TryGetValue(key, out var stored) ? stored : null;

    public StoredObject Put(string kind, string key, JObject data)
    {
        if (!_kinds.TryGetValue(kind, out var objects))
        {
            _kinds[kind] = objects = new OrderedDictionary<string, StoredObject>(StringComparer.Ordinal);
        }

        if (objects.TryGetValue(key, out var existing))
        {
            Schedule(existing, null);
        }

        var stored = new StoredObject(kind, key, data);
        objects[key] = stored;
        Touch();
        return stored;
    }

    public bool Remove(StoredObject stored)
    {
        _moving.Remove(stored);
        Touch();
        return _kinds.TryGetValue(stored.Kind, out var objects) && objects.Remove(stored.Key);
    }

    public void Clear()
    {
        _kinds.Clear();
        _moving.Clear();
        Touch();
    }

    public void Touch() => Version++;

    /// <summary>Sets or cancels what the clock will do to an object.</summary>
    public void Schedule(StoredObject stored, Transition? transition)
    {
        stored.Transition = transition;
        _ = transition is null ? _moving.Remove(stored) : _moving.Add(stored);
        Touch();
    }

    /// <summary>Applies every transition whose time has come, in the order of their times.</summary>
    public void Settle(DateTimeOffset now)
    {
        if (_moving.Count == 0)
        {
            return;
        }

        foreach (var stored in _moving.Where(stored => stored.Transition!.Due <= now).OrderBy(stored => stored.Transition!.Due).ToList())
        {
            Complete(stored, stored.Transition!);
        }
    }

    private void Complete(StoredObject stored, Transition transition)
    {
        if (transition.Set is not { } members)
        {
            Remove(stored);
            return;
        }

        stored.Data = Merged(stored.Data, members);
        Schedule(stored, null);
    }

    /// <summary>A copy of the data with the given members set.</summary>
    public static JObject Merged(JObject data, JObject members)
    {
        var merged = (JObject)data.DeepClone();
        foreach (var (name, value) in members)
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
