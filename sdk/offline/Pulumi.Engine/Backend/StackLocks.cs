using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Backend;

/// <summary>Lock files: one per operation under way. There is no atomic way to take one on every storage, so a contender writes its own and
/// then looks again; where two meet, both step back.</summary>
internal sealed class StackLocks(string folder, EngineEnvironment environment)
{
    public bool AnyHeld => Files().Count > 0;

    public StackLock Acquire()
    {
        Refuse(Files());
        Directory.CreateDirectory(folder);
        var own = Path.Combine(folder, $"{environment.Entropy.Uuid()}.json");
        AtomicFile.Write(own, Describe().ToString(Formatting.None), backup: null);
        try
        {
            Refuse([.. Files().Where(path => path != own)]);
        }
        catch (EngineException)
        {
            File.Delete(own);
            throw;
        }

        return new StackLock(own);
    }

    public int ReleaseAll()
    {
        var files = Files();
        files.ForEach(File.Delete);
        return files.Count;
    }

    private List<string> Files() => Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)] : [];

    private JObject Describe() => new()
    {
        ["pid"] = environment.Owner.ProcessId,
        ["username"] = environment.Owner.UserName,
        ["hostname"] = environment.Owner.HostName,
        ["timestamp"] = JsonText.Time(environment.Time.GetUtcNow()),
    };

    private static void Refuse(List<string> held)
    {
        if (held.Count == 0)
        {
            return;
        }

        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"the stack is currently locked by {held.Count} lock(s). Either wait for the other process(es) to end or delete the lock file with `pulumi cancel`.");
        held.ForEach(path => text.Append(CultureInfo.InvariantCulture, $"\n  file://{path}: {Owner(path)}"));
        throw new EngineException(EngineErrorKind.StackLocked, text.ToString());
    }

    private static string Owner(string path)
    {
        try
        {
            var json = JsonText.ParseObject(File.ReadAllText(path), "the lock");
            return $"created by {json["username"]}@{json["hostname"]} (pid {json["pid"]}) at {json["timestamp"]}";
        }
        catch (Exception exception) when (exception is IOException or EngineException)
        {
            return "released meanwhile, or unreadable";
        }
    }
}
