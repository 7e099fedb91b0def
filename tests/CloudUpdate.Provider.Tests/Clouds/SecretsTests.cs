using System.Collections.Concurrent;
using System.Diagnostics;
using CloudUpdate.Emulator;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Tests.Clouds.Faults;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Clouds;

/// <summary>
/// Every secret that a run has to do with is registered, and then looked for in everything that is logged, thrown, traced and told, at the highest
/// verbosity: whole, and in parts of twelve characters.
/// </summary>
internal sealed class SecretsTests
{
    private const string BodyPassword = "kafka-password-of-the-users-own";
    private const string HeaderSecret = "Bearer hook-token-of-the-users-own";
    private const string MarkedSecret = "description-that-the-user-marked-secret";

    private readonly ConcurrentQueue<string> _seen = new();
    private readonly HashSet<string> _secrets = [BodyPassword, HeaderSecret, MarkedSecret];

    public static IEnumerable<string> Logins() => ["keys", "wrong keys", "token", "password", "wrong password", "identity token", "agency"];

    public static IEnumerable<string> AtlasLogins() => ["service account", "wrong service account", "access token", "api key", "wrong api key"];

    [TestCaseSource(nameof(Logins))]
    public async Task Huawei_EveryFault_ShowsNoSecretAnywhere(string login)
    {
        await using var bench = new CloudBench();
        await using var emulator = await bench.EmulateAsync();
        Configure(bench, login);
        using var listener = Listen();

        foreach (var fault in Faults())
        {
            emulator.Faults.Clear();
            emulator.Faults.Add(fault);
            foreach (var request in Verbs.All.Values.Where(request => request.Service != "atlas"))
            {
                await SendAsync(bench, request with { Body = Secretive(request.Body), Secrets = [MarkedSecret] });
            }
        }

        AssertNothingShows(bench, emulator);
    }

    [TestCaseSource(nameof(AtlasLogins))]
    public async Task Atlas_EveryFault_ShowsNoSecretAnywhere(string login)
    {
        await using var bench = new CloudBench();
        await using var emulator = await bench.EmulateAsync();
        Configure(bench, login);
        using var listener = Listen();

        foreach (var fault in Faults())
        {
            emulator.Faults.Clear();
            emulator.Faults.Add(fault);
            await SendAsync(bench, Requests.ListConnections());
            await SendAsync(bench, Verbs.All["PATCH"] with { Body = Secretive(Verbs.All["PATCH"].Body), Secrets = [MarkedSecret] });
        }

        await bench.Clients.DisposeAsync();
        AssertNothingShows(bench, emulator);
    }

    /// <summary>Answers that repeat secrets, in every form that an answer can have.</summary>
    private static IEnumerable<Fault> Faults()
    {
        var echo = $"you sent {BodyPassword} and {HeaderSecret} and {MarkedSecret}, {DemoCredentials.SecretKey}, {DemoCredentials.Password}, "
            + $"{DemoCredentials.AtlasClientSecret}, {DemoCredentials.AtlasPrivateKey}, {DemoCredentials.IdToken}";
        yield return new Fault { Times = 0 };
        yield return Fault.Answer(400, new JObject { ["error_code"] = "X.1", ["error_msg"] = echo }.ToString());
        yield return Fault.Answer(400, new JObject { ["errCode"] = "X.1", ["externalMessage"] = echo }.ToString());
        yield return Fault.Answer(400, new JObject { ["error"] = 400, ["errorCode"] = "X", ["detail"] = echo }.ToString());
        yield return Fault.Answer(502, $"<html><title>Bad gateway</title><body>{echo}</body></html>") with { Times = 1, ContentType = "text/html" };
        yield return Fault.Answer(200, $"{{\"password\":\"{BodyPassword}\",\"note\":\"{echo}\"}}");
        yield return Fault.Answer(200, $"{{\"password\":\"{BodyPassword}\",\"note\":\"{echo}");
        yield return Fault.Answer(307) with { Headers = System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("Location", "https://elsewhere.example/" + MarkedSecret) };
        yield return Fault.ExpiredToken();
        yield return Fault.ConnectionReset(FaultPoint.AfterEffect) with { Times = 1 };
        yield return Fault.TruncatedBody() with { Times = 1 };
        yield return Fault.Throttle(2, retryAfter: 3);
    }

    private static JToken? Secretive(JToken? body)
    {
        var copy = body?.DeepClone();
        var core = copy?["endpoint_group"] as JObject ?? copy as JObject;
        if (core is not null)
        {
            core["description"] = MarkedSecret;
            core["authentication"] = new JObject { ["password"] = BodyPassword };
            core["headers"] = new JObject { ["Authorization"] = HeaderSecret };
        }

        return copy;
    }

