using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.State;

/// <summary>Sees which writes to one parent are really in flight together. Callers hold the state's lock.</summary>
internal sealed class WriteWindows
{
    private readonly Dictionary<string, List<WriteWindow>> _open = new(StringComparer.Ordinal);

    public WriteWindow Open(ObjectStore objects, string kind, string parent)
    {
        if (!_open.TryGetValue(parent, out var others))
        {
            _open[parent] = others = [];
        }

        var children = objects.Under(kind, ObjectKey.Parts(parent))
            .ToDictionary(child => child.Key, child => (JObject)child.Data.DeepClone(), StringComparer.Ordinal);
        var window = new WriteWindow(children) { Overlapped = others.Count > 0 };
        others.ForEach(other => other.Overlapped = true);
        others.Add(window);
        return window;
    }

    public void Close(string parent, WriteWindow window)
    {
        var others = _open[parent];
        others.Remove(window);
        if (others.Count == 0)
        {
            _open.Remove(parent);
        }
    }
}
