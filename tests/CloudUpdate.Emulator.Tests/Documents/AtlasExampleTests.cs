using CloudUpdate.Emulator.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Documents;

/// <summary>The example requests of the Atlas document as printed there, sent as its curl lines send them.</summary>
internal sealed class AtlasExampleTests : EmulatorTest
{
    [TestCaseSource(nameof(Examples))]
    public async Task Atlas_UpdateOneStreamConnection_AnswersAsDocumented(Example example)
    {
        var answer = await Client.AtlasAsync("PATCH", $"/{example.Connection}", example.Request);

        // The document predates id and region, which every answer has today.
        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Shape.AssertLike(answer.Json, example.Response, ".id", ".region");
    }

    [TestCaseSource(nameof(Examples))]
    public async Task Atlas_UpdateOneStreamConnection_StoresWhatWasSent(Example example)
    {
        await Client.AtlasAsync("PATCH", $"/{example.Connection}", example.Request);

        var stored = Server.Objects.Get(
            ObjectKinds.AtlasConnection, $"{DemoCredentials.AtlasGroupId}/{DemoCredentials.AtlasWorkspace}/{example.Connection}")!;
        foreach (var (name, value) in Answer.Parse(example.Request))
        {
            Assert.That(JToken.DeepEquals(stored[name], value), Is.True, $"{name} is {stored[name]}");
        }
    }

    private static IEnumerable<Example> Examples()
    {
        yield return new(
            "sample_stream_solar",
            """
            {
            "type": "Sample"
            }
            """,
            """
            {
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "name": "string",
            "type": "Sample"
            }
            """);
        yield return new(
            "orders-cluster",
            """
            {
            "clusterGroupId": "string",
            "clusterName": "string",
            "dbRoleToExecute": {
            "role": "string",
            "type": "BUILT_IN"
            },
            "type": "Cluster"
            }
            """,
            """
            {
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "name": "string",
            "type": "Cluster",
            "clusterGroupId": "string",
            "clusterName": "string",
            "dbRoleToExecute": {
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "role": "string",
            "type": "BUILT_IN"
            }
            }
            """);
        yield return new(
            "orders-kafka",
            """
            {
            "authentication": {
            "clientId": "string",
            "clientSecret": "string",
            "mechanism": "string",
            "method": "string",
            "password": "string",
            "saslOauthbearerExtensions": "string",
            "scope": "string",
            "sslCertificate": "string",
            "sslKey": "string",
            "sslKeyPassword": "string",
            "tokenEndpointUrl": "string",
            "username": "string"
            },
            "bootstrapServers": "string",
            "config": {
            "debug": "queue, msg, protocol",
            "group.protocol.type": "consumer"
            },
            "networking": {
            "access": {
            "connectionId": "32b6e34b3d91647abb20e7b8",
            "name": "string",
            "tgwRouteId": "32b6e34b3d91647abb20e7b8",
            "type": "PUBLIC"
            }
            },
            "security": {
            "brokerPublicCertificate": "string",
            "protocol": "string"
            },
            "type": "Kafka"
            }
            """,
            """
            {
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "name": "string",
            "type": "Kafka",
            "authentication": {
            "clientId": "string",
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "mechanism": "string",
            "method": "string",
            "saslOauthbearerExtensions": "string",
            "scope": "string",
            "sslCertificate": "string",
            "tokenEndpointUrl": "string",
            "username": "string"
            },
            "bootstrapServers": "string",
            "config": {
            "debug": "queue, msg, protocol",
            "group.protocol.type": "consumer"
            },
            "networking": {
            "access": {
            "connectionId": "32b6e34b3d91647abb20e7b8",
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "name": "string",
            "tgwRouteId": "32b6e34b3d91647abb20e7b8",
            "type": "PUBLIC"
            },
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ]
            },
            "security": {
            "brokerPublicCertificate": "string",
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "protocol": "string"
            }
            }
            """);
        yield return new(
            "orders-https",
            """
            {
            "headers": {
            "additionalProperty1": "string",
            "additionalProperty2": "string"
            },
            "url": "string",
            "type": "Https"
            }
            """,
            """
            {
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "name": "string",
            "type": "Https",
            "headers": {
            "additionalProperty1": "string",
            "additionalProperty2": "string"
            },
            "url": "string"
            }
            """);
        yield return new(
            "orders-lambda",
            """
            {
            "aws": {
            "roleArn": "string",
            "testBucket": "string"
            },
            "type": "AWSLambda"
            }
            """,
            """
            {
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "name": "string",
            "type": "AWSLambda",
            "aws": {
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "roleArn": "string",
            "testBucket": "string"
            }
            }
            """);
        yield return new(
            "orders-s3",
            """
            {
            "aws": {
            "roleArn": "string",
            "testBucket": "string"
            },
            "networking": {
            "access": {
            "connectionId": "32b6e34b3d91647abb20e7b8",
            "name": "string",
            "tgwRouteId": "32b6e34b3d91647abb20e7b8",
            "type": "PUBLIC"
            }
            },
            "type": "S3"
            }
            """,
            """
            {
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "name": "string",
            "type": "string",
            "aws": {
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "roleArn": "string",
            "testBucket": "string"
            },
            "networking": {
            "access": {
            "connectionId": "32b6e34b3d91647abb20e7b8",
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "name": "string",
            "tgwRouteId": "32b6e34b3d91647abb20e7b8",
            "type": "PUBLIC"
            },
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ]
            }
            }
            """);
        yield return new(
            "orders-kinesis",
            """
            {
            "aws": {
            "roleArn": "string",
            "testBucket": "string"
            },
            "networking": {
            "access": {
            "connectionId": "32b6e34b3d91647abb20e7b8",
            "name": "string",
            "tgwRouteId": "32b6e34b3d91647abb20e7b8",
            "type": "PUBLIC"
            }
            },
            "type": "AWSKinesisDataStreams"
            }
            """,
            """
            {
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "name": "string",
            "type": "AWSKinesisDataStreams",
            "aws": {
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "roleArn": "string",
            "testBucket": "string"
            },
            "networking": {
            "access": {
            "connectionId": "32b6e34b3d91647abb20e7b8",
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ],
            "name": "string",
            "tgwRouteId": "32b6e34b3d91647abb20e7b8",
            "type": "PUBLIC"
            },
            "links": [
            {
            "href": "https://cloud.mongodb.com/api/atlas",
            "rel": "self"
            }
            ]
            }
            }
            """);
    }

    internal sealed record Example(string Connection, string Request, string Response)
    {
        public override string ToString() => Connection;
    }
}
