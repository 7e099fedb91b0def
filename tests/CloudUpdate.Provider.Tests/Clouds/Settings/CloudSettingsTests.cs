using CloudUpdate.Provider.Clouds.Settings;

namespace CloudUpdate.Provider.Tests.Clouds.Settings;

/// <summary>Where settings and credentials come from, and what is refused.</summary>
public sealed class CloudSettingsTests
{
    private readonly FakeMachine _machine = new();
    private readonly Dictionary<string, string> _configuration = [];

    [Test]
    public void Resolve_Nothing_HasDefaultsAndNoLogin()
    {
        var settings = Settings();

        Assert.Multiple(() =>
        {
            Assert.That(settings.Huawei.Login, Is.Null);
            Assert.That(settings.Huawei.LoginProblem, Is.Null);
            Assert.That(settings.Atlas.Login, Is.Null);
            Assert.That(settings.Atlas.BaseAddress, Is.EqualTo(new Uri("https://cloud.mongodb.com")));
            Assert.That(settings.MaxRetries, Is.Null);
            Assert.That(settings.RequestTimeout, Is.EqualTo(TimeSpan.FromSeconds(60)));
            Assert.That(settings.PreviewReads, Is.True);
        });
    }

    [Test]
    public void Resolve_EachKeyOfTheConfiguration_IsRead()
    {
        Set("huaweiRegion", "cn-north-4");
        Set("huaweiProjectId", "p1");
        Set("huaweiProjectName", "cn-north-4_sub");
        Set("huaweiDomainId", "d1");
        Set("huaweiDomainName", "account");
        Set("huaweiAccessKey", "AK");
        Set("huaweiSecretKey", "SK");
        Set("huaweiSecurityToken", "ST");
        Set("huaweiAgencyName", "deployer");
        Set("huaweiAgencyDomainName", "other");
        Set("huaweiCloud", "example.cloud");
        Set("endpoints", """{"eg":"https://eg.example.com","ga":"http://127.0.0.1:8080"}""");
        Set("maxRetries", "7");
        Set("requestTimeoutSeconds", "15");
        Set("previewReads", "never");
        Set("atlasBaseUrl", "https://cloud.mongodbgov.com/");
        Set("atlasClientId", "mdb_sa_id_1");
        Set("atlasClientSecret", "mdb_sa_sk_1");

        var settings = Settings();

        Assert.Multiple(() =>
        {
            Assert.That(settings.Huawei.Region, Is.EqualTo("cn-north-4"));
            Assert.That(settings.Huawei.ProjectId, Is.EqualTo("p1"));
            Assert.That(settings.Huawei.ProjectName, Is.EqualTo("cn-north-4_sub"));
            Assert.That(settings.Huawei.DomainId, Is.EqualTo("d1"));
            Assert.That(settings.Huawei.DomainName, Is.EqualTo("account"));
            Assert.That(settings.Huawei.Login, Is.EqualTo(new HuaweiLogin.Keys("AK", "SK", "ST")));
            Assert.That(settings.Huawei.Agency, Is.EqualTo(new HuaweiAgency("deployer", "other", null)));
            Assert.That(settings.Huawei.Cloud, Is.EqualTo("example.cloud"));
            Assert.That(settings.Huawei.Endpoints["eg"], Is.EqualTo(new Uri("https://eg.example.com")));
            Assert.That(settings.Huawei.Endpoints["ga"], Is.EqualTo(new Uri("http://127.0.0.1:8080")));
            Assert.That(settings.MaxRetries, Is.EqualTo(7));
            Assert.That(settings.RequestTimeout, Is.EqualTo(TimeSpan.FromSeconds(15)));
            Assert.That(settings.PreviewReads, Is.False);
            Assert.That(settings.Atlas.BaseAddress.Host, Is.EqualTo("cloud.mongodbgov.com"));
            Assert.That(settings.Atlas.Login, Is.EqualTo(new AtlasLogin.ServiceAccount("mdb_sa_id_1", "mdb_sa_sk_1")));
        });
    }

    public static IEnumerable<TestCaseData> VariablesByPrecedence() => SettingKeys.All
        .Where(key => key.Variables.Count > 1)
        .Select(key => new TestCaseData(key.Name, key.Variables).SetArgDisplayNames(key.Name));

