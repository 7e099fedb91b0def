using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>
/// The example requests of "Update One Stream Connection": an update that sets their values sends them as its body, and beyond them only what the
/// safe recipe adds: the name, and what the program does not state as it is in force.
/// </summary>
public sealed class ConnectionExampleTests
{
    private const string Networking = """
        { "access": { "connectionId": "32b6e34b3d91647abb20e7b8", "name": "string", "tgwRouteId": "32b6e34b3d91647abb20e7b8", "type": "PUBLIC" } }
        """;

    private static IEnumerable<TestCaseData> Examples =>
    [
        Example(ConnectionCases.Cluster, """
            {
              "clusterGroupId": "string",
              "clusterName": "string",
              "dbRoleToExecute": { "role": "string", "type": "BUILT_IN" },
              "type": "Cluster"
            }
            """),
        Example(ConnectionCases.Kafka, $$"""
            {
              "authentication": {
                "clientId": "string", "clientSecret": "string", "mechanism": "string", "method": "string", "password": "string",
                "saslOauthbearerExtensions": "string", "scope": "string", "sslCertificate": "string", "sslKey": "string", "sslKeyPassword": "string",
                "tokenEndpointUrl": "string", "username": "string"
              },
              "bootstrapServers": "string",
              "config": { "debug": "queue, msg, protocol", "group.protocol.type": "consumer" },
              "networking": {{Networking}},
              "security": { "brokerPublicCertificate": "string", "protocol": "string" },
              "type": "Kafka"
            }
            """),
        Example(ConnectionCases.Https, """
            { "headers": { "additionalProperty1": "string", "additionalProperty2": "string" }, "url": "string", "type": "Https" }
            """),
        Example(ConnectionCases.Lambda, """{ "aws": { "roleArn": "string", "testBucket": "string" }, "type": "AWSLambda" }"""),
        Example(ConnectionCases.S3, $$"""{ "aws": { "roleArn": "string", "testBucket": "string" }, "networking": {{Networking}}, "type": "S3" }"""),
        Example(ConnectionCases.Kinesis, $$"""
            { "aws": { "roleArn": "string", "testBucket": "string" }, "networking": {{Networking}}, "type": "AWSKinesisDataStreams" }
            """),
    ];

    private static IEnumerable<TestCaseData> AllExamples => [Example(ConnectionCases.Sample, """{ "type": "Sample" }"""), .. Examples];

    [TestCaseSource(nameof(Examples))]
    public async Task Update_ValuesOfTheExample_SendsItsBodyAndTheName(object data, string example)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        bench.Emulator.Journal.Clear();

        await thing.UpAsync(resource.Door.With(Stated(example)));

