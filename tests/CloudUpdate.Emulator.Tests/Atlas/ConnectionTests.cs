using CloudUpdate.Emulator.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Atlas;

internal sealed class ConnectionTests : EmulatorTest
{
    private const string Workspace = DemoCredentials.AtlasGroupId + "/" + DemoCredentials.AtlasWorkspace;
    private const string Kafka =
        """{"name":"k","type":"Kafka","bootstrapServers":"b:9096","authentication":{"mechanism":"PLAIN","username":"u","password":"p"},"security":{"protocol":"SASL_SSL"},"config":{"debug":"all","a.b":"1"}}""";

    private const string PrivateKafka =
        """{"name":"v","type":"Kafka","bootstrapServers":"b:9096","authentication":{"mechanism":"x"},"security":{},"networking":{"access":{"type":"VPC"}}}""";

    private static readonly string[] CreateBodies =
    [
        """{"name":"n","type":"Sample"}""",
        """{"name":"n","type":"Cluster","clusterName":"orders-prod","clusterGroupId":"64f0c0ffee1234567890dcba","dbRoleToExecute":{"role":"readWriteAnyDatabase","type":"BUILT_IN"}}""",
        """{"name":"n","type":"Kafka","bootstrapServers":"b-1:9096,b-2:9096","authentication":{"mechanism":"SCRAM-512","username":"orders","password":"invented-password-1"},"security":{"protocol":"SASL_SSL","brokerPublicCertificate":"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----"},"config":{"auto.offset.reset":"earliest"}}""",
        """{"name":"n","type":"Kafka","bootstrapServers":"p:9092","authentication":{"mechanism":"OAUTHBEARER","method":"OIDC","tokenEndpointUrl":"https://idp.example.net/token","clientId":"c","clientSecret":"s","scope":"a b","saslOauthbearerExtensions":"k=v"},"security":{"protocol":"SASL_SSL"}}""",
        """{"name":"n","type":"Kafka","bootstrapServers":"p:9092","authentication":{"mechanism":"AWS_MSK_IAM","aws":{"roleArn":"arn:aws:iam::123456789012:role/streams-msk"}},"security":{"protocol":"SASL_SSL"}}""",
        """{"name":"n","type":"Https","url":"https://hooks.example.net/orders","headers":{"Authorization":"Bearer x","X-Tenant":"blue"}}""",
        """{"name":"n","type":"AWSLambda","aws":{"roleArn":"arn:aws:iam::123456789012:role/l"},"publicPrivateNetworking":{"access":{"type":"PRIVATE_LINK","connectionId":"65b0b0b0b0b0b0b0b0b0b0b2"}}}""",
        """{"name":"n","type":"S3","aws":{"roleArn":"arn:aws:iam::123456789012:role/s","testBucket":"b"},"networking":{"access":{"type":"PUBLIC"}}}""",
        """{"name":"n","type":"AWSKinesisDataStreams","aws":{"roleArn":"arn:aws:iam::123456789012:role/k"},"networking":{"access":{"type":"VPC"}}}""",
        """{"name":"n","type":"SchemaRegistry","provider":"CONFLUENT","schemaRegistryUrls":["https://r:8081"],"schemaRegistryAuthentication":{"type":"USER_INFO","username":"u","password":"p"}}""",
        """{"name":"n","type":"SchemaRegistry","provider":"CONFLUENT","schemaRegistryUrls":["https://r"],"schemaRegistryAuthentication":{"type":"SASL_INHERIT"}}""",
        """{"name":"n","type":"AzureBlobStorage","azure":{"servicePrincipalId":"0f0e0d0c-0b0a-4909-8807-060504030201","storageAccountName":"ordersblobdemo"},"publicPrivateNetworking":{"access":{"type":"PUBLIC"}}}""",
        """{"name":"n","type":"GCPPubSub","gcp":{"serviceAccountId":"a@p.iam.gserviceaccount.com"}}""",
    ];