    [TestCaseSource(nameof(VariablesByPrecedence))]
    public void Variables_OfOneKey_FirstHitWins(string key, IReadOnlyList<string> variables)
    {
        for (var first = 0; first < variables.Count; first++)
        {
            var machine = new FakeMachine();
            foreach (var variable in variables.Skip(first))
            {
                machine.Variables[variable] = $"value-of-{variable}";
            }

            var sources = new[] { "HW_", "OS_", "HUAWEICLOUD_SDK_", "CLOUD_SDK_", "MONGODB_ATLAS_", "MCLI_" }
                .Select(prefix => SettingSource.OfEnvironment(machine, prefix));
            var found = new SettingReader([.. sources]).Find(key);

            Assert.That(found?.Origin, Is.EqualTo(variables[first]));
        }
    }

    [Test]
    public void Variables_OfTheReference_AreAllKnown()
    {
        string[] expected =
        [
            "HW_ACCESS_KEY", "OS_ACCESS_KEY", "HUAWEICLOUD_SDK_AK", "CLOUD_SDK_AK", "HW_SECRET_KEY", "OS_SECRET_KEY", "HUAWEICLOUD_SDK_SK",
            "CLOUD_SDK_SK", "HW_SECURITY_TOKEN", "HUAWEICLOUD_SDK_SECURITY_TOKEN", "HW_REGION_NAME", "OS_REGION_NAME", "HW_PROJECT_ID",
            "OS_PROJECT_ID", "OS_TENANT_ID", "HUAWEICLOUD_SDK_PROJECT_ID", "HW_DOMAIN_NAME", "OS_DOMAIN_NAME", "HW_USER_NAME", "OS_USERNAME",
            "HW_USER_PASSWORD", "OS_PASSWORD", "HW_AUTH_TOKEN", "OS_AUTH_TOKEN", "HW_CLOUD", "HW_PROFILE", "HW_SHARED_CONFIG_FILE",
            "HW_ASSUME_ROLE_AGENCY_NAME", "OS_AGENCY_NAME", "HW_ASSUME_ROLE_IDP_ID", "HW_ASSUME_ROLE_ID_TOKEN",
            "HW_ASSUME_ROLE_ID_TOKEN_FILE", "HUAWEICLOUD_SDK_IDP_ID", "HUAWEICLOUD_SDK_ID_TOKEN_FILE", "MONGODB_ATLAS_CLIENT_ID",
            "MONGODB_ATLAS_CLIENT_SECRET", "MONGODB_ATLAS_ACCESS_TOKEN", "MONGODB_ATLAS_PUBLIC_API_KEY", "MONGODB_ATLAS_PUBLIC_KEY",
            "MCLI_PUBLIC_API_KEY", "MONGODB_ATLAS_PRIVATE_API_KEY", "MONGODB_ATLAS_PRIVATE_KEY", "MCLI_PRIVATE_API_KEY",
            "MONGODB_ATLAS_BASE_URL", "MCLI_OPS_MANAGER_URL",
        ];

        Assert.That(expected, Is.SubsetOf(SettingKeys.All.SelectMany(key => key.Variables)));
    }

    [Test]
    public void Settings_PerKey_ConfigurationBeatsEnvironmentBeatsNamedProfile()
    {
        _machine.Variables["HW_PROFILE"] = "work";
        _machine.Variables["HW_PROJECT_ID"] = "project-of-environment";
        _machine.Variables["HW_REGION_NAME"] = "region-of-environment";
        _machine.Files["/home/user/.hcloud/config.json"] = Hcloud(
            """{"name":"work","region":"region-of-profile","projectId":"project-of-profile","domainId":"domain-of-profile"}""");
        Set("huaweiRegion", "region-of-configuration");

        var settings = Settings();

        Assert.Multiple(() =>
        {
            Assert.That(settings.Huawei.Region, Is.EqualTo("region-of-configuration"));
            Assert.That(settings.Huawei.ProjectId, Is.EqualTo("project-of-environment"));
            Assert.That(settings.Huawei.DomainId, Is.EqualTo("domain-of-profile"));
        });
    }

    [Test]
    public void Credentials_ConfiguredKeysBesideAStaleTokenInTheEnvironment_UseTheKeysAlone()
    {
        Set("huaweiAccessKey", "AK");
        Set("huaweiSecretKey", "SK");
        _machine.Variables["HW_SECURITY_TOKEN"] = "stale";
        _machine.Variables["HW_AUTH_TOKEN"] = "stale";

        Assert.That(Settings().Huawei.Login, Is.EqualTo(new HuaweiLogin.Keys("AK", "SK", null)));
    }

