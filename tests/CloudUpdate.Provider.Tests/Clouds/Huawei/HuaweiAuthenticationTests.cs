using System.Globalization;
using CloudUpdate.Emulator;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.TestKit.Time;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Clouds.Huawei;

/// <summary>Every way to log in to Huawei Cloud, against the emulator, which verifies signatures, tokens and scopes.</summary>
internal sealed class HuaweiAuthenticationTests : EmulatorFixture
{
    private const string TokenFile = "/run/id-token";

    [Test]
    public async Task AccessKey_Request_IsSignedAndNothingElseIsAsked()
    {
        var response = await Bench.SendAsync(Requests.ListEvents());

        Assert.That(response.Status, Is.EqualTo(200));
        AssertOperations("kms.listEvents");
        Assert.That(Journal[0].Principal, Is.EqualTo($"access key {DemoCredentials.AccessKey}"));
    }

    [TestCase("th-TH")]
    [TestCase("tr-TR")]
    [TestCase("ar-SA")]
    public async Task EveryLogin_InAnyCulture_IsAcceptedAndItsLifeIsUnderstood(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        UseAgency();
        await Bench.SendAsync(Requests.ListConnections());
        await Bench.SendAsync(Requests.ListEvents());

        var lives = Bench.Log.Of("CloudFetched").Where(entry => entry.Values["What"] is "temporary access key" or "Atlas access token")
            .Select(entry => DateTimeOffset.Parse(entry.Values["Expiry"]!, CultureInfo.InvariantCulture) - CloudBench.Start);
        Assert.That(lives, Is.EqualTo(new[] { TimeSpan.FromHours(1), TimeSpan.FromHours(1) }));
    }

