using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Newtonsoft.Json.Linq;

namespace Pulumi.TestCloud;

/// <summary>The objects of the cloud: their properties by id, in a JSON file.</summary>
internal sealed class CloudFile(string path)
{
    private readonly Lock _lock = new();

    public string Path => path;

    public Struct? Get(string id)
    {
        lock (_lock)
        {
            return Read()[id] is { } text ? Struct.Parser.ParseJson(text.ToString()) : null;
        }
    }

    public void Put(string id, Struct properties) => Change(objects => objects[id] = JObject.Parse(JsonFormatter.Default.Format(properties)));

    public void Remove(string id) => Change(objects => objects.Remove(id));

    private void Change(Action<JObject> change)
    {
        lock (_lock)
        {
            var objects = Read();
            change(objects);
            File.WriteAllText(path, objects.ToString());
        }
    }

    private JObject Read() => File.Exists(path) ? JObject.Parse(File.ReadAllText(path)) : [];
}