    [Test]
    public void Credentials_KeysOfOneToolBesideATokenOfAnother_AreNotMixed()
    {
        _machine.Variables["HW_ACCESS_KEY"] = "AK";
        _machine.Variables["HW_SECRET_KEY"] = "SK";
        _machine.Variables["OS_AUTH_TOKEN"] = "stale";
        _machine.Variables["HUAWEICLOUD_SDK_SECURITY_TOKEN"] = "stale";

        Assert.That(Settings().Huawei.Login, Is.EqualTo(new HuaweiLogin.Keys("AK", "SK", null)));
    }

    [Test]
    public void Credentials_SeedSampleVariables_ComeLast()
    {
        _machine.Variables["CLOUD_SDK_AK"] = "sample-AK";
        _machine.Variables["CLOUD_SDK_SK"] = "sample-SK";
        var alone = Settings().Huawei.Login;
        _machine.Variables["HUAWEICLOUD_SDK_AK"] = "AK";
        _machine.Variables["HUAWEICLOUD_SDK_SK"] = "SK";

        Assert.Multiple(() =>
        {
            Assert.That(alone, Is.EqualTo(new HuaweiLogin.Keys("sample-AK", "sample-SK", null)));
            Assert.That(Settings().Huawei.Login, Is.EqualTo(new HuaweiLogin.Keys("AK", "SK", null)));
        });
    }

    [Test]
    public void Credentials_WithinOneSource_TokenThenKeysThenIdentityTokenThenPassword()
    {
        Set("huaweiDomainName", "account");
        Set("huaweiUserName", "user");
        Set("huaweiPassword", "password");
        var password = Settings().Huawei.Login;
        Set("huaweiIdpId", "idp");
        Set("huaweiIdToken", "jwt");
        var identity = Settings().Huawei.Login;
        Set("huaweiAccessKey", "AK");
        Set("huaweiSecretKey", "SK");
        var keys = Settings().Huawei.Login;
        Set("huaweiAuthToken", "token");
        var token = Settings().Huawei.Login;

        Assert.Multiple(() =>
        {
            Assert.That(password, Is.EqualTo(new HuaweiLogin.Password("user", "password")));
            Assert.That((identity as HuaweiLogin.Identity)?.ReadToken(), Is.EqualTo("jwt"));
            Assert.That(keys, Is.EqualTo(new HuaweiLogin.Keys("AK", "SK", null)));
            Assert.That(token, Is.EqualTo(new HuaweiLogin.Token("token")));
        });
    }

    [Test]
    public void Credentials_IdTokenFile_IsReadAgainEachTime()
    {
        _machine.Variables["HW_ASSUME_ROLE_IDP_ID"] = "idp";
        _machine.Variables["HW_ASSUME_ROLE_ID_TOKEN_FILE"] = "/run/token";
        _machine.Files["/run/token"] = "first\n";
        var login = (HuaweiLogin.Identity)Settings().Huawei.Login!;

        var first = login.ReadToken();
        _machine.Files["/run/token"] = "second\n";

        Assert.That((first, login.ReadToken()), Is.EqualTo(("first", "second")));
    }

    [Test]
    public void Agency_OfTheEnvironment_NeverJoinsConfiguredKeys()
    {
        Set("huaweiAccessKey", "AK");
        Set("huaweiSecretKey", "SK");
        _machine.Variables["HW_ASSUME_ROLE_AGENCY_NAME"] = "left-over";
        _machine.Variables["HW_ASSUME_ROLE_DOMAIN_NAME"] = "other";

        Assert.That(Settings().Huawei.Agency, Is.Null);
    }

    [Test]
    public void Agency_OfTheConfiguration_JoinsKeysOfTheEnvironment()
    {
        Set("huaweiAgencyName", "deployer");
        Set("huaweiAgencyDomainName", "other");
        _machine.Variables["HW_ACCESS_KEY"] = "AK";
        _machine.Variables["HW_SECRET_KEY"] = "SK";

        var huawei = Settings().Huawei;

        Assert.That((huawei.Agency, huawei.Login), Is.EqualTo((new HuaweiAgency("deployer", "other", null), new HuaweiLogin.Keys("AK", "SK", null))));
    }

    [Test]
    public void Agency_DelegatingAccountById_IsTakenFromTheVariable()
    {
        _machine.Variables["HW_ACCESS_KEY"] = "AK";
        _machine.Variables["HW_SECRET_KEY"] = "SK";
        _machine.Variables["HW_ASSUME_ROLE_AGENCY_NAME"] = "deployer";
        _machine.Variables["HW_ASSUME_ROLE_DOMAIN_ID"] = "d2";

        Assert.That(Settings().Huawei.Agency, Is.EqualTo(new HuaweiAgency("deployer", null, "d2")));
    }

