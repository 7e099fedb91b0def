using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds.Settings;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using CloudUpdate.TestKit.Time;
using Grpc.Core;

// The older form of a configuration is obsolete in the protocol, and still what older engines send.
#pragma warning disable CS0612

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>The provider's configuration: everything wrong at once, in whatever form it comes, and never a replacement.</summary>
public sealed class ConfigurationTests
{
    private const string Urn = "urn:pulumi:dev::shop::pulumi:providers:cloudupdate::default";

    [Test]
    public async Task CheckConfig_SeveralMistakes_ReportsAllWithHints()
    {
        await using var bench = await Workbench.StartAsync();

        var check = await CheckAsync(bench, Bag.Of(
            ("huaweiRegin", "cn-north-4"), ("maxRetries", "many"), ("allowInsecureEndpoints", "perhaps"), ("endpoints", 5), ("requestTimeoutSeconds", 1.5)));

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures.Select(failure => failure.Property), Is.EquivalentTo(
                new[] { "huaweiRegin", "maxRetries", "allowInsecureEndpoints", "endpoints", "requestTimeoutSeconds" }));
            Assert.That(check.Failures.Single(failure => failure.Property == "huaweiRegin").Reason, Does.Contain("did you mean \"huaweiRegion\"?"));
        });
    }

    [Test]
    public async Task CheckConfig_ValuesThatCannotBeUsed_ReportsAll()
    {
        await using var bench = await Workbench.StartAsync();

        var check = await CheckAsync(bench, Bag.Of(
            ("endpoints", Bag.Of(("ga", "http://example.com"), ("s3", "https://example.com"))), ("previewReads", "sometimes"), ("maxRetries", 100000)));

        Assert.That(check.Failures.Select(failure => failure.Property), Is.EquivalentTo(new[] { "endpoints", "endpoints", "previewReads", "maxRetries" }));
    }

    [Test]
    public async Task CheckConfig_WrongSecret_IsNeitherNamedNorEchoed()
    {
        await using var bench = await Workbench.StartAsync();

        var check = await CheckAsync(bench, Bag.Of(("huaweiSecretKey", Bag.Of(("very", "secret-words"))), ("huaweiAccessKey", "line\nbreak-secret"), ("maxRetries", 1)));

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures, Is.Not.Empty);
            Assert.That(check.Failures.Select(failure => failure.Property), Has.All.Empty);
            Assert.That(check.Failures.Select(failure => failure.Reason), Has.None.Contains("secret-words").And.None.Contains("break-secret"));
        });
    }

    [Test]
    public async Task CheckConfig_Unknowns_PassAndStayUnknown()
    {
        await using var bench = await Workbench.StartAsync();
        var config = Bag.Of(
            ("huaweiRegion", PropertyValue.Unknown), ("maxRetries", PropertyValue.Unknown), ("endpoints", Bag.Of(("ga", PropertyValue.Unknown))),
            ("allowInsecureEndpoints", $"\"{Signatures.Unknowns[0]}\""));

        var check = await CheckAsync(bench, config);

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures, Is.Empty);
            Assert.That(PropertyCodec.DecodeOrEmpty(check.Inputs), Is.EqualTo(config));
        });
    }

    [TestCase("true")]
    [TestCase("""{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","value":true}""")]
    [TestCase("false")]
    public async Task CheckConfig_JsonInText_PassesAndGoesBackAsItCame(string text)
    {
        await using var bench = await Workbench.StartAsync();
        var config = Bag.Of(
            ("allowInsecureEndpoints", text), ("maxRetries", "3"), ("endpoints", """{"ga":"https://ga.example.com"}"""), ("huaweiRegion", "cn-north-4"),
            ("huaweiProjectId", "123"), ("version", "0.1.0"), ("__internal", Bag.Of(("x", 1))));

        var check = await CheckAsync(bench, config);

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures, Is.Empty);
            Assert.That(PropertyCodec.DecodeOrEmpty(check.Inputs), Is.EqualTo(config));
        });
    }

    [Test]
    public async Task CheckConfig_SecretKeysInClear_GoBackAsSecrets()
    {
        await using var bench = await Workbench.StartAsync();

        var check = await CheckAsync(bench, Bag.Of(("huaweiAccessKey", "AK"), ("huaweiSecretKey", "SK"), ("atlasClientSecret", "CS"), ("huaweiRegion", "cn-north-4")));

        var inputs = PropertyCodec.DecodeOrEmpty(check.Inputs);
        Assert.That(inputs.Where((_, value) => value is SecretValue).Keys, Is.EquivalentTo(new[] { "huaweiAccessKey", "huaweiSecretKey", "atlasClientSecret" }));
    }

    [TestCase("huaweiRegion", "cn-east-3")]
    [TestCase("huaweiProjectId", "another")]
    [TestCase("huaweiSecretKey", "another")]
    [TestCase("endpoints", """{"ga":"https://elsewhere.example.com"}""")]
    [TestCase("atlasBaseUrl", "https://cloud.mongodbgov.com")]
    public async Task DiffConfig_AnyKeyChanges_IsAChangeThatReplacesNothing(string key, string value)
    {
        await using var bench = await Workbench.StartAsync();
        var olds = Bag.Of(("huaweiRegion", "cn-north-4"), ("huaweiProjectId", "p"), ("huaweiSecretKey", "SK"));

        var diff = await DiffAsync(bench, olds, olds.With(Bag.Of((key, value))));

        Assert.Multiple(() =>
        {
            Assert.That(diff.Changes, Is.EqualTo(DiffResponse.Types.DiffChanges.DiffSome));
            Assert.That(diff.DetailedDiff.Keys, Is.EqualTo(new[] { key }));
            Assert.That(diff.Replaces, Is.Empty);
        });
    }

    [Test]
    public async Task DiffConfig_OneValueInTwoForms_IsNoChange()
    {
        await using var bench = await Workbench.StartAsync();

        var diff = await DiffAsync(
            bench,
            Bag.Of(("maxRetries", "3"), ("allowInsecureEndpoints", "true"), ("endpoints", """{"ga": "https://a"}"""), ("version", "1.0.0")),
            Bag.Of(("maxRetries", 3), ("allowInsecureEndpoints", true), ("endpoints", Bag.Of(("ga", "https://a"))), ("version", "2.0.0"), ("__x", 1)));

        Assert.That(diff.Changes, Is.EqualTo(DiffResponse.Types.DiffChanges.DiffNone));
    }

    [Test]
    public async Task DiffConfig_Unknown_IsAChangeThatReplacesNothing()
    {
        await using var bench = await Workbench.StartAsync();

        var diff = await DiffAsync(bench, Bag.Of(("huaweiRegion", "cn-north-4")), Bag.Of(("huaweiRegion", PropertyValue.Unknown)));

        Assert.That((diff.Changes, diff.Replaces.Count), Is.EqualTo((DiffResponse.Types.DiffChanges.DiffSome, 0)));
    }

    [Test]
    public async Task Configure_CredentialsOfBothCloudsIncomplete_ListsEveryMissingKey()
    {
        await using var bench = await Workbench.StartAsync();

        var error = Assert.ThrowsAsync<RpcException>(() => ConfigureAsync(bench, Bag.Of(("huaweiAccessKey", Bag.Secret("AK")), ("atlasClientId", "mdb_sa_id"))));

        var missing = StatusDetails.Find<ConfigureErrorMissingKeys>(error!)!.MissingKeys;
        Assert.Multiple(() =>
        {
            Assert.That(missing.Select(key => key.Name), Is.EqualTo(new[] { "cloudupdate:huaweiSecretKey", "cloudupdate:atlasClientSecret" }));
            Assert.That(missing.Select(key => key.Description), Has.All.Not.Empty);
        });
    }

    [Test]
    public async Task Configure_NothingAtAll_IsFineUntilACloudIsUsed()
    {
        await using var bench = await Workbench.StartAsync();
        await ConfigureAsync(bench, PropertyMap.Empty);
        var thing = bench.Resource(ResourceCases.EndpointGroup.Token);

        var check = await thing.CheckAsync(PropertyMap.Empty, ResourceCases.EndpointGroup.Door);
        var error = Assert.ThrowsAsync<RpcException>(() => thing.RunAsync(ResourceCases.EndpointGroup.Door, preview: false, configure: false));

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures, Is.Empty);
            Assert.That(error!.Status.Detail, Does.Contain("huawei").IgnoreCase);
        });
    }

    [Test]
    public async Task Configure_OlderFormAlone_Works()
    {
        await using var bench = await Workbench.StartAsync();
        var request = new ConfigureRequest();
        foreach (var (key, value) in new Dictionary<string, string>
        {
            ["huaweiRegion"] = DemoCredentials.Region,
            ["huaweiProjectId"] = DemoCredentials.ProjectId,
            ["huaweiAuthToken"] = DemoCredentials.AuthToken,
            ["endpoints"] = $$"""{"ga":"{{bench.Emulator.Address}}"}""",
        })
        {
            request.Variables[$"cloudupdate:config:{key}"] = value;
        }

        await bench.Client.ConfigureAsync(request).ResponseAsync.OrTimeout();
        var step = await bench.Resource(ResourceCases.EndpointGroup.Token).RunAsync(ResourceCases.EndpointGroup.Door, preview: false, configure: false);

        Assert.That(step.Outputs.Text("status"), Is.EqualTo("ACTIVE"));
    }

    [Test]
    public async Task Configure_BagAndOlderForm_TheBagCounts()
    {
        await using var bench = await Workbench.StartAsync();
        await bench.Client.ConfigureAsync(new ConfigureRequest
        {
            Args = PropertyCodec.Encode(Bag.Of(
                ("huaweiRegion", DemoCredentials.Region), ("huaweiProjectId", DemoCredentials.ProjectId), ("huaweiAuthToken", Bag.Secret(DemoCredentials.AuthToken)),
                ("endpoints", $$"""{"ga":"{{bench.Emulator.Address}}"}"""))),
            Variables = { ["cloudupdate:config:huaweiAuthToken"] = "wrong" },
        }).ResponseAsync.OrTimeout();

        var step = await bench.Resource(ResourceCases.EndpointGroup.Token).RunAsync(ResourceCases.EndpointGroup.Door, preview: false, configure: false);

        Assert.That(step.Op, Is.EqualTo(Op.Create));
    }

    [Test]
    public async Task Configure_AgainWithOtherValues_TakesEffect()
    {
        await using var bench = await Workbench.StartAsync();
        await bench.ConfigureAsync(("huaweiSecretKey", Bag.Secret("wrong")));
        var thing = bench.Resource(ResourceCases.EndpointGroup.Token);
        var refused = Assert.ThrowsAsync<RpcException>(() => thing.RunAsync(ResourceCases.EndpointGroup.Door, preview: false, configure: false));

        await bench.ConfigureAsync();
        var step = await thing.RunAsync(ResourceCases.EndpointGroup.Door, preview: false, configure: false);

        Assert.Multiple(() =>
        {
            Assert.That(refused!.StatusCode, Is.EqualTo(StatusCode.Unauthenticated));
            Assert.That(refused!.Status.Detail, Does.Not.Contain(DemoCredentials.SecretKey));
            Assert.That(step.Op, Is.EqualTo(Op.Create));
        });
    }

    [Test]
    public async Task Calls_BeforeConfigure_AreRefusedWhereTheyNeedIt()
    {
        await using var bench = await Workbench.StartAsync();
        var thing = bench.Resource(ResourceCases.EndpointGroup.Token);

        var check = await thing.CheckAsync(PropertyMap.Empty, ResourceCases.EndpointGroup.Door);
        var diff = await thing.DiffAsync(Bag.Of(("name", "a")), PropertyMap.Empty, Bag.Of(("name", "b")));
        var create = Assert.ThrowsAsync<RpcException>(() => thing.RunAsync(ResourceCases.EndpointGroup.Door, preview: true, configure: false));
        var invoke = Assert.ThrowsAsync<RpcException>(() => bench.InvokeAsync("cloudupdate:globalaccelerator:getEndpointGroups", PropertyMap.Empty));

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures, Is.Empty);
            Assert.That(diff.Diffs, Is.EqualTo(new[] { "name" }));
            Assert.That(create!.StatusCode, Is.EqualTo(StatusCode.FailedPrecondition));
            Assert.That(invoke!.StatusCode, Is.EqualTo(StatusCode.FailedPrecondition));
        });
    }

    [Test]
    public async Task Schema_ConfigurationAndSettings_NameTheSameKeys()
    {
        await using var bench = await Workbench.StartAsync();

        var schema = Newtonsoft.Json.Linq.JObject.Parse((await bench.Client.GetSchemaAsync(new GetSchemaRequest()).ResponseAsync.OrTimeout()).Schema);

        var keys = SettingKeys.All.Select(key => key.Name).Order(StringComparer.Ordinal);
        Assert.Multiple(() =>
        {
            Assert.That(Names(schema["config"]!["variables"]!), Is.EqualTo(keys));
            Assert.That(Names(schema["provider"]!["inputProperties"]!), Is.EqualTo(keys));
        });
    }

    private static IEnumerable<string> Names(Newtonsoft.Json.Linq.JToken map) => ((Newtonsoft.Json.Linq.JObject)map).Properties().Select(member => member.Name);

    private static async Task<CheckResponse> CheckAsync(Workbench bench, PropertyMap news) => await bench.Client.CheckConfigAsync(new CheckRequest
    {
        Urn = Urn,
        Olds = PropertyCodec.Encode(PropertyMap.Empty),
        News = PropertyCodec.Encode(news),
    }).ResponseAsync.OrTimeout();

    private static async Task<DiffResponse> DiffAsync(Workbench bench, PropertyMap olds, PropertyMap news) => await bench.Client.DiffConfigAsync(new DiffRequest
    {
        Urn = Urn,
        Olds = PropertyCodec.Encode(olds),
        OldInputs = PropertyCodec.Encode(olds),
        News = PropertyCodec.Encode(news),
    }).ResponseAsync.OrTimeout();

    private static async Task ConfigureAsync(Workbench bench, PropertyMap args) =>
        await bench.Client.ConfigureAsync(new ConfigureRequest { Args = PropertyCodec.Encode(args) }).ResponseAsync.OrTimeout();
}