    [Test]
    public async Task AccessKey_Wrong_IsSentOnceHoweverManyAsk()
    {
        Bench.UseKeys(DemoCredentials.AccessKey, "a-wrong-secret-key");

        var errors = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => FailAsync(Requests.ListEvents()))).OrTimeout();
        var later = await FailAsync(Requests.ListEvents()).OrTimeout();

        Assert.That(errors.Append(later).Select(error => (error.Kind, error.Status, error.Code)), Is.All.EqualTo((CloudErrorKind.Denied, (int?)401, "APIGW.0301")));
        Assert.That(later.Message, Does.Contain("was refused before and is not sent again").And.Contain("verify aksk signature fail"));
        Assert.That(Journal, Has.Count.EqualTo(1), "five refusals would lock the key");
    }

    [Test]
    public async Task AccessKey_RefusedAfterItWasGood_IsGivenUpAfterThreeRefusals()
    {
        await Bench.SendAsync(Requests.ListEvents());
        Emulator.Objects.Change(ObjectKinds.IamAccessKey, DemoCredentials.AccessKey, new JObject { ["secret"] = "changed-by-someone" });

        for (var call = 0; call < 6; call++)
        {
            Bench.Fail(Requests.ListEvents());
        }

        Assert.That(Journal.Count(entry => entry.Status == 401), Is.EqualTo(3));
    }

    [Test]
    public async Task AccessKey_FirstRequestGetsNoAnswer_TheNextOneIsTriedAsUsual()
    {
        Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.BeforeEffect) with { Times = 1 });

        await Bench.SendAsync(Requests.ListEvents());

        Assert.That(Bench.Elapsed, Is.EqualTo(1));
    }

    [Test]
    public async Task TemporaryAccessKey_Request_CarriesItsSecurityToken()
    {
        Emulator.Objects.Put(ObjectKinds.IamAccessKey, "TEMPORARYKEY", new JObject
        {
            ["secret"] = "temporary-secret",
            ["securitytoken"] = "temporary-token",
            ["domain_id"] = DemoCredentials.DomainId,
        });
        Bench.UseKeys("TEMPORARYKEY", "temporary-secret");
        Bench.Configuration["huaweiSecurityToken"] = "temporary-token";

        await Bench.SendAsync(Requests.ListEvents());

        Assert.That(Journal.Single().Principal, Is.EqualTo("access key TEMPORARYKEY"));
    }

    [Test]
    public async Task GivenToken_Request_CarriesItAndNoSignature()
    {
        Bench.ForgetHuawei();
        Bench.Configuration["huaweiAuthToken"] = DemoCredentials.AuthToken;

        await Bench.SendAsync(Requests.ListEvents());

        var headers = Journal.Single().Headers.Keys;
        Assert.That(headers, Does.Contain("X-Auth-Token").And.No.Member("Authorization").And.No.Member("X-Project-Id"));
    }

    [Test]
    public void GivenToken_Refused_IsNotRepeated()
    {
        Bench.ForgetHuawei();
        Bench.Configuration["huaweiAuthToken"] = "an-expired-token";

        var error = Bench.Fail(Requests.ListEvents());

        Assert.That((error.Kind, error.Code, Journal.Count), Is.EqualTo((CloudErrorKind.Denied, "APIGW.0301", 1)));
    }

    [Test]
    public async Task Password_Request_LogsInOnceAndUsesTheToken()
    {
        UsePassword();

        await Bench.SendAsync(Requests.ListEvents());
        await Bench.SendAsync(Requests.ListEvents());

        AssertOperations("iam.createToken", "kms.listEvents", "kms.listEvents");
        Assert.That(Journal[1].Principal, Is.EqualTo($"token of {DemoCredentials.UserName}"));
        Assert.That(Journal[0].Body, Is.EqualTo(JObject.Parse(
            """
            {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"emulator-user","password":"***","domain":{"name":"emulator-account"}}}},
             "scope":{"project":{"id":"0e61a4c3b8d54f7292ad3c5b7e90f1d2"}}}}
            """)).Using<JToken>((actual, expected) => JToken.DeepEquals(Masked(actual), expected)));
    }

    [Test]
    public async Task Password_ProjectIdNotConfigured_ComesFromTheTokenItself()
    {
        UsePassword();
        Bench.Configuration.Remove("huaweiProjectId");

        var location = await Bench.Clients.LocateAsync("kms", null, null, null, default).OrTimeout();
        await Bench.SendAsync(Requests.ListEvents());

        Assert.That(location, Is.EqualTo(new EffectiveLocation(DemoCredentials.Region, DemoCredentials.ProjectId)));
        AssertOperations("iam.createToken", "kms.listEvents");
    }

    [Test]
    public async Task Password_TokenRefused_IsRenewedOnceAndTheCallRepeatedOnce()
    {
        UsePassword();
        await Bench.SendAsync(Requests.ListEvents());
        Emulator.Faults.Add(Fault.ExpiredToken() with { Times = 1 });

        var response = await Bench.SendAsync(Requests.ListEvents());

        Assert.That(response.Status, Is.EqualTo(200));
        AssertOperations("iam.createToken", "kms.listEvents", "kms.listEvents", "iam.createToken", "kms.listEvents");
        Assert.That(Bench.Elapsed, Is.Zero);
    }

    [Test]
    public async Task Password_TokenRefusedByCssItself_IsRenewedOnce()
    {
        Emulator.Settings = EmulatorSettings.Immediate with { CssChecksTokensItself = true };
        UsePassword();
        await Bench.SendAsync(ListConnections());
        Emulator.Faults.Add(Fault.ExpiredToken() with { Times = 1 });

        await Bench.SendAsync(ListConnections());

        Assert.That(Journal.Select(entry => entry.Status), Is.EqualTo(new[] { 201, 200, 400, 201, 200 }));
    }

    [Test]
    public async Task Password_EveryTokenRefused_EndsAfterOneRenewal()
    {
        UsePassword();
        await Bench.SendAsync(Requests.ListEvents());
        Emulator.Faults.Add(Fault.ExpiredToken());

        var first = Bench.Fail(Requests.ListEvents());
        var second = Bench.Fail(Requests.ListEvents());

        Assert.That((first.Kind, second.Kind), Is.EqualTo((CloudErrorKind.Denied, CloudErrorKind.Denied)));
        Assert.That(Journal.Count(entry => entry.Operation == "iam.createToken"), Is.EqualTo(2));
    }

    [Test]
    public async Task Password_TokenAboutToExpire_IsRenewedBefore()
    {
        UsePassword();
        await Bench.SendAsync(Requests.ListEvents());
        await Bench.PassAsync(TimeSpan.FromHours(23));

        await Bench.SendAsync(Requests.ListEvents());

        Assert.That(() => Count("iam.createToken"), Is.EqualTo(2).After(30_000, 5));
        await Bench.PassAsync(TimeSpan.FromHours(2));
        Assert.That((await Bench.SendAsync(Requests.ListEvents())).Status, Is.EqualTo(200));
        Assert.That(Journal.Count(entry => entry.Status == 401), Is.Zero);
    }

    [Test]
    public async Task Password_Wrong_IsTriedOnceHoweverManyAsk()
    {
        UsePassword();
        Bench.Configuration["huaweiPassword"] = "a-wrong-password";

        var errors = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => FailAsync(Requests.ListEvents()))).OrTimeout();
        var later = await FailAsync(Requests.ListEvents()).OrTimeout();

        Assert.That(errors.Append(later).Select(error => (error.Service, error.Kind, error.CloudMessage)),
            Is.All.EqualTo(("iam", CloudErrorKind.Denied, "The username or password is wrong.")));
        AssertOperations("iam.createToken");
    }

    [Test]
    public async Task Password_IamThrottled_IsWaitedFor()
    {
        UsePassword();
        Emulator.Faults.Add(Fault.Throttle(2, retryAfter: 5) with { Operation = "iam.createToken" });

        await Bench.SendAsync(Requests.ListEvents());

        Assert.That(Bench.Elapsed, Is.EqualTo(10));
    }

    [Test]
    public async Task Password_IamThrottledForFiveMinutes_IsSurvivedWithinATenMinuteDeadline()
    {
        UsePassword();
        Emulator.Faults.Add(Fault.Answer(429) with { Operation = "iam.createToken", Lasts = TimeSpan.FromMinutes(5) });

        await Bench.SendAsync(Requests.ListEvents() with { Deadline = CloudBench.Start.AddMinutes(10) });

        Assert.That(Bench.Elapsed, Is.EqualTo(301));
    }

    [Test]
    public void Project_IamDoesNotAnswer_IsWaitedForUntilTheDeadlineAlone()
    {
        Bench.Configuration.Remove("huaweiProjectId");
        Emulator.Faults.Add(Fault.Answer(503) with { Operation = "iam.listProjects" });
        var deadline = CloudBench.Start.AddSeconds(20);

        var error = Assert.ThrowsAsync<CloudException>(() => Bench.Clients.LocateAsync("eg", null, null, deadline, default).OrTimeout())!;

        Assert.That((error.Kind, Bench.Elapsed), Is.EqualTo((CloudErrorKind.TimedOut, 20.0)));
    }

    [Test]
    public async Task Password_NamesInTheLogin_StayReadableInErrors()
    {
        const string Words = $"{DemoCredentials.UserName} of {DemoCredentials.DomainName} may create no more in {DemoCredentials.Region}";
        UsePassword();
        await Bench.SendAsync(Requests.ListEvents());
        Emulator.Faults.Add(Fault.Answer(403, $$"""{"error_code":"X","error_msg":"{{Words}}"}"""));

        Assert.That(Bench.Fail(Requests.ListEvents()).CloudMessage, Is.EqualTo(Words));
    }

    [Test]
    public async Task Password_TwoProjects_HaveTheirOwnTokens()
    {
        Emulator.Objects.Put(
            ObjectKinds.IamProject, "11111111111111111111111111111111", new JObject { ["name"] = "ap-southeast-1", ["domain_id"] = DemoCredentials.DomainId });
        UsePassword();

        await Bench.SendAsync(Requests.ListEvents());
        await Bench.SendAsync(Requests.ListEvents() with { Region = "ap-southeast-1", ProjectId = "11111111111111111111111111111111" });
        await Bench.SendAsync(Requests.ListEvents());

        AssertOperations("iam.createToken", "kms.listEvents", "iam.createToken", "kms.listEvents", "kms.listEvents");
    }

    [Test]
    public async Task IdentityToken_Request_ExchangesItForAToken()
    {
        UseIdentityToken();

        await Bench.SendAsync(Requests.ListEvents());

        AssertOperations("iam.createTokenByIdToken", "kms.listEvents");
        Assert.That(Journal[1].Principal, Is.EqualTo("token of federated-user"));
    }

    [Test]
    public async Task IdentityToken_Renewal_ReadsTheFileAgain()
    {
        UseIdentityToken();
        await Bench.SendAsync(Requests.ListEvents());
        Emulator.Objects.Change(ObjectKinds.IamIdentityProvider, DemoCredentials.IdentityProviderId, new JObject { ["idTokens"] = new JArray("the-next-id-token") });
        Bench.Machine.Files[TokenFile] = "the-next-id-token\n";
        await Bench.PassAsync(TimeSpan.FromHours(25));

        await Bench.SendAsync(Requests.ListEvents());

        Assert.That(Bench.Machine.FilesRead.Count(path => path == TokenFile), Is.EqualTo(2));
        AssertOperations("iam.createTokenByIdToken", "kms.listEvents", "iam.createTokenByIdToken", "kms.listEvents");
    }

    [Test]
    public async Task IdentityToken_WithAnAgencyAndNoAccount_LogsInWithoutAScope()
    {
        UseIdentityToken();
        UseAgency();

        await Bench.SendAsync(Requests.ListEvents());

        AssertOperations("iam.createTokenByIdToken", "iam.createTemporaryAccessKey", "iam.listProjects", "kms.listEvents");
        Assert.That(Journal[0].Body!["auth"]!["scope"], Is.Null);
    }

    [Test]
    public void IdentityToken_NoFile_IsExplainedAndNothingIsSent()
    {
        UseIdentityToken();
        Bench.Machine.Files.Remove(TokenFile);

        var error = Bench.Fail(Requests.ListEvents());

        Assert.That(error.CloudMessage, Is.EqualTo($"there is no identity token to read: cloudupdate:huaweiIdTokenFile ({TokenFile})"));
        Assert.That(Journal, Is.Empty);
    }

    [Test]
    public async Task Agency_Request_IsSignedWithTemporaryKeysOfTheAgency()
    {
        UseAgency();

        await Bench.SendAsync(Requests.ListEvents());
        await Bench.SendAsync(Requests.ListEvents());

        AssertOperations("iam.createTemporaryAccessKey", "iam.listProjects", "kms.listEvents", "kms.listEvents");
        Assert.Multiple(() =>
        {
            Assert.That(Journal[0].Principal, Is.EqualTo($"access key {DemoCredentials.AccessKey}"));
            Assert.That(Journal[2].Principal, Does.StartWith("access key HST"));
            Assert.That(Journal[2].Path, Does.Contain("7c2e9d4fb0a1483695e8d7c6b5a4f3e2"), "the project of the delegating account");
        });
    }

    [Test]
    public async Task Agency_LongRun_IsRenewedBeforeItsKeysExpire()
    {
        UseAgency();

        for (var quarter = 0; quarter < 40; quarter++)
        {
            await Bench.SendAsync(Requests.ListEvents());
            Assert.That(() => Fetched("temporary access key"), Is.EqualTo(1 + (quarter / 3)).After(30_000, 1), "renewed when a quarter is left");
            await Bench.PassAsync(TimeSpan.FromMinutes(15));
        }

        Assert.That(Journal.Count(entry => entry.Status == 401), Is.Zero, "ten hours without a refusal");
    }

    [Test]
    public async Task Agency_WithAPassword_LogsInForTheAccountFirst()
    {
        UsePassword();
        UseAgency();

        await Bench.SendAsync(Requests.ListEvents());

        AssertOperations("iam.createToken", "iam.createTemporaryAccessKey", "iam.listProjects", "kms.listEvents");
        Assert.That((string?)Journal[0].Body?.SelectToken("auth.scope.domain.name"), Is.EqualTo(DemoCredentials.DomainName));
    }

    [Test]
    public void Agency_NotAllowed_IsTheCloudsAnswer()
    {
        UseAgency();
        Bench.Configuration["huaweiAgencyName"] = "another";

        var error = Bench.Fail(Requests.ListEvents());

        Assert.That((error.Operation, error.Status, error.CloudMessage), Is.EqualTo(("AssumeAgency", (int?)404, "The agency could not be found.")));
        Assert.That(error.Kind, Is.EqualTo(CloudErrorKind.Denied), "not found would mean that the object is gone");
    }

    [Test]
    public async Task Project_NotConfigured_IsFoundOnceByTheRegionsName()
    {
        Bench.Configuration.Remove("huaweiProjectId");

        var responses = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Bench.SendAsync(Requests.ListEvents()))).OrTimeout();

        Assert.That(responses.Select(response => response.Status), Is.All.EqualTo(200));
        Assert.That(Count("iam.listProjects"), Is.EqualTo(1));
        Assert.That(Journal[0].Path, Is.EqualTo("/v3/projects?name=cn-north-4"));
    }

    [Test]
    public async Task Project_ByAnotherName_IsLookedUpByThatName()
    {
        const string Id = "22222222222222222222222222222222";
        Emulator.Objects.Put(ObjectKinds.IamProject, Id, new JObject { ["name"] = "cn-north-4_team", ["domain_id"] = DemoCredentials.DomainId });
        Bench.Configuration.Remove("huaweiProjectId");
        Bench.Configuration["huaweiProjectName"] = "cn-north-4_team";

        var location = await Bench.Clients.LocateAsync("eg", null, null, null, default).OrTimeout();

        Assert.That(location, Is.EqualTo(new EffectiveLocation("cn-north-4", Id)));
    }

    [Test]
    public void Project_None_SaysWhatToSet()
    {
        Bench.Configuration.Remove("huaweiProjectId");
        Bench.Configuration["huaweiRegion"] = "eu-west-0";

        var error = Bench.Fail(Requests.ListEvents());

        Assert.That(error.CloudMessage, Is.EqualTo("there is no project named eu-west-0; set huaweiProjectId, or huaweiProjectName for another name"));
    }

    [Test]
    public void Project_Several_SaysWhatToSet()
    {
        Emulator.Objects.Put(
            ObjectKinds.IamProject, "33333333333333333333333333333333", new JObject { ["name"] = "cn-north-4", ["domain_id"] = DemoCredentials.DomainId });
        Bench.Configuration.Remove("huaweiProjectId");

        Assert.That(Bench.Fail(Requests.ListEvents()).CloudMessage, Is.EqualTo("there are several projects named cn-north-4; set huaweiProjectId"));
    }

    [Test]
    public async Task Location_OfTheState_WinsOverTheConfiguration()
    {
        const string Id = "44444444444444444444444444444444";
        Emulator.Objects.Put(ObjectKinds.IamProject, Id, new JObject { ["name"] = "ap-southeast-1", ["domain_id"] = DemoCredentials.DomainId });

        var byRegion = await Bench.Clients.LocateAsync("eg", "ap-southeast-1", null, null, default).OrTimeout();
        var given = await Bench.Clients.LocateAsync("eg", "ap-southeast-2", "p9", null, default).OrTimeout();
        var configured = await Bench.Clients.LocateAsync("eg", null, null, null, default).OrTimeout();
        var atlas = await Bench.Clients.LocateAsync("atlas", null, null, null, default).OrTimeout();

        Assert.That(byRegion, Is.EqualTo(new EffectiveLocation("ap-southeast-1", Id)), "the configured project belongs to the configured region alone");
        Assert.That(given, Is.EqualTo(new EffectiveLocation("ap-southeast-2", "p9")));
        Assert.That(configured, Is.EqualTo(new EffectiveLocation(DemoCredentials.Region, DemoCredentials.ProjectId)));
        Assert.That(atlas, Is.EqualTo(new EffectiveLocation(null, null)));
        AssertOperations("iam.listProjects");
    }

    [Test]
    public void Credentials_None_SaysWhatToSetAndSendsNothing()
    {
        Bench.ForgetHuawei();

        var error = Bench.Fail(Requests.ListEvents());

        Assert.That((error.Kind, Journal.Count), Is.EqualTo((CloudErrorKind.Denied, 0)));
        Assert.That(error.Message, Does.Contain("huaweiAccessKey").And.Contain("HW_ACCESS_KEY").And.Contain("hcloud"));
        Assert.That(Bench.Told, Is.Empty);
    }

    [Test]
    public void Credentials_HalfASetInTheEnvironment_SaysWhichHalfIsMissing()
    {
        Bench.ForgetHuawei();
        Bench.Machine.Variables["HW_ACCESS_KEY"] = "AK";

        Assert.That(Bench.Fail(Requests.ListEvents()).Message, Does.Contain("the environment (HW_*) names credentials of this kind but not huaweiSecretKey"));
    }

    private static JToken Masked(JToken body)
    {
        var copy = body.DeepClone();
        copy.SelectToken("auth.identity.password.user.password")?.Replace("***");
        return copy;
    }

    private static CloudRequest ListConnections() => new()
    {
        Service = "css",
        Operation = "ListConnections",
        Method = HttpMethod.Get,
        PathTemplate = "/v1.0/{project_id}/clusters/{cluster_id}/vpcepservice/connections",
        PathValues = new Dictionary<string, string> { ["cluster_id"] = "4f3deec3-efa8-4598-bf91-560aad1377a3" },
    };

    private void UsePassword()
    {
        Bench.ForgetHuawei();
        Bench.Configuration["huaweiUserName"] = DemoCredentials.UserName;
        Bench.Configuration["huaweiPassword"] = DemoCredentials.Password;
        Bench.Configuration["huaweiDomainName"] = DemoCredentials.DomainName;
    }

    private void UseIdentityToken()
    {
        Bench.ForgetHuawei();
        Bench.Configuration["huaweiIdpId"] = DemoCredentials.IdentityProviderId;
        Bench.Configuration["huaweiIdTokenFile"] = TokenFile;
        Bench.Machine.Files[TokenFile] = DemoCredentials.IdToken + "\n";
    }

    private void UseAgency()
    {
        Bench.Configuration["huaweiAgencyName"] = DemoCredentials.AgencyName;
        Bench.Configuration["huaweiAgencyDomainName"] = DemoCredentials.DelegatingDomainName;
        Bench.Configuration.Remove("huaweiProjectId");
    }

    private async Task<CloudException> FailAsync(CloudRequest request)
    {
        try
        {
            await Bench.SendAsync(request);
        }
        catch (CloudException error)
        {
            return error;
        }

        throw new AssertionException("the request should have failed");
    }

    private int Fetched(string what) => Bench.Log.Of("CloudFetched").Count(entry => entry.Values["What"] == what);
}