    [Test]
    public void Profile_Unnamed_LendsItsSettingsOnlyToItsOwnKeys()
    {
        _machine.Files["/home/user/.hcloud/config.json"] = Hcloud(
            """{"name":"default","mode":"AKSK","accessKeyId":"PAK","secretAccessKey":"PSK","region":"ap-southeast-1","projectId":"pp"}""");
        var ofProfile = Settings().Huawei;
        Set("huaweiAccessKey", "AK");
        Set("huaweiSecretKey", "SK");
        var ofConfiguration = Settings().Huawei;

        Assert.Multiple(() =>
        {
            Assert.That(ofProfile.Login, Is.EqualTo(new HuaweiLogin.Keys("PAK", "PSK", null)));
            Assert.That((ofProfile.Region, ofProfile.ProjectId), Is.EqualTo(("ap-southeast-1", "pp")));
            Assert.That((ofConfiguration.Region, ofConfiguration.ProjectId), Is.EqualTo(((string?)null, (string?)null)));
        });
    }

    [Test]
    public void Profile_SingleSignOn_TakesTheTemporaryKey()
    {
        _machine.Files["/etc/hcloud.json"] = Hcloud(
            """{"name":"sso","mode":"SSO","ssoAuth":{"stsToken":{"accessKeyId":"TAK","secretAccessKey":"TSK","securityToken":"TST"}}}""");
        Set("huaweiSharedConfigFile", "/etc/hcloud.json");
        Set("huaweiProfile", "sso");

        Assert.That(Settings().Huawei.Login, Is.EqualTo(new HuaweiLogin.Keys("TAK", "TSK", "TST")));
    }

    [Test]
    public void Profile_WithAgency_AssumesIt()
    {
        _machine.Files["/home/user/.hcloud/config.json"] = Hcloud(
            """{"name":"default","accessKeyId":"PAK","secretAccessKey":"PSK","agencyName":"deployer","agencyDomainId":"d2"}""");

        Assert.That(Settings().Huawei.Agency, Is.EqualTo(new HuaweiAgency("deployer", null, "d2")));
    }

    [TestCase("""{"name":"work"}""", "huaweiProfile", "has no profile \"other\"; it has: work")]
    [TestCase("""{"name":"other","accessKeyId":"k7F+/encrypted==","secretAccessKey":"x"}""", "huaweiSharedConfigFile", "--cli-auth-encrypt=false")]
    public void Profile_NamedButNotUsable_IsAProblem(string profile, string key, string message)
    {
        _machine.Files["/home/user/.hcloud/config.json"] = Hcloud(profile);
        Set("huaweiProfile", "other");

        AssertProblem(key, message);
    }

    [TestCase("not json")]
    [TestCase("[]")]
    public void Profile_NoConfigurationFile_IsAProblem(string text)
    {
        _machine.Files["/x"] = text;
        Set("huaweiSharedConfigFile", "/x");

        AssertProblem("huaweiSharedConfigFile", "is not a configuration file of hcloud");
    }

    [Test]
    public void Profile_MissingFile_IsAProblemWhereItIsNamedAndNoneElse()
    {
        var unnamed = Resolve();
        Set("huaweiSharedConfigFile", "/nowhere");

        Assert.That(unnamed.Problems, Is.Empty);
        AssertProblem("huaweiSharedConfigFile", "there is no file /nowhere");
    }

    [TestCase("huaweiAccessKey", "huaweiSecretKey")]
    [TestCase("huaweiSecretKey", "huaweiAccessKey")]
    [TestCase("huaweiSecurityToken", "huaweiAccessKey")]
    [TestCase("huaweiUserName", "huaweiPassword")]
    [TestCase("huaweiPassword", "huaweiUserName")]
    [TestCase("huaweiIdpId", "huaweiIdTokenFile")]
    [TestCase("huaweiIdToken", "huaweiIdpId")]
    [TestCase("atlasClientId", "atlasClientSecret")]
    [TestCase("atlasClientSecret", "atlasClientId")]
    [TestCase("atlasPublicKey", "atlasPrivateKey")]
    [TestCase("atlasPrivateKey", "atlasPublicKey")]
    public void Credentials_HalfASetInTheConfiguration_IsAProblemOfTheOtherHalf(string given, string missing)
    {
        Set(given, "given-value");

        var problem = Resolve().Problems.Single();

        Assert.That(problem.Key, Is.EqualTo(missing));
        Assert.That(problem.Message, Does.Not.Contain("given-value"));
    }

