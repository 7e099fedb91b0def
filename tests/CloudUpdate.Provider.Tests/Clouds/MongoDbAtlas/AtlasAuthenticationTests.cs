using System.Text;
using CloudUpdate.Emulator;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.TestKit.Time;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Clouds.MongoDbAtlas;

/// <summary>Every way to log in to Atlas, against the emulator, which verifies tokens and Digest responses.</summary>
internal sealed class AtlasAuthenticationTests : EmulatorFixture
{
    [Test]
    public async Task ServiceAccount_ManyRequests_FetchOneTokenLazily()
    {
        _ = Bench.Clients;
        var before = Journal.Count;

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Bench.SendAsync(Requests.ListConnections()))).OrTimeout();

        Assert.That((before, Count("atlas.createToken"), Journal.Count), Is.EqualTo((0, 1, 21)));
    }

    [Test]
    public async Task ServiceAccount_TokenRequest_IsAFormWithTheRawSecretInTheHeader()
    {
        await Bench.SendAsync(Requests.ListConnections());

        var token = Journal[0];
        Assert.That((token.Path, token.Headers["Content-Type"]), Is.EqualTo(("/api/oauth/token", "application/x-www-form-urlencoded")));
        Assert.That(Encoding.UTF8.GetString(token.RawBody.Span), Is.EqualTo("grant_type=client_credentials"));
    }

    [Test]
    public async Task ServiceAccount_TokenRefused_IsRenewedOnce()
    {
        await Bench.SendAsync(Requests.ListConnections());
        Emulator.Faults.Add(Fault.ExpiredToken() with { Times = 1 });

        await Bench.SendAsync(Requests.ListConnections());

        Assert.That(Journal.Select(entry => entry.Status), Is.EqualTo(new[] { 200, 200, 401, 200, 200 }));
    }

    [Test]
    public async Task ServiceAccount_EveryTokenRefused_EndsAfterOneRenewal()
    {
        await Bench.SendAsync(Requests.ListConnections());
        Emulator.Faults.Add(Fault.ExpiredToken());

        var error = Bench.Fail(Requests.ListConnections());
        Bench.Fail(Requests.ListConnections());

        Assert.That((error.Kind, Count("atlas.createToken")), Is.EqualTo((CloudErrorKind.Denied, 2)));
    }

    [Test]
    public async Task ServiceAccount_TokenAboutToExpire_IsRenewedBefore()
    {
        await Bench.SendAsync(Requests.ListConnections());
        await Bench.PassAsync(TimeSpan.FromMinutes(46));

        await Bench.SendAsync(Requests.ListConnections());

        Assert.That(() => Count("atlas.createToken"), Is.EqualTo(2).After(30_000, 5));
        Assert.That(Journal.Count(entry => entry.Status == 401), Is.Zero);
    }

    [Test]
    public void ServiceAccount_WrongSecret_IsTriedOnce()
    {
        Bench.Configuration["atlasClientSecret"] = "mdb_sa_sk_wrong";

        var first = Bench.Fail(Requests.ListConnections());
        Bench.Fail(Requests.ListConnections());

        Assert.That((first.Kind, first.Operation, first.Status), Is.EqualTo((CloudErrorKind.Denied, "CreateToken", 401)));
        Assert.That(Journal, Has.Count.EqualTo(1));
    }

    [Test]
    public void ServiceAccount_HalfATokenAnswer_IsNotQuoted()
    {
        Emulator.Faults.Add(Fault.Answer(200, "{\"access_token\":\"a-token-that-nobody-knows-yet\",\"expires") with { Operation = "atlas.createToken" });

        var error = Bench.Fail(Requests.ListConnections());

        Assert.That((error.Operation, error.CloudMessage), Is.EqualTo(("CreateToken", "the answer is not JSON")));
        Assert.That(Bench.Log.Text, Does.Not.Contain("a-token-that"));
    }

    [Test]
    public async Task ServiceAccount_TokenEndpointThrottled_IsWaitedFor()
    {
        Emulator.Faults.Add(Fault.Throttle(1, retryAfter: 60) with { Operation = "atlas.createToken" });

        await Bench.SendAsync(Requests.ListConnections());

        Assert.That(Bench.Elapsed, Is.EqualTo(60));
    }

    [Test]
    public async Task DisposeAsync_AfterAToken_RevokesIt()
    {
        await Bench.SendAsync(Requests.ListConnections());

        await Bench.Clients.DisposeAsync();

        Assert.That(Journal[^1].Operation, Is.EqualTo("atlas.revokeToken"));
        Assert.That(Emulator.Objects.List(ObjectKinds.AtlasToken).Select(token => token.Key), Is.EqualTo(new[] { DemoCredentials.AtlasAccessToken }));
    }

    [Test]
    public async Task DisposeAsync_WithoutAToken_AsksForNothing()
    {
        await Bench.Clients.DisposeAsync();

        Assert.That(Journal, Is.Empty);
    }

    [Test]
    public async Task DisposeAsync_RevocationFails_IsNoError()
    {
        await Bench.SendAsync(Requests.ListConnections());
        Emulator.Faults.Add(Fault.Answer(400) with { Operation = "atlas.revokeToken" });

        await Bench.Clients.DisposeAsync();

        Assert.That(Bench.Log.Of("CloudTokenNotRevoked"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task AccessToken_Request_CarriesItAndIsNotRenewed()
    {
        Bench.ForgetAtlas();
        Bench.Configuration["atlasAccessToken"] = DemoCredentials.AtlasAccessToken;
        await Bench.SendAsync(Requests.ListConnections());
        Emulator.Faults.Add(Fault.ExpiredToken());

        var error = Bench.Fail(Requests.ListConnections());

        Assert.That((error.Kind, error.Status), Is.EqualTo((CloudErrorKind.Denied, 401)));
        Assert.That(Journal.Select(entry => entry.Status), Is.EqualTo(new[] { 200, 401 }));
    }

    [Test]
    public async Task ApiKey_Write_SendsNoBodyBeforeTheChallenge()
    {
        UseApiKey();

        await Bench.SendAsync(Create("kafka-orders"));

        var (first, second) = (Journal[0], Journal[1]);
        Assert.Multiple(() =>
        {
            Assert.That((first.Status, first.RawBody.Length, first.Headers.ContainsKey("Authorization")), Is.EqualTo((401, 0, false)));
            Assert.That((second.Status, second.Principal), Is.EqualTo((200, $"API key {DemoCredentials.AtlasPublicKey}")));
            Assert.That(Encoding.UTF8.GetString(second.RawBody.Span), Does.Contain("invented-password-1"));
            Assert.That(Journal, Has.Count.EqualTo(2));
        });
    }

    [Test]
    public async Task ApiKey_Query_IsPartOfTheAnswerToTheChallenge()
    {
        UseApiKey();

        await Bench.SendAsync(Requests.ListConnections() with { Query = [new("itemsPerPage", "100"), new("pageNum", "1")] });

        Assert.That(Journal.Select(entry => entry.Status), Is.EqualTo(new[] { 401, 200 }));
    }

    [Test]
    public async Task ApiKey_StaleNonce_IsAnsweredOnceMore()
    {
        UseApiKey();
        Emulator.Settings = EmulatorSettings.Immediate with { DigestNonceLife = TimeSpan.Zero };
        var handler = new NonceReviver(Emulator);
        Bench.Handler = options =>
        {
            handler.InnerHandler = CloudUpdate.Provider.Clouds.Http.MessageHandlers.Create(options);
            return handler;
        };

        await Bench.SendAsync(Requests.ListConnections());

        Assert.That(Journal.Select(entry => entry.Status), Is.EqualTo(new[] { 401, 401, 200 }));
    }

    [Test]
    public void ApiKey_Wrong_IsAnsweredOnce()
    {
        UseApiKey();
        Bench.Configuration["atlasPrivateKey"] = "00000000-0000-4000-8000-000000000000";

        var error = Bench.Fail(Requests.ListConnections());

        Assert.That((error.Kind, error.CloudMessage), Is.EqualTo((CloudErrorKind.Denied, "You are not authorized for this resource.")));
        Assert.That(Journal, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task MediaTypes_OfARequest_NameTheVersion()
    {
        await Bench.SendAsync(Create("kafka-orders"));

        var headers = Journal[1].Headers;
        Assert.That((headers["Accept"], headers["Content-Type"]), Is.EqualTo(("application/vnd.atlas.2024-08-05+json", "application/vnd.atlas.2024-08-05+json")));
        Assert.That(headers["User-Agent"], Does.StartWith("pulumi-cloudupdate/"));
    }

    [Test]
    public void Credentials_None_SaysWhatToSetAndSendsNothing()
    {
        Bench.ForgetAtlas();

        var error = Bench.Fail(Requests.ListConnections());

        Assert.That((error.Kind, Journal.Count), Is.EqualTo((CloudErrorKind.Denied, 0)));
        Assert.That(error.Message, Does.Contain("atlasClientId").And.Contain("MONGODB_ATLAS_CLIENT_ID"));
    }

    private static CloudRequest Create(string name) => Requests.ListConnections() with
    {
        Operation = "CreateConnection",
        Method = HttpMethod.Post,
        Body = new JObject
        {
            ["name"] = name,
            ["type"] = "Kafka",
            ["bootstrapServers"] = "b-1.kafka.example.net:9096",
            ["authentication"] = new JObject { ["mechanism"] = "SCRAM-512", ["username"] = "orders", ["password"] = "invented-password-1" },
            ["security"] = new JObject { ["protocol"] = "SASL_SSL" },
        },
    };

    private void UseApiKey()
    {
        Bench.ForgetAtlas();
        Bench.Configuration["atlasPublicKey"] = DemoCredentials.AtlasPublicKey;
        Bench.Configuration["atlasPrivateKey"] = DemoCredentials.AtlasPrivateKey;
    }

    /// <summary>Lets nonces live from the second request on, so that exactly the first one is stale.</summary>
    private sealed class NonceReviver(EmulatorServer emulator) : DelegatingHandler
    {
        private int _requests;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (++_requests == 2)
            {
                // The nonce of the first answer was issued with no life at all; the one of the second answer must have some.
                var response = await base.SendAsync(request, cancellationToken);
                emulator.Settings = EmulatorSettings.Immediate;
                return response;
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
