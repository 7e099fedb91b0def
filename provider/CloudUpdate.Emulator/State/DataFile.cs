using System.Security.Cryptography;
using System.Text;
using CloudUpdate.Emulator.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.State;

/// <summary>
/// Keeps the objects in a file: a seed file whose entries may also say what the clock will do. Each version replaces the whole file
/// at once, so that a crash leaves either the old or the new one. The file holds secrets and is readable by its owner alone.
/// </summary>
internal sealed class DataFile(string path, ObjectStore objects)
{
    private long _savedVersion = -1;

    public bool Exists => File.Exists(path);

    /// <summary>Reads the file into the store.</summary>
    /// <exception cref="FormatException">The file is not what <see cref="Save"/> writes.</exception>
    public void Load(EmulatorState state)
    {
        var text = File.ReadAllText(path);
        var seed = EmulatorSeed.Parse(text);

        // Ids drawn from here on must not repeat those in the file.
        state.Ids.Restart(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text))));
        var entries = (JArray)JsonBody.Read(text)["objects"]!;
        for (var i = 0; i < seed.Objects.Count; i++)
        {
            var item = seed.Objects[i];
            var stored = objects.Put(item.Kind, item.Key, KindCatalog.Completed(item.Kind, item.Key, item.Data, state));
            if ((string?)entries[i]["due"] is { } due)
            {
                objects.Schedule(stored, new Transition(Timestamps.Read(due), entries[i]["becomes"] as JObject));
            }
        }

        _savedVersion = objects.Version;
    }

    /// <summary>Writes the file if anything changed since the last time. Callers hold the state's lock.</summary>
    public void Save()
    {
        if (_savedVersion == objects.Version)
        {
            return;
        }

        var json = new JObject { ["objects"] = new JArray(objects.All.Select(Entry)) };
        Replace(Encoding.UTF8.GetBytes(json.ToString(Formatting.Indented)));
        _savedVersion = objects.Version;
    }

    private static JObject Entry(StoredObject stored)
    {
        var entry = new JObject { ["kind"] = stored.Kind, ["key"] = stored.Key, ["data"] = stored.Data.DeepClone() };
        if (stored.Transition is { } transition)
        {
            entry["due"] = transition.Due.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
            entry["becomes"] = transition.Set?.DeepClone();
        }

        return entry;
    }

    private void Replace(byte[] content)
    {
        var temporary = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var stream = new FileStream(temporary, options))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }
}