    [TestCaseSource(nameof(CreateBodies))]
    public async Task Create_OfEveryType_EchoesAllButSecretsEvenWithStrictPatterns(string body)
    {
        Server.Settings = Server.Settings with { StrictPatterns = true, AtlasOmitsLinks = true };
        var expected = JObject.Parse(body);
        foreach (var secret in new[] { "authentication.password", "authentication.clientSecret", "schemaRegistryAuthentication.password" })
        {
            expected.SelectToken(secret)?.Parent!.Remove();
        }

        var created = await Client.AtlasAsync("POST", "", body);
        var shown = await Client.AtlasAsync("GET", "/n");
        var rest = created.Json;
        var isPublicKafka = (string?)expected["type"] == "Kafka";

        Assert.Multiple(() =>
        {
            Assert.That(created.Status, Is.EqualTo(200), created.Text);
            Assert.That(shown.Text, Is.EqualTo(created.Text));
            Assert.That((string?)rest["id"], Does.Match("^[0-9a-f]{24}$"));
            Assert.That((string?)rest["region"], Is.EqualTo("VIRGINIA_USA"));
            Assert.That((string?)rest["state"], Is.AnyOf("READY", "PENDING"));
            Assert.That(isPublicKafka ? (string?)rest["networking"]!["access"]!["type"] : "PUBLIC", Is.EqualTo("PUBLIC"));
        });
        foreach (var added in new[] { "id", "region", "state" })
        {
            rest.Remove(added);
        }

        if (isPublicKafka)
        {
            rest.Remove("networking");
        }

        Assert.That(JToken.DeepEquals(rest, expected), Is.True, $"{rest}\nis not\n{expected}");
        Assert.That(shown.Json.Properties().Select(property => property.Name), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
    }

    [Test]
    public async Task Show_WhereTestBucketAndCertificateAreHidden_LeavesThemOut()
    {
        Server.Settings = Server.Settings with { AtlasHidesTestBucket = true, AtlasHidesCertificates = true };
        await Client.AtlasAsync("POST", "", """{"name":"s","type":"S3","aws":{"roleArn":"arn:aws:iam::123456789012:role/s","testBucket":"b"}}""");
        await Client.AtlasAsync("POST", "", Kafka);
        Server.Objects.Change(ObjectKinds.AtlasConnection, $"{Workspace}/k", new JObject { ["authentication"] = new JObject { ["sslCertificate"] = "c" } });

        var s3 = await Client.AtlasAsync("GET", "/s");
        var kafka = await Client.AtlasAsync("GET", "/k");

        Assert.Multiple(() =>
        {
            Assert.That(s3.Json.SelectToken("aws.roleArn"), Is.Not.Null);
            Assert.That(s3.Json.SelectToken("aws.testBucket"), Is.Null);
            Assert.That(kafka.Json.SelectToken("authentication.username"), Is.Not.Null);
            Assert.That(kafka.Json.SelectToken("authentication.sslCertificate"), Is.Null);
        });
    }

    [Test]
    public async Task Update_Partly_MergesAtTheTopAndReplacesMaps()
    {
        await Client.AtlasAsync("POST", "", Kafka);

        var patched = await Client.AtlasAsync("PATCH", "/k", """{"name":"k","type":"Kafka","bootstrapServers":"c:1","config":{"debug":"none"}}""");
        var shown = await Client.AtlasAsync("GET", "/k");
        await Client.AtlasAsync("PATCH", "/k", """{"type":"Kafka","config":{}}""");
        var emptied = await Client.AtlasAsync("GET", "/k");

        Assert.Multiple(() =>
        {
            Assert.That(patched.Status, Is.EqualTo(200));
            Assert.That(patched.Json.ContainsKey("state"), Is.False);
            Assert.That((string?)shown.Json["state"], Is.EqualTo("READY"));
            Assert.That((string?)shown.Json["bootstrapServers"], Is.EqualTo("c:1"));
            Assert.That((string?)shown.Json["authentication"]!["username"], Is.EqualTo("u"));
            Assert.That(shown.Json["config"]!.Count(), Is.EqualTo(1));
            Assert.That(emptied.Json.ContainsKey("config"), Is.False);
            Assert.That((string?)Stored("k")!["authentication"]!["password"], Is.EqualTo("p"));
        });
    }

    [TestCase(false, "p")]
    [TestCase(true, null)]
    public async Task Update_WithoutTheSecretInASentAuthentication_KeepsItUnlessObjectsAreReplaced(bool replaces, string? password)
    {
        await Client.AtlasAsync("POST", "", Kafka);
        Server.Settings = Server.Settings with { AtlasReplacesNestedObjects = replaces };

        var answer = await Client.AtlasAsync("PATCH", "/k", """{"type":"Kafka","authentication":{"mechanism":"PLAIN","username":"other"}}""");

        Assert.Multiple(() =>
        {
            Assert.That(answer.Status, Is.EqualTo(200));
            Assert.That((string?)Stored("k")!["authentication"]!["username"], Is.EqualTo("other"));
            Assert.That((string?)Stored("k")!["authentication"]!["password"], Is.EqualTo(password));
        });
    }

    [Test]
    public async Task Update_OfTheAccessType_IsRefused()
    {
        await Client.AtlasAsync("POST", "", Kafka);
        var same = await Client.AtlasAsync("PATCH", "/k", """{"type":"Kafka","networking":{"access":{"type":"PUBLIC"}}}""");

        var other = await Client.AtlasAsync("PATCH", "/k", """{"type":"Kafka","networking":{"access":{"type":"VPC"}}}""");

        Assert.Multiple(() =>
        {
            Assert.That(same.Status, Is.EqualTo(200));
            Assert.That((other.Status, (string?)other.Json["errorCode"]), Is.EqualTo((400, "STREAM_NETWORKING_ACCESS_TYPE_CANNOT_BE_MODIFIED")));
            Assert.That(other.Header("x-error-code"), Is.EqualTo("STREAM_NETWORKING_ACCESS_TYPE_CANNOT_BE_MODIFIED"));
            Assert.That(other.Header("Content-Type"), Is.EqualTo("application/json"));
            Assert.That(other.Text, Does.StartWith("{\"detail\":\"Stream networking access type cannot be modified.\",\"error\":400,"));
        });
    }

    [Test]
    public async Task PrivateConnection_IsPendingThenReadyAndDeletedAfterAWhile()
    {
        var created = await Client.AtlasAsync("POST", "", PrivateKafka);
        var early = await Client.AtlasAsync("DELETE", "/v");
        Time.Advance(TimeSpan.FromSeconds(1));
        var ready = await Client.AtlasAsync("GET", "/v");
        var deleted = await Client.AtlasAsync("DELETE", "/v");
        var deleting = await Client.AtlasAsync("GET", "/v");
        Time.Advance(TimeSpan.FromSeconds(1));
        var gone = await Client.AtlasAsync("GET", "/v");

        Assert.Multiple(() =>
        {
            Assert.That((string?)created.Json["state"], Is.EqualTo("PENDING"));
            Assert.That((early.Status, (string?)early.Json["errorCode"]), Is.EqualTo((409, "STREAM_KAFKA_CONNECTION_IS_DEPLOYING")));
            Assert.That((string?)ready.Json["state"], Is.EqualTo("READY"));
            Assert.That((deleted.Status, deleted.Header("Content-Type")!.Replace(" ", "")), Is.EqualTo((202, "application/vnd.atlas.2023-02-01+json;charset=utf-8")));
            Assert.That(deleted.Text, Is.EqualTo("{}"));
            Assert.That((string?)deleting.Json["state"], Is.EqualTo("DELETING"));
            Assert.That((gone.Status, (string?)gone.Json["errorCode"]), Is.EqualTo((404, "STREAM_CONNECTION_NOT_FOUND_FOR_NAME")));
        });
    }

    [Test]
    public async Task Deployment_WithAFailedStateFault_EndsInFailed()
    {
        Server.Faults.Add(Fault.FailedState() with { Operation = "atlas.createConnection", Times = 1 });

        await Client.AtlasAsync("POST", "", PrivateKafka);
        Time.Advance(TimeSpan.FromSeconds(1));
        var failed = await Client.AtlasAsync("GET", "/v");

        Assert.That((string?)failed.Json["state"], Is.EqualTo("FAILED"));
    }

    [Test]
    public async Task Create_WithATakenName_Is409()
    {
        var answer = await Client.AtlasAsync("POST", "", Kafka.Replace("\"k\"", "\"orders-kafka\""));

        Assert.That((answer.Status, (string?)answer.Json["errorCode"]), Is.EqualTo((409, "STREAM_CONNECTION_NAME_ALREADY_EXISTS")));
    }

    [Test]
    public async Task Write_WhileProcessorsRun_Is403AndNamesTheWorkspace()
    {
        Server.Objects.Change(ObjectKinds.AtlasConnection, $"{Workspace}/orders-kafka", new JObject { ["_processors"] = true });

        var deleted = await Client.AtlasAsync("DELETE", "/orders-kafka");
        var patched = await Client.AtlasAsync("PATCH", "/orders-kafka", """{"type":"Kafka","bootstrapServers":"x"}""");

        Assert.Multiple(() =>
        {
            Assert.That((deleted.Status, (string?)deleted.Json["errorCode"]), Is.EqualTo((403, "STREAM_CONNECTION_HAS_STREAM_PROCESSORS")));
            Assert.That((string?)deleted.Json["parameters"]![0], Is.EqualTo(DemoCredentials.AtlasWorkspace));
            Assert.That(patched.Status, Is.EqualTo(403));
        });
    }

    [TestCase("""{"type":"Kafka","bootstrapServers":5}""", "bootstrapServers")]
    [TestCase("""{"type":"Kafka","url":"x"}""", "url")]
    [TestCase("""{"type":"Kafka","security":{"other":"x"}}""", "security.other")]
    [TestCase("""{"type":"Kafka","config":{"a":1}}""", "config")]
    [TestCase("""{"type":"Kafka","name":"other"}""", "name")]
    [TestCase("""{"type":"Https"}""", "type")]
    [TestCase("""{"type":"Kafka","bootstrapServers":null}""", "bootstrapServers")]
    [TestCase("""{"bootstrapServers":"x"}""", "type")]
    public async Task Update_AgainstTheUnion_Is400AndNamesTheField(string body, string field)
    {
        var before = Stored("orders-kafka")!.ToString();

        var answer = await Client.AtlasAsync("PATCH", "/orders-kafka", body);

        Assert.Multiple(() =>
        {
            Assert.That((answer.Status, (string?)answer.Json["errorCode"]), Is.EqualTo((400, "VALIDATION_ERROR")));
            Assert.That((string?)answer.Json["badRequestDetail"]!["fields"]![0]!["field"], Is.EqualTo(field));
            Assert.That(Stored("orders-kafka")!.ToString(), Is.EqualTo(before));
        });
    }

    [TestCase("""{"name":"n","type":"Kafka"}""", "bootstrapServers")]
    [TestCase("""{"name":"n","type":"S3"}""", "aws")]
    [TestCase("""{"type":"Sample"}""", "name")]
    [TestCase("""{"name":"n","type":"Other"}""", "type")]
    [TestCase("""{"name":"n","type":"Kafka","bootstrapServers":"b","authentication":{"mechanism":"PLAIN","username":"u"},"security":{}}""", "authentication.password")]
    [TestCase("""{"name":"n","type":"S3","aws":{"roleArn":"r"},"networking":{"access":{"type":"PRIVATE_LINK"}}}""", "networking.access.connectionId")]
    [TestCase("""{"name":"n","type":"S3","aws":{"roleArn":"r"},"networking":{"access":{"type":"OTHER"}}}""", "networking.access.type")]
    public async Task Create_WithoutWhatItsTypeNeeds_Is400AndNamesTheField(string body, string field)
    {
        var answer = await Client.AtlasAsync("POST", "", body);

        Assert.That(
            (answer.Status, (string?)answer.Json["badRequestDetail"]!["fields"]![0]!["field"]), Is.EqualTo((400, field)));
    }

    [Test]
    public async Task Update_WithoutTypeOrName_CanBeA500()
    {
        Server.Settings = Server.Settings with { AtlasUnreadableBodyIs500 = true };

        var withoutType = await Client.AtlasAsync("PATCH", "/orders-kafka", """{"name":"orders-kafka"}""");
        var withoutName = await Client.AtlasAsync("PATCH", "/orders-kafka", """{"type":"Kafka"}""");

        Assert.That((withoutType.Status, withoutName.Status, (string?)withoutName.Json["errorCode"]), Is.EqualTo((500, 500, "UNEXPECTED_ERROR")));
    }

    [Test]
    public async Task Reads_WithALag_SeeTheWriteLater()
    {
        Server.Settings = Server.Settings with { AtlasReadLag = TimeSpan.FromSeconds(2) };
        await Client.AtlasAsync("POST", "", Kafka);
        var early = await Client.AtlasAsync("GET", "/k");
        var earlyPatch = await Client.AtlasAsync("PATCH", "/k", """{"type":"Kafka","bootstrapServers":"c"}""");
        Time.Advance(TimeSpan.FromSeconds(2));
        await Client.AtlasAsync("PATCH", "/k", """{"type":"Kafka","bootstrapServers":"c"}""");
        var stale = await Client.AtlasAsync("GET", "/k");
        Time.Advance(TimeSpan.FromSeconds(2));
        var fresh = await Client.AtlasAsync("GET", "/k");
        await Client.AtlasAsync("DELETE", "/k");
        var ghost = await Client.AtlasAsync("GET", "/k");
        Time.Advance(TimeSpan.FromSeconds(2));
        var gone = await Client.AtlasAsync("GET", "/k");

        Assert.Multiple(() =>
        {
            Assert.That((early.Status, earlyPatch.Status), Is.EqualTo((404, 404)));
            Assert.That((string?)stale.Json["bootstrapServers"], Is.EqualTo("b:9096"));
            Assert.That((string?)fresh.Json["bootstrapServers"], Is.EqualTo("c"));
            Assert.That((ghost.Status, gone.Status), Is.EqualTo((200, 404)));
        });
    }

    [Test]
    public async Task Reads_WithACount_AreStaleThatOften()
    {
        Server.Settings = Server.Settings with { AtlasStaleReads = 2 };
        await Client.AtlasAsync("POST", "", Kafka);

        var statuses = new List<int>();
        for (var i = 0; i < 3; i++)
        {
            statuses.Add((await Client.AtlasAsync("GET", "/k")).Status);
        }

        Assert.That(statuses, Is.EqualTo(new[] { 404, 404, 200 }));
    }

    [Test]
    public async Task List_WithTwoPages_LinksToTheNext()
    {
        var first = await Client.AtlasAsync("GET", "?itemsPerPage=9");
        var last = await Client.AtlasAsync("GET", "?itemsPerPage=9&pageNum=2");

        Assert.Multiple(() =>
        {
            Assert.That(((int?)first.Json["totalCount"], first.Json["results"]!.Count()), Is.EqualTo((10, 9)));
            Assert.That(first.Json["links"]!.Select(link => (string?)link["rel"]), Is.EqualTo(new[] { "self", "next" }));
            Assert.That((string?)first.Json["links"]![1]!["href"], Does.EndWith("/connections?itemsPerPage=9&pageNum=2"));
            Assert.That(last.Json["links"]!.Count(), Is.EqualTo(1));
            Assert.That(last.Json["results"]!.Count(), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Answer_InAnEnvelope_CarriesTheStatus()
    {
        var one = await Client.AtlasAsync("GET", "/orders-https?envelope=true");
        var list = await Client.AtlasAsync("GET", "?envelope=true");
        var error = await Client.AtlasAsync("GET", "/none?envelope=true");

        Assert.Multiple(() =>
        {
            Assert.That(((int?)one.Json["status"], (string?)one.Json["content"]!["name"]), Is.EqualTo((200, "orders-https")));
            Assert.That(((int?)list.Json["status"], list.Json["results"]!.Count()), Is.EqualTo((200, 10)));
            Assert.That((error.Status, (int?)error.Json["status"], (int?)error.Json["content"]!["error"]), Is.EqualTo((404, 404, 404)));
        });
    }

    [TestCase("application/vnd.atlas.2023-02-01+json", 200)]
    [TestCase("application/vnd.atlas.2025-03-12+json", 200)]
    [TestCase("application/vnd.atlas.2023-01-01+json", 406)]
    [TestCase("application/json", 406)]
    [TestCase("application/vnd.atlas.2023-99-01+json", 406)]
    [TestCase(null, 406)]
    public async Task Accept_NamesAVersionOrIs406(string? accept, int status)
    {
        var answer = await Client.AtlasAsync("GET", "/orders-https", accept: accept);

        Assert.That(answer.Status, Is.EqualTo(status));
    }

    [Test]
    public async Task Paths_WithUnknownParts_NameWhatIsMissing()
    {
        var connections = TestClient.Connections;
        async Task<(int, string?)> GetAsync(string path)
        {
            var answer = await Client.SendAsync("GET", path, null, request =>
            {
                request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {DemoCredentials.AtlasAccessToken}");
                request.Headers.TryAddWithoutValidation("Accept", TestClient.AtlasVersion);
            });
            return (answer.Status, (string?)answer.Json["errorCode"]);
        }

        var group = await GetAsync(connections.Replace("abcd/", "ffff/"));
        var malformed = await GetAsync(connections.Replace("64f0", "XYZ0"));
        var tenant = await GetAsync(connections.Replace("orders-workspace", "none"));
        var unknown = await GetAsync("/api/atlas/v2/none");

        Assert.Multiple(() =>
        {
            Assert.That(group, Is.EqualTo((404, "GROUP_NOT_FOUND")));
            Assert.That(malformed, Is.EqualTo((400, "VALIDATION_ERROR")));
            Assert.That(tenant, Is.EqualTo((404, "STREAM_TENANT_NOT_FOUND_FOR_NAME")));
            Assert.That(unknown, Is.EqualTo((404, "RESOURCE_NOT_FOUND")));
        });
    }

    [Test]
    public async Task Method_ThatAPathDoesNotKnow_Is405()
    {
        var answer = await Client.AtlasAsync("PUT", "/orders-https", "{}");

        Assert.That((answer.Status, answer.Header("Allow")), Is.EqualTo((405, "GET,PATCH,DELETE")));
    }

    [Test]
    public async Task Name_WithCharactersThatNeedEncoding_IsOneSegment()
    {
        await Client.AtlasAsync("POST", "", """{"name":"a/b c","type":"Sample"}""");

        var answer = await Client.AtlasAsync("GET", "/a%2Fb%20c");

        Assert.That((answer.Status, (string?)answer.Json["name"]), Is.EqualTo((200, "a/b c")));
    }

    [Test]
    public async Task RateLimit_WhereEnforced_Is429WithRetryAfter()
    {
        Server.Settings = Server.Settings with { AtlasEnforcesRateLimit = true };
        var remaining = (await Client.AtlasAsync("GET", "/orders-https")).Header("ratelimit-remaining");
        for (var i = 0; i < 1199; i++)
        {
            await Client.AtlasAsync("GET", "/orders-https");
        }

        var limited = await Client.AtlasAsync("GET", "/orders-https");
        Time.Advance(TimeSpan.FromSeconds(1));
        var again = await Client.AtlasAsync("GET", "/orders-https");

        Assert.Multiple(() =>
        {
            Assert.That(remaining, Is.EqualTo("1199"));
            Assert.That((limited.Status, limited.Header("Retry-After"), (string?)limited.Json["errorCode"]), Is.EqualTo((429, "1", "RATE_LIMITED_TOKEN_BUCKET")));
            Assert.That(again.Status, Is.EqualTo(200));
        });
    }

    private JObject? Stored(string name) => Server.Objects.Get(ObjectKinds.AtlasConnection, $"{Workspace}/{name}");
}
