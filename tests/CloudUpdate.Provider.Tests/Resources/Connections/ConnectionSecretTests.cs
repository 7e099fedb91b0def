using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Grpc.Core;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>
/// Secrets that Atlas never gives back, against an emulator that drops what is left out of a sent object: whatever is changed, no secret is lost that
/// the program does not change.
/// </summary>
public sealed class ConnectionSecretTests
{
    private const string Name = "secretive";

    private static readonly EmulatorSettings s_strict = EmulatorSettings.Immediate with { AtlasReplacesNestedObjects = true };

    private static IEnumerable<Login> Logins =>
    [
        new("password", ConnectionCases.Kafka, "authentication", ["password"], ["password"], ("username", "another-user"), Bag.Of(
            ("mechanism", "SCRAM-512"), ("username", "orders"), ("password", "invented-password-1"))),
        new("client secret", ConnectionCases.Kafka, "authentication", ["clientSecret"], ["clientSecret"], ("scope", "write:orders"), Bag.Of(
            ("mechanism", "OAUTHBEARER"), ("method", "OIDC"), ("tokenEndpointUrl", "https://idp.example.net/oauth2/token"), ("clientId", "streams-client"),
            ("clientSecret", "invented-client-secret"), ("scope", "read:orders"))),
        new("client key", ConnectionCases.Kafka, "authentication", ["password", "sslKey", "sslKeyPassword"], ["password", "sslKey"], ("username", "another-user"), Bag.Of(
            ("mechanism", "PLAIN"), ("username", "orders"), ("password", "invented-password-1"), ("sslCertificate", "invented certificate"),
            ("sslKey", "invented ENCRYPTED key"), ("sslKeyPassword", "invented-key-password"))),
        new("registry password", ConnectionCases.Registry, "schemaRegistryAuthentication", ["password"], ["password"], ("username", "another-user"), Bag.Of(
            ("type", "USER_INFO"), ("username", "sr-user"), ("password", "invented-sr-password"))),
    ];

    [TestCaseSource(nameof(Logins))]
    public async Task Update_AnotherProperty_LosesNoSecret(object data)
    {
        var login = (Login)data;
        await using var bench = await login.StartAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(login.Creation);

        await thing.UpAsync(login.Creation.With(login.OtherChange));

        Assert.That(login.StoredSecrets(bench), Is.EqualTo(login.Given));
    }

    [TestCaseSource(nameof(Logins))]
    public async Task Update_MemberOfTheLogin_SendsItsSecretsWithIt(object data)
    {
        var login = (Login)data;
        await using var bench = await login.StartAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(login.Creation);

        var up = await thing.UpAsync(login.Stating(login.Creation, login.Changed));

        Assert.Multiple(() =>
        {
            Assert.That(up.Details, Is.EqualTo(new[] { $"{login.Property}.{login.Another.Member} Update" }));
            Assert.That(login.SecretsIn(bench.Sent[^1]), Is.EqualTo(login.Given));
            Assert.That(login.StoredSecrets(bench), Is.EqualTo(login.Given));
        });
    }

    [TestCaseSource(nameof(Logins))]
    public async Task Adopt_LoginNotStated_IsLeftOutOfTheRequest(object data)
    {
        var login = (Login)data;
        await using var bench = await login.StartWithConnectionAsync();
        var thing = bench.Resource(ConnectionCases.Token);

        await thing.UpAsync(login.Door.With(login.OtherChange));
        await thing.UpAsync(login.Door.With(login.OtherChange).With("secretsVersion", PropertyValue.Of("2")));

        Assert.Multiple(() =>
        {
            Assert.That(bench.Sent, Has.Count.EqualTo(1));
            Assert.That(bench.Sent.Single().ContainsKey(login.Property), Is.False);
            Assert.That(login.StoredSecrets(bench), Is.EqualTo(login.Given));
        });
    }

    [TestCaseSource(nameof(Logins))]
    public async Task Adopt_LoginStatedWithoutItsSecret_IsLeftOutOfTheRequest(object data)
    {
        var login = (Login)data;
        await using var bench = await login.StartWithConnectionAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        var program = login.Stating(login.Door, login.WithoutSecrets);

        await thing.UpAsync(program);
        await thing.UpAsync(program.With(login.OtherChange));

        Assert.Multiple(() =>
        {
            Assert.That(bench.Sent.Single().ContainsKey(login.Property), Is.False);
            Assert.That(login.StoredSecrets(bench), Is.EqualTo(login.Given));
        });
    }

