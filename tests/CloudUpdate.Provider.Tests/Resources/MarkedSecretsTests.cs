using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Grpc.Core;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>
/// Values that a program marks secret under names that say nothing of it. Whatever is done with the resource, and whatever the cloud answers, they
/// show in no log, trace, message or error, neither whole nor in parts of twelve characters.
/// </summary>
internal sealed class MarkedSecretsTests
{
    private const string Mine = "first value that the user marked secret";
    private const string Next = "second one, \"quoted\" & marked by the user";
    private const string Theirs = "put there by somebody else meanwhile";

    private static readonly (string, object?)[] s_atlas =
        [("atlasClientId", DemoCredentials.AtlasClientId), ("atlasClientSecret", Bag.Secret(DemoCredentials.AtlasClientSecret))];

    private readonly ConcurrentQueue<string> _seen = new();

    public static IEnumerable<MarkedSecret> Cases() =>
    [
        new("cloudupdate:globalaccelerator:EndpointGroup", ResourceCases.EndpointGroup.Door, value => Bag.Of(("description", Bag.Secret(value))))
        {
            Creation = ResourceCases.EndpointGroup.Creation,
            Object = ResourceCases.EndpointGroup.Seeded,
            Drift = new JObject { ["description"] = Theirs },
        },
        new("cloudupdate:eventgrid:EventStreamCluster", ResourceCases.EventStreamCluster.Door, value => Bag.Of(("description", Bag.Secret(value))))
        {
            Creation = ResourceCases.EventStreamCluster.Creation,
            Object = ResourceCases.EventStreamCluster.Seeded,
            Drift = new JObject { ["description"] = Theirs },
        },
        new("cloudupdate:csms:EventNotification", ResourceCases.EventNotification.Door, value => Bag.Of(("notification", Notify(value))))
        {
            Creation = ResourceCases.EventNotification.Creation,
            Object = ResourceCases.EventNotification.Seeded,
            Drift = new JObject { ["notification"] = new JObject { ["target_type"] = "SMN", ["target_id"] = "demo", ["target_name"] = Theirs } },
        },
        new("cloudupdate:csms:EventNotification", ResourceCases.EventNotification.Door, value => Bag.Of(("notification", Bag.Secret(Notify(value)))))
        {
            Creation = ResourceCases.EventNotification.Creation,
            Object = ResourceCases.EventNotification.Seeded,
            Drift = new JObject { ["notification"] = new JObject { ["target_type"] = "SMN", ["target_id"] = "demo", ["target_name"] = Theirs } },
            Name = "secret as a whole",
        },
        new("cloudupdate:mongodbatlas:StreamConnection", Https("orders-https").With("adopt", PropertyValue.Of(true)), value => Bag.Of(("url", Bag.Secret(value))))
        {
            Creation = Https("alerts-https"),
            Object = (ObjectKinds.AtlasConnection, $"{DemoCredentials.AtlasGroupId}/{DemoCredentials.AtlasWorkspace}/orders-https"),
            Drift = new JObject { ["url"] = Theirs },
        },
    ];

    [TestCaseSource(nameof(Cases))]
    public async Task Adopted_EveryOperationAndFault_ShowsNoMarkedValueAnywhere(object data)
    {
        var secret = (MarkedSecret)data;
        await using var bench = await Workbench.StartAsync();
        bench.Also = s_atlas;
        using var listener = Listen();
        foreach (var fault in Faults())
        {
            var thing = bench.Resource(secret.Token);
            bench.Emulator.Objects.Change(secret.Object.Kind, secret.Object.Key, (JObject)secret.Drift.DeepClone());
            await WithFaultAsync(bench, fault([Mine]), "GET", () => thing.PreviewAsync(secret.Adopt(Mine)));
            await WithFaultAsync(bench, fault([Mine]), null, () => thing.UpAsync(secret.Adopt(Mine)));
            await WithFaultAsync(bench, fault([Mine]), "GET", () => thing.Exists ? thing.RefreshAsync() : Task.CompletedTask);
            await WithFaultAsync(bench, fault([Mine, Next]), null, () => thing.UpAsync(secret.Adopt(Next)));
            bench.Emulator.Objects.Change(secret.Object.Kind, secret.Object.Key, (JObject)secret.Drift.DeepClone());
            await TryAsync(() => thing.RefreshAsync());
            await WithFaultAsync(bench, fault([Mine]), null, () => thing.UpAsync(secret.Adopt(Mine)));
            await WithFaultAsync(bench, fault([Mine]), null, () => thing.Exists ? thing.DestroyAsync() : Task.CompletedTask);
        }

        AssertNothingShows(bench);
    }