        var expected = JObject.Parse(example);
        expected["name"] = resource.Door.Text("connectionName");
        Assert.Multiple(() =>
        {
            Assert.That(bench.Requests.Where(request => !request.StartsWith("GET", StringComparison.Ordinal)), Is.EqualTo(new[] { resource.UpdateRequest }));
            Assert.That(bench.Sent.Single(), Is.EqualTo(expected).Using<JToken>(JToken.DeepEquals));
            Assert.That(bench.Emulator.Journal.Writes.Single().NullMembers, Is.Empty);
        });
    }

    [TestCaseSource(nameof(AllExamples))]
    public async Task Check_PlaceholdersOfTheExample_Pass(object data, string example)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);

        var adopted = await thing.CheckAsync(PropertyMap.Empty, resource.Door.With(Stated(example)));
        var created = await thing.CheckAsync(PropertyMap.Empty, resource.Always.With(Stated(example)));

        Assert.That(adopted.Failures.Concat(created.Failures), Is.Empty);
    }

    [Test]
    public async Task Sample_WhateverHappensToIt_IsNeverPatched()
    {
        var resource = ConnectionCases.Sample;
        await using var bench = await resource.StartAsync();
        var adopted = bench.Resource(resource.Token, "adopted");
        var created = bench.Resource(resource.Token, "created");

        await adopted.UpAsync(resource.Door);
        await adopted.UpAsync(resource.Door.With(Bag.Of(("onDelete", "Restore"), ("secretsVersion", "2"))));
        await adopted.RefreshAsync();
        await adopted.DestroyAsync();
        await created.UpAsync(resource.Creation!);
        await created.UpAsync(resource.Creation!.With(Bag.Of(("secretsVersion", "2"))));
        await created.UpAsync(resource.Creation!.With(Bag.Of(("region", "OREGON_USA"))));
        await created.DestroyAsync();

        Assert.That(bench.Emulator.Journal.Writes.Select(entry => entry.Method), Is.EqualTo(new[] { "POST", "DELETE", "POST", "DELETE" }));
    }

    [Test]
    public async Task Update_OneProperty_SendsTheRestAsItIsInForceAndNoObjectWhoseSecretIsUnknown()
    {
        var resource = ConnectionCases.Kafka;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);

        await thing.UpAsync(resource.Door.With(Bag.Of(("bootstrapServers", "b-3.kafka.example.net:9096"))));

        Assert.That(bench.Sent.Single(), Is.EqualTo(JObject.Parse($$"""
            {
              "name": "orders-kafka",
              "type": "Kafka",
              "bootstrapServers": "b-3.kafka.example.net:9096",
              "security": { "protocol": "SASL_SSL" },
              "config": { "auto.offset.reset": "earliest" },
              "networking": {{Networking}}
            }
            """)).Using<JToken>(JToken.DeepEquals));
    }

    [Test]
    public async Task Update_MemberThatAtlasDoesNotShowLeavesTheProgram_IsStillSentWithItsObject()
    {
        var resource = ConnectionCases.S3;
        await using var bench = await resource.StartAsync(EmulatorSettings.Immediate with { AtlasHidesTestBucket = true, AtlasReplacesNestedObjects = true });
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Creation!.With(resource.OtherChanges[0]));

        await thing.UpAsync(resource.Creation!.With(resource.Changes[0]));

        Assert.That((string?)bench.Sent[^1].SelectToken("aws.testBucket"), Is.EqualTo("another-bucket"));
    }

    [TestCase("AWSLambda", "publicPrivateNetworking")]
    [TestCase("AzureBlobStorage", "publicPrivateNetworking")]
    [TestCase("GCPPubSub", "publicPrivateNetworking")]
    [TestCase("Kafka", "networking")]
    [TestCase("S3", "networking")]
    [TestCase("AWSKinesisDataStreams", "networking")]
    public async Task Networking_OneNameInTheProgram_HasTheRightOneOfTheType(string type, string wire)
    {
        var resource = ConnectionCases.All.Single(candidate => candidate.Kind == type);
        await using var bench = await resource.StartAsync(EmulatorSettings.Immediate);
        var thing = bench.Resource(resource.Token);
        var access = Bag.Of(("type", "PRIVATE_LINK"), ("connectionId", "65b0b0b0b0b0b0b0b0b0b0b2"));
        var program = resource.Creation!.With(Bag.Of(("networking", Bag.Of(("access", access)))));

        await thing.UpAsync(program);
        var updated = await thing.UpAsync(program.With(resource.Changes[0]));
        var refreshed = await thing.RefreshAsync();

        var expected = JObject.Parse("""{ "access": { "type": "PRIVATE_LINK", "connectionId": "65b0b0b0b0b0b0b0b0b0b0b2" } }""");
        Assert.Multiple(() =>
        {
            Assert.That(bench.Sent.Select(body => body[wire]), Is.EqualTo(new[] { expected, expected }).Using<JToken>(JToken.DeepEquals));
            Assert.That(bench.Sent.SelectMany(body => body.Properties()).Count(member => member.Name.EndsWith("etworking", StringComparison.Ordinal)), Is.EqualTo(2));
            Assert.That(updated.Outputs["networking"], Is.EqualTo(program["networking"]));
            Assert.That(refreshed!.DetailedDiff, Is.Empty);
        });
    }

    private static TestCaseData Example(ResourceCase resource, string json) => new TestCaseData(resource, json).SetArgDisplayNames(resource.Kind!);

    private static PropertyMap Stated(string example) => ((MapValue)Value(JObject.Parse(example))).Map.Without("type");

    private static PropertyValue Value(JToken json) => json is JObject members
        ? PropertyValue.Of(PropertyMap.Of(members.Properties().Select(member => KeyValuePair.Create(member.Name, Value(member.Value)))))
        : PropertyValue.Of((string)json!);
}