    private static void Configure(CloudBench bench, string login)
    {
        switch (login)
        {
            case "wrong keys":
                bench.UseKeys(DemoCredentials.AccessKey, "a-wrong-secret-key-of-the-user");
                break;
            case "token":
                bench.ForgetHuawei();
                bench.Configuration["huaweiAuthToken"] = DemoCredentials.AuthToken;
                break;
            case "password" or "wrong password":
                bench.ForgetHuawei();
                bench.Configuration["huaweiUserName"] = DemoCredentials.UserName;
                bench.Configuration["huaweiPassword"] = login == "password" ? DemoCredentials.Password : "a-wrong-password-of-the-user";
                bench.Configuration["huaweiDomainName"] = DemoCredentials.DomainName;
                break;
            case "identity token":
                bench.ForgetHuawei();
                bench.Configuration["huaweiIdpId"] = DemoCredentials.IdentityProviderId;
                bench.Configuration["huaweiIdToken"] = DemoCredentials.IdToken;
                break;
            case "agency":
                bench.Configuration["huaweiAgencyName"] = DemoCredentials.AgencyName;
                bench.Configuration["huaweiAgencyDomainName"] = DemoCredentials.DelegatingDomainName;
                bench.Configuration.Remove("huaweiProjectId");
                break;
            case "wrong service account":
                bench.Configuration["atlasClientSecret"] = "mdb_sa_sk_a-wrong-secret-of-the-user";
                break;
            case "access token":
                bench.ForgetAtlas();
                bench.Configuration["atlasAccessToken"] = DemoCredentials.AtlasAccessToken;
                break;
            case "api key" or "wrong api key":
                bench.ForgetAtlas();
                bench.Configuration["atlasPublicKey"] = DemoCredentials.AtlasPublicKey;
                bench.Configuration["atlasPrivateKey"] = login == "api key" ? DemoCredentials.AtlasPrivateKey : "11111111-2222-4333-8444-555555555555";
                break;
            default:
                break;
        }
    }

    private ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("CloudUpdate", StringComparison.Ordinal) || source.Name.Contains("System.Net", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                var tags = activity.TagObjects.Concat(activity.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value)));
                var events = activity.Events.SelectMany(item => item.Tags.Append(KeyValuePair.Create("event", (object?)item.Name)));
                _seen.Enqueue($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', tags.Concat(events))}");
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private async Task SendAsync(CloudBench bench, CloudRequest request)
    {
        try
        {
            var response = await bench.SendAsync(request);
            _seen.Enqueue(response.ToString());
        }
        catch (CloudException error)
        {
            _seen.Enqueue(error.ToString());
            _seen.Enqueue(error.Error.ToString());
        }
    }

    private void AssertNothingShows(CloudBench bench, EmulatorServer emulator)
    {
        foreach (var key in CloudUpdate.Provider.Clouds.Settings.SettingKeys.All.Where(key => key.IsSecret))
        {
            _secrets.UnionWith(bench.Configuration.TryGetValue(key.Name, out var value) ? [value] : []);
        }

        foreach (var item in emulator.Objects.List())
        {
            _secrets.UnionWith(item.Kind is ObjectKinds.IamToken or ObjectKinds.AtlasToken ? [item.Key] : []);
            _secrets.UnionWith(item.Kind == ObjectKinds.IamAccessKey && item.Key != DemoCredentials.AccessKey
                ? new[] { "access", "secret", "securitytoken" }.Select(name => (string?)item.Data[name]).OfType<string>()
                : []);
        }

        var ours = bench.Log.Entries.Where(entry => !entry.Category.StartsWith("CloudUpdate.Emulator", StringComparison.Ordinal));
        var text = string.Join('\n', ours.Select(entry => entry.ToString()).Concat(_seen).Concat(bench.Told));
        Assert.That(text, Has.Length.GreaterThan(1000), "there is something to search");
        Assert.Multiple(() =>
        {
            foreach (var secret in _secrets)
            {
                Assert.That(Shown(text, secret), Is.Null, $"a part of a secret of {secret.Length} characters");
            }
        });
    }

    private static string? Shown(string text, string secret)
    {
        const int Part = 12;
        var parts = secret.Length <= Part ? [secret] : Enumerable.Range(0, secret.Length - Part + 1).Select(at => secret.Substring(at, Part));
        var shown = parts.FirstOrDefault(part => text.Contains(part, StringComparison.Ordinal));
        return shown is null ? null : text.Substring(Math.Max(0, text.IndexOf(shown, StringComparison.Ordinal) - 200), Math.Min(400, text.Length));
    }
}
