using CloudUpdate.Emulator.Tests.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Iam;

internal sealed class TokenTests : EmulatorTest
{
    private const string Group = "/v1/endpoint-groups/3a9f50bb-f041-4eac-a117-82472d8a0007";
    private const string Event = $"/v1/{DemoCredentials.ProjectId}/csms/events/event-test";

    [Test]
    public async Task Token_ByPassword_OpensTheProjectForADay()
    {
        var answer = await PasswordAsync(DemoCredentials.Password);
        var token = answer.Header("X-Subject-Token")!;
        var used = await Client.TokenAsync("GET", Event, token: token);
        Time.Advance(TimeSpan.FromHours(24));
        var expired = await Client.TokenAsync("GET", Event, token: token);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Status, Is.EqualTo(201));
            Assert.That((string?)answer.Json["token"]!["expires_at"], Is.EqualTo("2026-01-16T08:30:00.000000Z"));
            Assert.That((string?)answer.Json["token"]!["project"]!["id"], Is.EqualTo(DemoCredentials.ProjectId));
            Assert.That((string?)answer.Json["token"]!["user"]!["domain"]!["name"], Is.EqualTo(DemoCredentials.DomainName));
            Assert.That(answer.Header("X-IAM-Trace-Id"), Is.Not.Empty);
            Assert.That(used.Status, Is.EqualTo(200));
            Assert.That((expired.Status, (string?)expired.Json["error_msg"]), Is.EqualTo((401, "Incorrect IAM authentication information: decrypt token fail")));
        });
    }

    [Test]
    public async Task Token_ByWrongPassword_Is401AndLocksAfterFive()
    {
        for (var i = 0; i < 5; i++)
        {
            var wrong = await PasswordAsync("wrong");
            Assert.That((wrong.Status, (string?)wrong.Json["error"]!["message"]), Is.EqualTo((401, "The username or password is wrong.")));
        }

        var locked = await PasswordAsync(DemoCredentials.Password);
        Time.Advance(TimeSpan.FromMinutes(5));
        var open = await PasswordAsync(DemoCredentials.Password);

        Assert.That((locked.Status, open.Status), Is.EqualTo((401, 201)));
    }

    [Test]
    public async Task Token_ForTheAccount_OpensNoProject()
    {
        var answer = await PasswordAsync(DemoCredentials.Password, new JObject { ["domain"] = new JObject { ["name"] = DemoCredentials.DomainName } });
        var token = answer.Header("X-Subject-Token")!;
        var inProject = await Client.TokenAsync("GET", Event, token: token);
        var projects = await Client.TokenAsync("GET", "/v3/projects", token: token);

        Assert.That((answer.Status, inProject.Status, projects.Status), Is.EqualTo((201, 403, 200)));
    }

    [Test]
    public async Task Token_ByAgency_ActsInTheDelegatingAccount()
    {
        var body = Auth(
            new JObject
            {
                ["methods"] = new JArray("assume_role"),
                ["assume_role"] = new JObject
                {
                    ["agency_name"] = DemoCredentials.AgencyName,
                    ["domain_name"] = DemoCredentials.DelegatingDomainName,
                },
            },
            Project(DemoCredentials.Region));
        var answer = await Client.TokenAsync("POST", "/v3/auth/tokens", body);
        var token = answer.Header("X-Subject-Token")!;
        var ownEvent = await Client.TokenAsync("GET", Event, token: token);
        var projects = await Client.TokenAsync("GET", "/v3/projects", token: token);
        var anonymous = await Client.SendAsync("POST", "/v3/auth/tokens", body);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Status, Is.EqualTo(201));
            Assert.That((string?)answer.Json["token"]!["project"]!["id"], Is.EqualTo("7c2e9d4fb0a1483695e8d7c6b5a4f3e2"));
            Assert.That(ownEvent.Status, Is.EqualTo(403));
            Assert.That((string?)projects.Json["projects"]![0]!["id"], Is.EqualTo("7c2e9d4fb0a1483695e8d7c6b5a4f3e2"));
            Assert.That(anonymous.Status, Is.EqualTo(401));
        });
    }

    [Test]
    public async Task Token_ByIdentityToken_NeedsAProviderThatVouches()
    {
        var good = await IdTokenAsync(DemoCredentials.IdentityProviderId, DemoCredentials.IdToken);
        var bad = await IdTokenAsync(DemoCredentials.IdentityProviderId, "other");
        var unknown = await IdTokenAsync("other", DemoCredentials.IdToken);
        var used = await Client.TokenAsync("GET", Event, token: good.Header("X-Subject-Token")!);

        Assert.That((good.Status, bad.Status, unknown.Status, used.Status), Is.EqualTo((201, 401, 404, 200)));
    }

    [Test]
    public async Task TemporaryAccessKey_FromAToken_NeedsItsSecurityTokenAndExpires()
    {
        var answer = await Client.TokenAsync(
            "POST", "/v3.0/OS-CREDENTIAL/securitytokens", """{"auth":{"identity":{"methods":["token"],"token":{"duration_seconds":900}}}}""");
        var credential = answer.Json["credential"]!;
        var good = await SignAsync(credential, (string?)credential["securitytoken"]);
        var without = await SignAsync(credential, null);
        Time.Advance(TimeSpan.FromSeconds(900));
        var expired = await SignAsync(credential, (string?)credential["securitytoken"]);

        Assert.Multiple(() =>
        {
            Assert.That(answer.Status, Is.EqualTo(201));
            Assert.That((string?)credential["expires_at"], Is.EqualTo("2026-01-15T08:45:00.000000Z"));
            Assert.That((good.Status, without.Status, expired.Status), Is.EqualTo((200, 401, 401)));
        });
    }

    [TestCase(899)]
    [TestCase(86401)]
    public async Task TemporaryAccessKey_ForATimeOutOfRange_Is400(int seconds) => Assert.That(
        (await Client.TokenAsync(
            "POST",
            "/v3.0/OS-CREDENTIAL/securitytokens",
            """{"auth":{"identity":{"methods":["token"],"token":{"duration_seconds":""" + seconds + "}}}}")).Status,
        Is.EqualTo(400));

    [Test]
    public async Task TemporaryAccessKey_ByAgencyWithASignature_ActsInTheDelegatingAccount()
    {
        var answer = await Client.SignedAsync(
            "POST",
            "/v3.0/OS-CREDENTIAL/securitytokens",
            """{"auth":{"identity":{"methods":["assume_role"],"assume_role":{"agency_name":"emulator-agency","domain_name":"delegating-account"}}}}""");
        var group = await SignAsync(answer.Json["credential"]!, (string?)answer.Json["credential"]!["securitytoken"]);

        Assert.That((answer.Status, group.Status), Is.EqualTo((201, 404)));
    }

    [Test]
    public async Task Projects_ByName_AreFoundWithASignature()
    {
        var answer = await Client.SignedAsync("GET", $"/v3/projects?name={DemoCredentials.Region}&domain_id={DemoCredentials.DomainId}");
        var none = await Client.SignedAsync("GET", "/v3/projects?name=other");

        Assert.Multiple(() =>
        {
            Assert.That(answer.Json["projects"]!.Select(project => (string?)project["id"]), Is.EqualTo(new[] { DemoCredentials.ProjectId }));
            Assert.That((bool?)answer.Json["projects"]![0]!["enabled"], Is.True);
            Assert.That(none.Json["projects"]!.Count(), Is.Zero);
        });
    }

    [Test]
    public async Task Domains_AreTheCallersAccount()
    {
        var answer = await Client.SignedAsync("GET", "/v3/auth/domains");

        Assert.That(answer.Json["domains"]!.Select(domain => (string?)domain["id"]), Is.EqualTo(new[] { DemoCredentials.DomainId }));
    }

    private Task<Answer> PasswordAsync(string password, JObject? scope = null)
    {
        var user = new JObject
        {
            ["name"] = DemoCredentials.UserName,
            ["password"] = password,
            ["domain"] = new JObject { ["name"] = DemoCredentials.DomainName },
        };
        var identity = new JObject { ["methods"] = new JArray("password"), ["password"] = new JObject { ["user"] = user } };
        return Client.SendAsync("POST", "/v3/auth/tokens", Auth(identity, scope ?? Project(DemoCredentials.Region)));
    }

    private Task<Answer> IdTokenAsync(string provider, string token)
    {
        var auth = new JObject { ["id_token"] = new JObject { ["id"] = token }, ["scope"] = Project(DemoCredentials.Region) };
        return Client.SendAsync(
            "POST", "/v3.0/OS-AUTH/id-token/tokens", new JObject { ["auth"] = auth }.ToString(), request => request.Headers.Add("X-Idp-Id", provider));
    }

    private Task<Answer> SignAsync(JToken credential, string? securityToken) => Client.SendAsync("GET", Group, null, request =>
    {
        RequestSigner.Sign(request, [], (string)credential["access"]!, (string)credential["secret"]!, Server.Now);
        if (securityToken is not null)
        {
            request.Headers.TryAddWithoutValidation("X-Security-Token", securityToken);
        }
    });

    private static JObject Project(string name) => new() { ["project"] = new JObject { ["name"] = name } };

    private static string Auth(JObject identity, JObject scope) =>
        new JObject { ["auth"] = new JObject { ["identity"] = identity, ["scope"] = scope } }.ToString();
}
