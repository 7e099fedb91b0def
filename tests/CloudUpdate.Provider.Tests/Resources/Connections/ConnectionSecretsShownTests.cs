using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Grpc.Core;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>
/// The secrets of connections are looked for, whole and in parts of twelve characters, in everything that a life of a connection leaves behind: logs at the
/// highest verbosity, errors, diffs, and outputs and inputs that are not marked secret, while a cloud repeats the secrets in its answers.
/// </summary>
public sealed class ConnectionSecretsShownTests
{
    private const int Part = 12;

    private readonly List<string> _seen = [];

    private static IEnumerable<TestCaseData> Secretive =>
    [
        Case("password", ConnectionCases.Kafka, Bag.Of(("authentication", Bag.Of(
            ("mechanism", "SCRAM-512"), ("username", "orders"), ("password", "kafka-password-of-the-users-own"))))),
        Case("client secret", ConnectionCases.Kafka, Bag.Of(("authentication", Bag.Of(
            ("mechanism", "OAUTHBEARER"), ("method", "OIDC"), ("tokenEndpointUrl", "https://idp.example.net/token"), ("clientId", "client"),
            ("clientSecret", "client-secret-of-the-users-own"))))),
        Case("client key", ConnectionCases.Kafka, Bag.Of(("authentication", Bag.Of(
            ("mechanism", "PLAIN"), ("username", "orders"), ("password", "second-password-of-the-users-own"), ("sslCertificate", "certificate"),
            ("sslKey", "ENCRYPTED-private-key-of-the-users-own"), ("sslKeyPassword", "key-password-of-the-users-own"))))),
        Case("registry password", ConnectionCases.Registry, Bag.Of(("schemaRegistryAuthentication", Bag.Of(
            ("type", "USER_INFO"), ("username", "registry-user"), ("password", "registry-password-of-the-users-own"))))),
        Case("headers", ConnectionCases.Https, Bag.Of(("headers", Bag.Of(("Authorization", "Bearer hook-token-of-the-users-own"))))),
        Case("marked by the program", ConnectionCases.Kafka, Bag.Of(("config", Bag.Of(("sasl.jaas.config", Bag.Secret("jaas-config-of-the-users-own")))))),
    ];

    [TestCaseSource(nameof(Secretive))]
    public async Task LifeOfAConnection_WhateverGoesWrong_ShowsNoSecret(object data, object stated)
    {
        var (resource, secretive) = ((ResourceCase)data, (PropertyMap)stated);
        await using var bench = await resource.StartAsync(EmulatorSettings.Immediate);
        bench.Host.Expect(_ => true);
        var program = resource.Creation!.With(secretive);
        var secrets = Texts(PropertyValue.Of(Marked(secretive))).ToList();

        foreach (var fault in Faults($"you sent {string.Join(" and ", secrets)}"))
        {
            await LiveThroughAsync(bench, program, resource.Changes[0], fault);
        }

        Assert.That(secrets, Is.Not.Empty);
        AssertNothingShows(bench, secrets);
    }

    private static IEnumerable<Fault> Faults(string echo)
    {
        yield return new Fault { Times = 0 };
        yield return Fault.Answer(400, new JObject { ["error"] = 400, ["errorCode"] = "X", ["detail"] = echo, ["parameters"] = new JArray(echo) }.ToString());
        yield return Fault.Answer(502, $"<html><title>Bad gateway</title><body>{echo}</body></html>") with { Times = 1, ContentType = "text/html" };
        yield return Fault.Answer(200, $"{{\"password\":\"{echo}\",\"note\":\"{echo}");
        yield return Fault.ConnectionReset(FaultPoint.AfterEffect) with { Times = 1 };
        yield return Fault.FailedState() with { Times = 1 };
    }

    private async Task LiveThroughAsync(Workbench bench, PropertyMap program, PropertyMap change, Fault fault)
    {
        var thing = bench.Resource(ConnectionCases.Token);
        await TryAsync(thing, () => thing.PreviewAsync(program));
        await DuringAsync(bench, fault with { Method = "POST" }, () => TryAsync(thing, () => thing.RunAsync(program, preview: false, timeout: 60)));
        await TryAsync(thing, () => thing.UpAsync(program));
        await DuringAsync(bench, fault with { Method = "GET" }, () => TryAsync(thing, thing.RefreshAsync));
        await TryAsync(thing, () => thing.PreviewAsync(program.With(change)));
        await DuringAsync(bench, fault with { Method = "PATCH" }, () => TryAsync(thing, () => thing.RunAsync(program.With(change), preview: false, timeout: 60)));
        await TryAsync(thing, () => thing.UpAsync(program.With(change).With(Bag.Of(("secretsVersion", "2")))));
        await TryAsync(thing, () => thing.PreviewAsync(program.With(Bag.Of(("onDelete", "Delte"), ("url", 7)))));
        await DuringAsync(bench, fault with { Method = "DELETE" }, () => TryAsync(thing, () => thing.DestroyAsync(timeout: 60)));
        bench.Emulator.Objects.Remove(ObjectKinds.AtlasConnection, ConnectionCases.Id(program.Text("connectionName")));
    }

    private static async Task DuringAsync(Workbench bench, Fault fault, Func<Task> action)
    {
        bench.Emulator.Faults.Add(fault);
        await action();
        bench.Emulator.Faults.Clear();
    }

    private async Task TryAsync(ManagedResource thing, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (RpcException error)
        {
            _seen.Add($"{error} {error.Status.Detail}");
        }

        _seen.AddRange(Texts(PropertyValue.Of(thing.Inputs), unmarked: true));
        _seen.AddRange(Texts(PropertyValue.Of(thing.Outputs), unmarked: true));
        _seen.AddRange(thing.InitErrors);
    }

    private void AssertNothingShows(Workbench bench, List<string> secrets)
    {
        var text = string.Join('\n', [.. _seen, .. bench.Host.Logs.Entries.Select(entry => entry.ToString()), .. bench.Host.Engine.Messages.Select(message => message.Message)]);
        Assert.That(text, Has.Length.GreaterThan(1000), "there is something to search");
        Assert.Multiple(() =>
        {
            foreach (var part in secrets.SelectMany(Parts).Where(part => text.Contains(part, StringComparison.Ordinal)))
            {
                Assert.Fail(text.Substring(Math.Max(0, text.IndexOf(part, StringComparison.Ordinal) - 200), 300));
            }
        });
    }

    private static IEnumerable<string> Parts(string secret) =>
        secret.Length <= Part ? [secret] : Enumerable.Range(0, secret.Length - Part + 1).Select(at => secret.Substring(at, Part));

    // As a check marks them: what is secret in the definition, and what the program marks.
    private static PropertyMap Marked(PropertyMap stated) =>
        CloudUpdate.Provider.Values.Marks.ByDefinition(CloudUpdate.Provider.Resources.StreamConnection.Table.Inputs, stated);

    private static IEnumerable<string> Texts(PropertyValue value, bool unmarked = false, bool secret = false) => value switch
    {
        SecretValue marked => unmarked ? [] : Texts(marked.Value, unmarked, secret: true),
        MapValue map => map.Map.Values.SelectMany(member => Texts(member, unmarked, secret)),
        ListValue list => list.Items.SelectMany(item => Texts(item, unmarked, secret)),
        StringValue text => secret || unmarked ? [text.Value] : [],
        _ => [],
    };

    private static TestCaseData Case(string title, ResourceCase resource, PropertyMap stated) => new TestCaseData(resource, stated).SetArgDisplayNames(title);
}