    [Test]
    public void Credentials_HalfASetInTheEnvironment_IsSaidWhenTheCloudIsCalled()
    {
        _machine.Variables["HW_ACCESS_KEY"] = "AK";

        var huawei = Settings().Huawei;

        Assert.That(huawei.Login, Is.Null);
        Assert.That(huawei.LoginProblem, Does.Contain("huaweiSecretKey (HW_SECRET_KEY or"));
    }

    [Test]
    public void Credentials_PasswordWithoutAccount_IsAProblem()
    {
        Set("huaweiUserName", "user");
        Set("huaweiPassword", "password");

        AssertProblem("huaweiDomainName", "cloudupdate:huaweiUserName names a user, so huaweiDomainName is needed too");
    }

    [Test]
    public void Credentials_AgencyWithoutAccount_IsAProblem()
    {
        Set("huaweiAccessKey", "AK");
        Set("huaweiSecretKey", "SK");
        Set("huaweiAgencyName", "deployer");

        AssertProblem("huaweiAgencyDomainName", "names an agency");
    }

    [TestCase("huaweiAuthToken")]
    [TestCase("atlasAccessToken")]
    public void Credentials_WithALineBreakInside_AreRefusedWithoutShowingThem(string key)
    {
        Set(key, "two\nlines");

        var problem = Resolve().Problems.Single();

        Assert.That(problem.Message, Does.Contain("control characters").And.Not.Contain("two"));
    }

    [Test]
    public void Credentials_ServiceAccountIdAsPublicKey_IsExplained()
    {
        Set("atlasPublicKey", "mdb_sa_id_64f0c0ffee1234567890abcd");
        Set("atlasPrivateKey", "x");

        AssertProblem("atlasPublicKey", "use atlasClientId and atlasClientSecret");
    }

    [Test]
    public void Credentials_SeveralOfAtlas_TokenThenAccountThenKeyWithAWarning()
    {
        Set("atlasPublicKey", "abcdefgh");
        Set("atlasPrivateKey", "key");
        var key = Resolve();
        Set("atlasClientId", "mdb_sa_id_1");
        Set("atlasClientSecret", "mdb_sa_sk_1");
        var account = Resolve();
        Set("atlasAccessToken", "token");
        var token = Resolve();

        Assert.Multiple(() =>
        {
            Assert.That((key.Settings!.Atlas.Login, key.Warnings.Count), Is.EqualTo((new AtlasLogin.ApiKey("abcdefgh", "key"), 0)));
            Assert.That(account.Settings!.Atlas.Login, Is.EqualTo(new AtlasLogin.ServiceAccount("mdb_sa_id_1", "mdb_sa_sk_1")));
            Assert.That(account.Warnings.Single().Message, Does.Contain("the service account is used"));
            Assert.That(token.Settings!.Atlas.Login, Is.EqualTo(new AtlasLogin.AccessToken("token")));
            Assert.That(token.Warnings.Single().Message, Does.Contain("the access token is used"));
        });
    }

    [Test]
    public void Credentials_OfAtlas_ComeFromOneSource()
    {
        Set("atlasClientId", "mdb_sa_id_1");
        Set("atlasClientSecret", "mdb_sa_sk_1");
        _machine.Variables["MONGODB_ATLAS_ACCESS_TOKEN"] = "stale";
        _machine.Variables["MONGODB_ATLAS_BASE_URL"] = "https://cloud.mongodbgov.com";

        var atlas = Settings().Atlas;

        Assert.Multiple(() =>
        {
            Assert.That(atlas.Login, Is.EqualTo(new AtlasLogin.ServiceAccount("mdb_sa_id_1", "mdb_sa_sk_1")));
            Assert.That(atlas.BaseAddress.Host, Is.EqualTo("cloud.mongodbgov.com"), "a setting, so it is taken per key");
        });
    }