    [TestCaseSource(nameof(Logins))]
    public async Task Import_MemberChangedWithoutTheSecret_FailsAtCheckAndAsksForIt(object data)
    {
        var login = (Login)data;
        await using var bench = await login.StartWithConnectionAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.ImportAsync(ConnectionCases.Id(Name));

        var step = await thing.PreviewAsync(login.Stating(thing.Inputs.Visible(), login.Changed.Where((key, _) => !login.Secrets.Contains(key))));

        Assert.Multiple(() =>
        {
            Assert.That(step.Op, Is.EqualTo(Op.Refused));
            Assert.That(step.Failures.Select(failure => failure.Reason.Split(' ')[0]), Is.EqualTo(login.Asked.Select(name => $"{login.Property}.{name}")));
            Assert.That(step.Failures.Select(failure => failure.Reason), Has.All.Contains("never gives this secret back"));
            Assert.That(bench.Written, Is.Empty);
        });
    }

    [TestCaseSource(nameof(Logins))]
    public async Task Adopt_OtherMemberThanTheCloudsWithoutTheSecret_IsRefusedBeforeAnythingIsWritten(object data)
    {
        var login = (Login)data;
        await using var bench = await login.StartWithConnectionAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        var program = login.Stating(login.Door, login.Changed.Where((key, _) => !login.Secrets.Contains(key)));

        var preview = Assert.ThrowsAsync<RpcException>(() => thing.PreviewAsync(program));
        var up = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(program));

