using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>Check knows which properties belong to which type of connection, what each needs, and lets pass what the documents do not list.</summary>
public sealed class ConnectionTypeTests
{
    private static readonly PropertyMap s_publicAccess = Bag.Of(("networking", Bag.Of(("access", Bag.Of(("type", "PUBLIC"))))));

    /// <summary>What each type has, as the reference says.</summary>
    private static IEnumerable<TestCaseData> Own =>
    [
        Having("Sample"),
        Having("Cluster", "clusterName", "clusterGroupId", "dbRoleToExecute"),
        Having("Kafka", "bootstrapServers", "authentication", "security", "config", "networking"),
        Having("Https", "url", "headers"),
        Having("AWSLambda", "aws", "networking"),
        Having("S3", "aws", "networking"),
        Having("AWSKinesisDataStreams", "aws", "networking"),
        Having("SchemaRegistry", "schemaRegistryProvider", "schemaRegistryUrls", "schemaRegistryAuthentication"),
        Having("AzureBlobStorage", "azure", "networking"),
        Having("GCPPubSub", "gcp", "networking"),
    ];

    /// <summary>Every property that some type has, with a value.</summary>
    private static PropertyMap Everything => ConnectionCases.All.Aggregate(s_publicAccess, (bag, resource) =>
        bag.With(resource.AllChanges.With(resource.Creation!).Where((key, _) => !resource.Door.ContainsKey(key))));

    [TestCaseSource(nameof(Own))]
    public async Task Check_PropertiesOfOtherTypes_AreRefusedWithWhatTheTypeHas(string type, string[] own)
    {
        await using var bench = await Workbench.StartAsync();

        var step = await bench.Resource(ConnectionCases.Token).PreviewAsync(ConnectionCases.Door(type, "any").With(Everything));

        Assert.Multiple(() =>
        {
            Assert.That(step.Failures.Select(failure => failure.Reason.Split(' ')[0]), Is.EquivalentTo(Everything.Keys.Except(own)));
            Assert.That(step.Failures.Select(failure => failure.Reason), Has.All.Contains($"not to {type}; {type} has: "));
            Assert.That(step.Failures.Select(failure => failure.Reason.Split("has: ")[1].Split(", ")), Has.All.EquivalentTo(own.DefaultIfEmpty("nothing of its own")));
        });
    }

    [TestCaseSource(nameof(Own))]
    public async Task Check_PropertiesOfTheType_Pass(string type, string[] own)
    {
        await using var bench = await Workbench.StartAsync();

        var check = await Check(bench, ConnectionCases.Creation(type, "any").With(Everything.Where((key, _) => own.Contains(key))));

        Assert.That(check.Failures, Is.Empty);
    }

    [TestCase("Redis", "Sample, Cluster, Kafka")]
    [TestCase("kafka", "did you mean \"Kafka\"?")]
    public async Task Check_TypeThatTheDocumentsDoNotList_PassesWithAWarning(string type, string hint)
    {
        await using var bench = await Workbench.StartAsync();

        var bare = await Check(bench, ConnectionCases.Creation(type, "any"));
        var full = await Check(bench, ConnectionCases.Creation(type, "any").With(Everything));

        Assert.Multiple(() =>
        {
            Assert.That(bare.Failures.Concat(full.Failures), Is.Empty);
            Assert.That(Said(bench), Has.Some.Contains($"type is \"{type}\"").And.Some.Contains(hint));
        });
    }

    [Test]
    public async Task Check_TypeNotKnownYet_AsksForNothingOfAnyType()
    {
        await using var bench = await Workbench.StartAsync();

        var bare = await Check(bench, ConnectionCases.Creation("any", "any").With("type", PropertyValue.Unknown));
        var full = await Check(bench, ConnectionCases.Creation("any", "any").With("type", PropertyValue.Unknown).With(Everything));

        Assert.That(bare.Failures.Concat(full.Failures), Is.Empty);
    }

    [Test]
    public async Task Check_TypeMissing_IsTheOnlyFailure()
    {
        await using var bench = await Workbench.StartAsync();

        var check = await Check(bench, ConnectionCases.Creation("any", "any").Without("type"));

        Assert.That(check.Failures.Select(failure => failure.Reason), Has.All.StartsWith("type is missing"));
    }

    [TestCase("bootstrapServer", "bootstrapServers")]
    [TestCase("clustername", "clusterName")]
    [TestCase("header", "headers")]
    public async Task Check_MisspeltProperty_SaysWhichWasMeant(string given, string meant)
    {
        await using var bench = await Workbench.StartAsync();

        var check = await Check(bench, ConnectionCases.Door("Kafka", "any").With(Bag.Of((given, "x"))));

        Assert.That(check.Failures.Single().Reason, Does.StartWith($"{given} is no property here (did you mean \"{meant}\"?); allowed: "));
    }

