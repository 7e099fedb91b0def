using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator;

/// <summary>The emulator's objects, seen and changed behind the backs of the clouds' callers. Safe for use from several threads.</summary>
public sealed class EmulatorObjects
{
    private readonly EmulatorState _state;
    private readonly Action _save;

    internal EmulatorObjects(EmulatorState state, Action save)
    {
        _state = state;
        _save = save;
    }

    /// <summary>Puts an object, new or in place of another. What the data leaves out (ids, states, times) is filled in.</summary>
    /// <param name="kind">One of <see cref="ObjectKinds"/>.</param>
    /// <param name="key">Its key.</param>
    /// <param name="data">Its members; names with a leading underscore are the emulator's own, see the README.</param>
    /// <exception cref="FormatException">There is no such kind, or the key does not fit it.</exception>
    public void Put(string kind, string key, JObject data)
    {
        ArgumentNullException.ThrowIfNull(data);
        Locked(() => _state.Objects.Put(kind, key, KindCatalog.Completed(kind, key, JsonBody.Plain(data), _state)));
    }

    /// <summary>Puts all objects of a seed.</summary>
    /// <param name="seed">The seed.</param>
    public void Put(EmulatorSeed seed)
    {
        ArgumentNullException.ThrowIfNull(seed);
        foreach (var item in seed.Objects)
        {
            Put(item.Kind, item.Key, item.Data);
        }
    }

    /// <summary>A copy of an object's members, secrets included; null where there is no such object.</summary>
    /// <param name="kind">One of <see cref="ObjectKinds"/>.</param>
    /// <param name="key">Its key.</param>
    public JObject? Get(string kind, string key) => Locked(() => (JObject?)_state.Objects.FindKey(kind, key)?.Data.DeepClone());

    /// <summary>All objects of a kind, in the order of their creation.</summary>
    /// <param name="kind">One of <see cref="ObjectKinds"/>.</param>
    public IReadOnlyList<SeededObject> List(string kind) => Locked(() => _state.Objects.OfKind(kind).Select(Copy).ToList());

    /// <summary>All objects of all kinds.</summary>
    public IReadOnlyList<SeededObject> List() => Locked(() => _state.Objects.All.Select(Copy).ToList());

    /// <summary>
    /// Changes an object as another hand would: members of the patch are set, nested objects are merged, null removes a member (JSON
    /// merge patch, RFC 7386). Reads see it at once.
    /// </summary>
    /// <param name="kind">One of <see cref="ObjectKinds"/>.</param>
    /// <param name="key">Its key.</param>
    /// <param name="patch">The change.</param>
    /// <returns>False where there is no such object.</returns>
    public bool Change(string kind, string key, JObject patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        return Locked(() =>
        {
            if (_state.Objects.FindKey(kind, key) is not { } stored)
            {
                return false;
            }

            stored.Data = MergePatch.Apply(stored.Data, JsonBody.Plain(patch));
            stored.Stale = null;
            _state.Objects.Touch();
            return true;
        });
    }

    /// <summary>Removes an object at once, whatever hangs on it.</summary>
    /// <param name="kind">One of <see cref="ObjectKinds"/>.</param>
    /// <param name="key">Its key.</param>
    /// <returns>False where there was none.</returns>
    public bool Remove(string kind, string key) =>
        Locked(() => _state.Objects.FindKey(kind, key) is { } stored && _state.Objects.Remove(stored));

    /// <summary>Removes all objects, credentials included.</summary>
    public void Clear() => Locked(() =>
    {
        _state.Objects.Clear();
        return true;
    });

    private static SeededObject Copy(StoredObject stored) => new(stored.Kind, stored.Key, (JObject)stored.Data.DeepClone());

    private T Locked<T>(Func<T> action)
    {
        lock (_state.Gate)
        {
            _state.Objects.Settle(_state.Now);
            var result = action();
            _save();
            return result;
        }
    }
}