    [TestCaseSource(nameof(Cases))]
    public async Task Created_EveryOperationAndFault_ShowsNoMarkedValueAnywhere(object data)
    {
        var secret = (MarkedSecret)data;
        await using var bench = await Workbench.StartAsync();
        bench.Also = s_atlas;
        using var listener = Listen();
        foreach (var fault in Faults())
        {
            var thing = bench.Resource(secret.Token);
            await WithFaultAsync(bench, fault([Mine]), null, () => thing.UpAsync(secret.Create(Mine)));
            await WithFaultAsync(bench, fault([Mine, Next]), null, () => thing.UpAsync(secret.Create(Next)));
            await WithFaultAsync(bench, fault([Next]), "GET", () => thing.Exists ? thing.RefreshAsync() : Task.CompletedTask);
            await WithFaultAsync(bench, fault([Next]), null, () => thing.Exists ? thing.DestroyAsync() : Task.CompletedTask);
        }

        AssertNothingShows(bench);
    }

    /// <summary>Once as the fault wants it, then as it should be.</summary>
    private async Task WithFaultAsync(Workbench bench, Fault fault, string? method, Func<Task> operation)
    {
        foreach (var verb in method is null ? ["POST", "PUT", "PATCH", "DELETE"] : new[] { method })
        {
            bench.Emulator.Faults.Add(fault with { Method = verb });
        }

        await TryAsync(operation);
        bench.Emulator.Faults.Clear();
        await TryAsync(operation);
    }

    private async Task TryAsync(Func<Task> operation)
    {
        try
        {
            await operation();
        }
        catch (RpcException error)
        {
            _seen.Enqueue(error.ToString());
            _seen.Enqueue(string.Join('\n', StatusDetails.Find<ErrorResourceInitFailed>(error)?.Reasons ?? []));
        }
    }

    /// <summary>Answers that repeat secret values, in every form that an answer can have.</summary>
    private static IEnumerable<Func<string[], Fault>> Faults()
    {
        yield return values => Fault.Answer(400, $$"""{"error_code":"X.1","error_msg":{{Quoted(values)}}}""");
        yield return values => Fault.Answer(400, $$$"""{"error":{"code":"X.1","message":{{{Quoted(values)}}}}}""");
        yield return values => Fault.Answer(400, $$"""{"error":400,"errorCode":"X","detail":{{Quoted(values)}}}""");
        yield return values => Fault.Answer(403, $$"""{"error_msg":{{Quoted(values)}}""");
        yield return values => Fault.Answer(400, $"<html><title>Bad request</title><body>{Echo(values)}</body></html>") with { ContentType = "text/html" };
        yield return values => Fault.Answer(302) with { Headers = ImmutableDictionary<string, string>.Empty.Add("Location", $"/{Uri.EscapeDataString(values[0])}") };
        yield return _ => Fault.ConnectionReset(FaultPoint.AfterEffect) with { Times = 1 };
        yield return _ => Fault.FailedState();
    }

    private static string Quoted(string[] values) => new JValue(Echo(values)).ToString(Newtonsoft.Json.Formatting.None);

    private static string Echo(string[] values) =>
        string.Join(", ", values.Select(value => $"you sent {value}, that is <{value[5..20]}> and {value[..14]}"));

    private ActivityListener Listen()
    {
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CloudTracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => _seen.Enqueue($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    private void AssertNothingShows(Workbench bench)
    {
        bench.Host.Logs.Expect(_ => true);
        var told = bench.Host.Engine.Messages.Select(message => message.Message);
        var text = string.Join('\n', _seen.Concat(told).Append(bench.Host.Logs.Text)).Replace("\\\"", "\"", StringComparison.Ordinal);
        Assert.That(bench.Host.Logs.Of("CloudRequestBody").Select(entry => entry.Message), Has.Some.Contains("***"), "bodies were logged");
        Assert.Multiple(() =>
        {
            foreach (var secret in new[] { Mine, Next, Theirs })
            {
                Assert.That(Shown(text, secret), Is.Null);
            }
        });
    }

    private static string? Shown(string text, string secret)
    {
        const int Part = 12;
        var at = Enumerable.Range(0, secret.Length - Part + 1)
            .Select(start => text.IndexOf(secret.Substring(start, Part), StringComparison.Ordinal))
            .FirstOrDefault(found => found >= 0, -1);
        return at < 0 ? null : text[Math.Max(0, at - 300)..Math.Min(text.Length, at + 200)];
    }

    private static PropertyMap Notify(string name) => Bag.Of(("targetType", "SMN"), ("targetId", "demo"), ("targetName", Bag.Secret(name)));

    private static PropertyMap Https(string name) => Bag.Of(
        ("groupId", DemoCredentials.AtlasGroupId), ("tenantName", DemoCredentials.AtlasWorkspace), ("connectionName", name), ("type", "Https"));

    /// <summary>A resource with a property that a program marks secret.</summary>
    internal sealed record MarkedSecret(string Token, PropertyMap Door, Func<string, PropertyMap> Value)
    {
        public required PropertyMap? Creation { get; init; }

        public required (string Kind, string Key) Object { get; init; }

        public required JObject Drift { get; init; }

        public PropertyMap Adopt(string value) => Door.With(Value(value)).With("onDelete", PropertyValue.Of("Restore"));

        public PropertyMap Create(string value) => Creation!.With(Value(value));

        public string Name { get; init; } = "";

        public override string ToString() => $"{Token.Split(':')[2]} {Name}".Trim();
    }
}