        Assert.Multiple(() =>
        {
            Assert.That((preview!.StatusCode, up!.StatusCode), Is.EqualTo((StatusCode.InvalidArgument, StatusCode.InvalidArgument)));
            Assert.That(preview!.Status.Detail, Does.Contain(string.Join(" or ", login.Asked.Select(name => $"{login.Property}.{name}"))));
            Assert.That(bench.Written, Is.Empty);
        });
    }

    [TestCaseSource(nameof(Logins))]
    public async Task Import_ProgramGivesTheSecret_IsAnUpdateThatSendsIt(object data)
    {
        var login = (Login)data;
        await using var bench = await login.StartWithConnectionAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.ImportAsync(ConnectionCases.Id(Name));

        var up = await thing.UpAsync(login.Stating(thing.Inputs.Visible(), login.Members));
        var again = await thing.UpAsync(login.Stating(thing.Inputs.Visible(), login.Members));

        Assert.Multiple(() =>
        {
            Assert.That(up.Details, Is.EqualTo(login.Secrets.Select(name => $"{login.Property}.{name} Add")));
            Assert.That(login.SecretsIn(bench.Sent.Single()), Is.EqualTo(login.Given));
            Assert.That(again.Op, Is.EqualTo(Op.Same));
        });
    }

    [TestCaseSource(nameof(Logins))]
    public async Task Update_SecretChanged_ShowsThatOneAndSendsIt(object data)
    {
        var login = (Login)data;
        await using var bench = await login.StartAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(login.Creation);
        var changed = login.Members.With(login.Secrets[0], PropertyValue.Of("rotated-secret"));

        var preview = await thing.PreviewAsync(login.Stating(login.Creation, changed));
        var up = await thing.UpAsync(login.Stating(login.Creation, changed));

        Assert.Multiple(() =>
        {
            Assert.That(preview.Details, Is.EqualTo(new[] { $"{login.Property}.{login.Secrets[0]} Update" }));
            Assert.That(up.Details, Is.EqualTo(preview.Details));
            Assert.That(login.StoredSecrets(bench), Is.EqualTo(login.Given.Skip(1).Prepend("rotated-secret")));
        });
    }

    [TestCaseSource(nameof(Logins))]
    public async Task SecretsVersion_Changed_SendsTheSecretsAgain(object data)
    {
        var login = (Login)data;
        await using var bench = await login.StartAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(login.Creation.With("secretsVersion", PropertyValue.Of("1")));
        bench.Meddle(Name, new JObject { [login.Property] = new JObject { [login.Secrets[0]] = "changed-by-another-hand" } });
        var refreshed = await thing.RefreshAsync();

        var up = await thing.UpAsync(login.Creation.With("secretsVersion", PropertyValue.Of("2")));
        var again = await thing.UpAsync(login.Creation.With("secretsVersion", PropertyValue.Of("2")));

        Assert.Multiple(() =>
        {
            Assert.That(refreshed!.DetailedDiff, Is.Empty, "the drift of a secret cannot be seen");
            Assert.That(up.Details, Is.EqualTo(new[] { "secretsVersion Update" }));
            Assert.That(login.StoredSecrets(bench), Is.EqualTo(login.Given));
            Assert.That(again.Op, Is.EqualTo(Op.Same));
        });
    }

    [TestCaseSource(nameof(Logins))]
    public async Task Update_SecretRemovedFromTheProgram_StaysInForceAndIsSentNoMore(object data)
    {
        var login = (Login)data;
        await using var bench = await login.StartAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(login.Creation);
        bench.Meddle(Name, new JObject { [login.Property] = new JObject { [login.Secrets[0]] = "rotated-by-another-hand" } });
        bench.Emulator.Journal.Clear();
        var without = login.Stating(login.Creation, login.WithoutSecrets);

        var together = await thing.UpAsync(without.With(login.OtherChange));
        var removed = await thing.UpAsync(without.With(login.OtherChange));

        Assert.Multiple(() =>
        {
            Assert.That((together.Op, removed.Op), Is.EqualTo((Op.Update, Op.Same)));
            Assert.That(bench.Sent.Single().ContainsKey(login.Property), Is.False);
            Assert.That(login.StoredSecrets(bench), Is.EqualTo(login.Given.Skip(1).Prepend("rotated-by-another-hand")));
            Assert.That(thing.Said, Has.Some.Contains("no longer managed; the cloud keeps its value"));
        });
    }

    [TestCaseSource(nameof(Logins))]
    public async Task Refresh_Secrets_AreKeptInTheInputsAndInNoOutput(object data)
    {
        var login = (Login)data;
        await using var bench = await login.StartAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(login.Creation);
        var inputs = thing.Inputs;

        await thing.RefreshAsync();

        var kept = ((MapValue)thing.Inputs[login.Property]).Map;
        Assert.Multiple(() =>
        {
            Assert.That(thing.Inputs, Is.EqualTo(inputs));
            Assert.That(login.Secrets.Select(name => kept[name]), Is.EqualTo(login.Given.Select(value => Bag.Secret(value))));
            Assert.That(((MapValue)thing.Outputs[login.Property]).Map.Keys, Is.EquivalentTo(login.WithoutSecrets.Keys));
        });
    }

    [TestCaseSource(nameof(Logins))]
    public async Task Restore_AnotherProperty_LosesNoSecret(object data)
    {
        var login = (Login)data;
        await using var bench = await login.StartWithConnectionAsync();
        var before = bench.Stored(Name);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(login.Door.With(login.OtherChange).With("onDelete", PropertyValue.Of("Restore")));

        await thing.DestroyAsync();

        Assert.That(bench.Stored(Name), Is.EqualTo(before).Using<JToken>(JToken.DeepEquals));
    }

    [TestCaseSource(nameof(Logins))]
    public async Task Restore_LoginThatWasWritten_StaysWithAWarningForEachMember(object data)
    {
        var login = (Login)data;
        await using var bench = await login.StartWithConnectionAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(login.Stating(login.Door, login.Changed).With("onDelete", PropertyValue.Of("Restore")));
        bench.Emulator.Journal.Clear();

        await thing.DestroyAsync();

        var written = login.Secrets.Append(login.Another.Member).Select(name => $"{login.Property}.{name}").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(bench.Written, Is.Empty);
            Assert.That(login.StoredSecrets(bench), Is.EqualTo(login.Given));
            Assert.That(thing.Said.Count(line => line.Contains("cannot be put back", StringComparison.Ordinal)), Is.EqualTo(written.Count));
            Assert.That(written, Has.All.Matches<string>(path => thing.Said.Any(line => line.Contains($"keeps its {path}:", StringComparison.Ordinal))));
        });
    }

    [Test]
    public async Task Update_AnotherMechanism_NeedsItsOwnSecretAloneAndLeavesTheOldLoginBehind()
    {
        var (before, after) = (Logins.ElementAt(0), Logins.ElementAt(1));
        await using var bench = await before.StartAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(before.Creation);

        var preview = await thing.PreviewAsync(after.Creation);
        var up = await thing.UpAsync(after.Creation);

        Assert.Multiple(() =>
        {
            Assert.That(((JObject)bench.Sent[^1]["authentication"]!).Properties().Select(member => member.Name), Is.EquivalentTo(after.Members.Keys));
            Assert.That(((MapValue)preview.Outputs["authentication"]).Map["username"].IsUnknown, Is.True, "the cloud decides whether it keeps it");
            Assert.That(((MapValue)up.Outputs["authentication"]).Map.Keys, Is.EquivalentTo(after.WithoutSecrets.Keys));
        });
    }

    [Test]
    public async Task Update_RegistryInheritsTheLogin_NeedsNoSecret()
    {
        var login = Logins.ElementAt(3);
        await using var bench = await login.StartWithConnectionAsync();
        var thing = bench.Resource(ConnectionCases.Token);

        await thing.UpAsync(login.Stating(login.Door, Bag.Of(("type", "SASL_INHERIT"))));

        Assert.That(bench.Sent.Single()[login.Property], Is.EqualTo(new JObject { ["type"] = "SASL_INHERIT" }).Using<JToken>(JToken.DeepEquals));
    }

    [TestCaseSource(nameof(Logins))]
    public async Task Update_AfterAFailureHalfWay_SendsTheSecretsAgain(object data)
    {
        var login = (Login)data;
        await using var bench = await login.StartAsync();
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(login.Creation);
        var program = login.Stating(login.Creation, login.Changed.With(login.Secrets[0], PropertyValue.Of("rotated-secret")));
        bench.Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.BeforeEffect) with { Method = "PATCH" });
        Assert.ThrowsAsync<RpcException>(() => thing.RunAsync(program, preview: false, timeout: 20));
        bench.Emulator.Faults.Clear();

        var repaired = await thing.UpAsync(program);

        Assert.Multiple(() =>
        {
            Assert.That(repaired.Op, Is.EqualTo(Op.Update));
            Assert.That(login.StoredSecrets(bench), Is.EqualTo(login.Given.Skip(1).Prepend("rotated-secret")));
        });
    }

    /// <summary>A login with secrets.</summary>
    /// <param name="Title">What it is.</param>
    /// <param name="Resource">The type of connection that has it.</param>
    /// <param name="Property">The property that it is.</param>
    /// <param name="Secrets">Its secrets.</param>
    /// <param name="Asked">Those without which it must not be sent, whatever the others are.</param>
    /// <param name="Another">Another value of a member that is no secret.</param>
    /// <param name="Members">All members.</param>
    internal sealed record Login(
        string Title, ResourceCase Resource, string Property, string[] Secrets, string[] Asked, (string Member, string Value) Another, PropertyMap Members)
    {
        public PropertyMap Creation => Stating(Resource.Creation!, Members).With("connectionName", PropertyValue.Of(Name));

        public PropertyMap Door => ConnectionCases.Door(Resource.Kind!, Name);

        public PropertyMap OtherChange => Resource.Changes[0];

        public PropertyMap Changed => Members.With(Another.Member, PropertyValue.Of(Another.Value));

        public PropertyMap WithoutSecrets => Members.Where((key, _) => !Secrets.Contains(key));

        public IEnumerable<string> Given => Secrets.Select(Members.Text);

        public Task<Workbench> StartAsync() => Resource.StartAsync(s_strict);

        /// <summary>Starts with a connection that somebody else created.</summary>
        public async Task<Workbench> StartWithConnectionAsync()
        {
            var bench = await StartAsync();
            await bench.Resource(ConnectionCases.Token, "maker").UpAsync(Creation);
            bench.Emulator.Journal.Clear();
            return bench;
        }

        public PropertyMap Stating(PropertyMap program, PropertyMap members) => program.With(Property, PropertyValue.Of(members));

        public IEnumerable<string?> SecretsIn(JObject connection) => Secrets.Select(name => (string?)connection[Property]?[name]);

        public IEnumerable<string?> StoredSecrets(Workbench bench) => SecretsIn(bench.Stored(Name));

        public override string ToString() => Title;
    }
}