    [TestCase("https://cloud.mongodb.com", true)]
    [TestCase("http://127.0.0.1:8080", true)]
    [TestCase("http://localhost:8080/", true)]
    [TestCase("http://[::1]:8080", true)]
    [TestCase("http://cloud.mongodb.com", false)]
    [TestCase("http://10.0.0.1", false)]
    [TestCase("http://127.0.0.1.example.com", false)]
    [TestCase("ftp://cloud.mongodb.com", false)]
    [TestCase("cloud.mongodb.com", false)]
    [TestCase("https://user:password@cloud.mongodb.com", false)]
    [TestCase("https://cloud.mongodb.com?x=1", false)]
    public void Address_Configured_IsHttpsOrLoopback(string address, bool accepted)
    {
        Set("atlasBaseUrl", address);

        var resolution = Resolve();

        Assert.That(resolution.Problems.Select(problem => problem.Key), accepted ? Is.Empty : Is.EqualTo(new[] { "atlasBaseUrl" }));
        Assert.That(resolution.Problems.Select(problem => problem.Message), Has.None.Contains("password"));
    }

    [Test]
    public void Address_PlainHttpElsewhere_NeedsAllowInsecureEndpoints()
    {
        Set("endpoints", """{"eg":"http://emulator.example:8080"}""");
        var refused = Resolve();
        Set("allowInsecureEndpoints", "true");

        Assert.That(refused.Problems.Single().Key, Is.EqualTo("endpoints.eg"));
        Assert.That(Settings().Huawei.Endpoints["eg"].Host, Is.EqualTo("emulator.example"));
    }

    [Test]
    public void Address_OfOtherTools_IsTakenWithoutItsVersion()
    {
        _machine.Variables["HW_AUTH_URL"] = "https://iam.cn-north-4.myhuaweicloud.com:443/v3";
        _machine.Variables["HW_REGION_NAME"] = "cn-north-4";
        _machine.Variables["HUAWEICLOUD_SDK_REGION_CSMS_CN_NORTH_4"] = "https://kms.one.example,https://kms.two.example";
        Set("endpoints", """{"eg":"https://eg.example"}""");
        _machine.Variables["HUAWEICLOUD_SDK_REGION_EG_CN_NORTH_4"] = "https://not.this.example";

        var endpoints = Settings().Huawei.Endpoints;

        Assert.That(endpoints.Select(pair => $"{pair.Key}={pair.Value}"), Is.EquivalentTo(new[]
        {
            "eg=https://eg.example/", "iam=https://iam.cn-north-4.myhuaweicloud.com/", "kms=https://kms.one.example/",
        }));
    }

    [Test]
    public void Resolve_ManyMistakes_AreAllReportedWithTheirKeys()
    {
        Set("huaweiRegion", "cn north/4");
        Set("huaweiCloud", "-");
        Set("endpoints", """{"eg":"nowhere","csms":"https://x.example","ga":5}""");
        Set("maxRetries", "-1");
        Set("requestTimeoutSeconds", "soon");
        Set("allowInsecureEndpoints", "perhaps");
        Set("previewReads", "sometimes");
        Set("huaweiAccessKey", "AK");
        Set("atlasClientId", "id");

        var problems = Resolve().Problems;

        Assert.That(problems.Select(problem => problem.Key), Is.EquivalentTo(new[]
        {
            "huaweiRegion", "huaweiCloud", "endpoints.eg", "endpoints.csms", "endpoints.ga", "maxRetries", "requestTimeoutSeconds",
            "allowInsecureEndpoints", "previewReads", "huaweiSecretKey", "atlasClientSecret",
        }));
        Assert.That(Resolve().Settings, Is.Null);
    }

    [Test]
    public void Settings_AsText_ShowNoValue()
    {
        Set("huaweiAccessKey", "secret-1");
        Set("huaweiSecretKey", "secret-2");
        Set("atlasPublicKey", "secret-3");
        Set("atlasPrivateKey", "secret-4");
        var settings = Settings();

        var text = $"{settings} {settings.Huawei} {settings.Atlas} {settings.Huawei.Login} {settings.Atlas.Login}";

        Assert.That(text, Does.Not.Contain("secret"));
    }

    private static string Hcloud(string profile) => $$"""{"current":"{{"default"}}","profiles":[{{profile}}]}""";

    private void Set(string key, string value) => _configuration[key] = value;

    private SettingsResolution Resolve() => CloudSettings.Resolve(_configuration, _machine, _machine);

    private CloudSettings Settings()
    {
        var resolution = Resolve();
        Assert.That(resolution.Problems, Is.Empty);
        return resolution.Settings!;
    }

    private void AssertProblem(string key, string message)
    {
        var problem = Resolve().Problems.Single();
        Assert.That(problem.Key, Is.EqualTo(key));
        Assert.That(problem.Message, Does.Contain(message));
    }
}
