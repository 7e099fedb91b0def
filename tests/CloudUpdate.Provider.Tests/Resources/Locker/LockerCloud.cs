using CloudUpdate.TestKit.Http;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>
/// The invented cloud of lockers. An update replaces each member that it is sent, objects as a whole: a pin that is left out of a sent
/// <c>access</c> is lost. It never gives a pin back.
/// </summary>
internal sealed class LockerCloud : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, JObject> _lockers = [];
    private readonly List<(string Method, string Path, JObject? Body)> _journal = [];
    private readonly HashSet<string> _writing = [];
    private LoopbackServer _server = null!;

    public string Address => _server.Address;

    /// <summary>How many writes must have arrived before a locker that was written shows another state than BUSY.</summary>
    public int BusyUntilWrites { get; set; }

    /// <summary>How many requests are answered with 503.</summary>
    public int Outages { get; set; }

    /// <summary>Whether two writes to one site were ever in flight together.</summary>
    public bool Overlapped { get; private set; }

    public IReadOnlyList<(string Method, string Path, JObject? Body)> Journal
    {
        get
        {
            lock (_gate)
            {
                return [.. _journal];
            }
        }
    }

    public IReadOnlyList<JObject?> Writes => [.. Journal.Where(entry => entry.Method != "GET").Select(entry => entry.Body)];

    public static async Task<LockerCloud> StartAsync()
    {
        var cloud = new LockerCloud();
        cloud._server = await LoopbackServer.StartAsync(cloud.AnswerAsync);
        return cloud;
    }

    public void Put(string site, string name, JObject locker) => _lockers[$"{site}/{name}"] = locker;

    public JObject? Get(string site, string name) => _lockers.GetValueOrDefault($"{site}/{name}");

    public void Forget()
    {
        lock (_gate)
        {
            _journal.Clear();
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task AnswerAsync(HttpContext http)
    {
        var text = await new StreamReader(http.Request.Body).ReadToEndAsync();
        var body = text.Length == 0 ? null : JObject.Parse(text);
        var (status, answer) = await EnterAsync(http.Request.Method, http.Request.Path.Value!, body);
        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.Headers["X-Request-Id"] = "locker-1";
        await http.Response.WriteAsync(answer?.ToString(Formatting.None) ?? string.Empty);
    }

    private async Task<(int Status, JObject? Answer)> EnterAsync(string method, string path, JObject? body)
    {
        var parts = path.Split('/');
        var site = parts[3];
        lock (_gate)
        {
            _journal.Add((method, path, body));
            Overlapped |= method != "GET" && !_writing.Add(site);
        }

        await Task.Yield();
        lock (_gate)
        {
            var answer = Serve(method, site, parts.Length > 5 ? parts[5] : (string?)body?["locker_name"] ?? string.Empty, body);
            if (method != "GET")
            {
                _writing.Remove(site);
            }

            return answer;
        }
    }

    private (int Status, JObject? Answer) Serve(string method, string site, string name, JObject? body)
    {
        var key = $"{site}/{name}";
        if (Outages > 0)
        {
            Outages--;
            return Error(503, "LOCKER.DOWN");
        }

        var locker = _lockers.GetValueOrDefault(key);
        switch (method)
        {
            case "POST" when locker is not null:
                return Error(409, "LOCKER.EXISTS");
            case "POST":
                locker = _lockers[key] = new JObject { ["state"] = "READY", ["serial"] = "S-1" };
                break;
            case var _ when locker is null:
                return Error(404, "LOCKER.NONE");
            case "DELETE":
                _lockers.Remove(key);
                return (204, null);
            default:
                break;
        }

        if (body is not null)
        {
            locker.Merge(body, new JsonMergeSettings { MergeArrayHandling = MergeArrayHandling.Replace });
            foreach (var member in body.Properties().Where(member => member.Name != "locker_name"))
            {
                locker[member.Name] = member.Value.DeepClone();
            }

            locker["written"] = true;
        }

        return (200, Shown(locker));
    }

    private JObject Shown(JObject locker)
    {
        var shown = (JObject)locker.DeepClone();
        shown.Remove("written");
        (shown["access"] as JObject)?.Remove("pin");
        if (locker["written"] is not null && _journal.Count(entry => entry.Method != "GET") < BusyUntilWrites)
        {
            shown["state"] = "BUSY";
        }

        return shown;
    }

    private static (int Status, JObject? Answer) Error(int status, string code) =>
        (status, new JObject { ["error_code"] = code, ["error_msg"] = "The locker says no." });
}