    [TestCase("Kafka", "authentication.mechanism", "SCRAM-256")]
    [TestCase("Kafka", "authentication.method", "OIDC")]
    [TestCase("Kafka", "security.protocol", "SASL_SSL")]
    [TestCase("S3", "networking.access.type", "PRIVATE_LINK")]
    [TestCase("Https", "region", "VIRGINIA_USA")]
    [TestCase("Cluster", "dbRoleToExecute.type", "BUILT_IN")]
    [TestCase("SchemaRegistry", "schemaRegistryProvider", "CONFLUENT")]
    [TestCase("SchemaRegistry", "schemaRegistryAuthentication.type", "SASL_INHERIT")]
    public async Task Check_ValueThatTheDocumentsDoNotList_PassesWithAWarningAndWhatIsListed(string type, string path, string listed)
    {
        await using var bench = await Workbench.StartAsync();
        var program = PropertyPath.Parse(path).Set(ConnectionCases.Door(type, "any"), PropertyValue.Of("NEWER"))!;
        program = type == "Cluster" ? PropertyPath.Parse("dbRoleToExecute.role").Set(program, PropertyValue.Of("x"))! : program;

        var check = await Check(bench, program);

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures, Is.Empty);
            Assert.That(Said(bench).Single(), Does.StartWith($"{path} is \"NEWER\"").And.Contain(listed));
        });
    }

    [TestCase("PLAIN", "username, password")]
    [TestCase("SCRAM-256", "username, password")]
    [TestCase("SCRAM-512", "username, password")]
    [TestCase("OAUTHBEARER", "method, tokenEndpointUrl, clientId, clientSecret")]
    [TestCase("AWS_MSK_IAM", "aws")]
    [TestCase("NEWER", "")]
    public async Task Check_NewConnectionWithAMechanism_NeedsWhatItNeeds(string mechanism, string needed)
    {
        await using var bench = await Workbench.StartAsync();

        var check = await Check(bench, Kafka(("mechanism", mechanism)));

        Assert.That(
            check.Failures.Select(failure => failure.Reason),
            Is.EqualTo(needed.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(name => $"authentication.{name} is missing; mechanism {mechanism} needs it")));
    }

    [Test]
    public async Task Check_MembersOfAnotherMechanism_AreWarnedOf()
    {
        await using var bench = await Workbench.StartAsync();

        var check = await Check(bench, Kafka(("mechanism", "PLAIN"), ("username", "u"), ("password", "p"), ("clientId", "c"), ("scope", "s")));

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures, Is.Empty);
            Assert.That(Said(bench), Is.EquivalentTo(new[]
            {
                "authentication.clientId is given, but mechanism PLAIN does not use it", "authentication.scope is given, but mechanism PLAIN does not use it",
            }));
        });
    }

    [Test]
    public async Task Check_ClientKeyWithoutItsCertificateOrPassword_Fails()
    {
        await using var bench = await Workbench.StartAsync();

        var check = await Check(bench, Kafka(("mechanism", "PLAIN"), ("username", "u"), ("password", "p"), ("sslKey", "-----BEGIN ENCRYPTED PRIVATE KEY-----")));

        Assert.That(check.Failures.Select(failure => failure.Reason), Is.EqualTo(new[]
        {
            "authentication.sslCertificate is missing; sslKey is its private key", "authentication.sslKeyPassword is missing; sslKey is encrypted",
        }));
    }

    [TestCase("PRIVATE_LINK", "connectionId")]
    [TestCase("TRANSIT_GATEWAY", "tgwRouteId")]
    public async Task Check_AccessWithoutItsId_Fails(string access, string missing)
    {
        await using var bench = await Workbench.StartAsync();

        var check = await Check(bench, ConnectionCases.S3.Creation!.With(Bag.Of(("networking", Bag.Of(("access", Bag.Of(("type", access))))))));

        Assert.That(check.Failures.Single().Reason, Is.EqualTo($"networking.access.{missing} is missing; access type {access} needs it"));
    }

    [Test]
    public async Task Check_PlaceMissing_FailsForEachPart()
    {
        await using var bench = await Workbench.StartAsync();

        var check = await Check(bench, Bag.Of(("type", "Sample"), ("adopt", true)));

        Assert.That(check.Failures.Select(failure => failure.Property), Is.EqualTo(new[] { "groupId", "tenantName", "connectionName" }));
    }

    private static TestCaseData Having(string type, params string[] own) => new TestCaseData(type, own).SetArgDisplayNames(type);

    private static PropertyMap Kafka(params (string Key, object? Value)[] authentication) =>
        ConnectionCases.Kafka.Creation!.With(Bag.Of(("authentication", Bag.Of(authentication))));

    private static Task<CheckResponse> Check(Workbench bench, PropertyMap program) => bench.Resource(ConnectionCases.Token).CheckAsync(PropertyMap.Empty, program);

    private static IEnumerable<string> Said(Workbench bench) => bench.Resource(ConnectionCases.Token).Said;
}
