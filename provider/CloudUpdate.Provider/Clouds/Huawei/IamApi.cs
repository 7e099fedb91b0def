using System.Globalization;
using System.Text;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.Provider.Clouds.Settings;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>The calls to Identity and Access Management that logging in needs (Huawei Cloud, "Identity and Access Management API Reference").</summary>
/// <param name="pipeline">Carries out the calls.</param>
/// <param name="settings">The settings.</param>
/// <param name="time">The clock.</param>
internal sealed class IamApi(HttpPipeline pipeline, HuaweiSettings settings, TimeProvider time)
{
    private static readonly TimeSpan s_agencyLife = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_tokenLife = TimeSpan.FromHours(24);
    private static readonly IAnswerRules s_rules = new HuaweiAnswerRules();

    private readonly HuaweiEndpoints _endpoints = new(settings);

    /// <summary>Exchanges a password for a token.</summary>
    /// <param name="login">User and password.</param>
    /// <param name="scope">What the token must be good for.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public Task<Issued<HuaweiCredential>> TokenAsync(HuaweiLogin.Password login, HuaweiScope scope, CancellationToken cancellationToken)
    {
        var user = new JObject { ["name"] = login.UserName, ["password"] = login.Value, ["domain"] = Account() };
        var identity = new JObject { ["methods"] = new JArray("password"), ["password"] = new JObject { ["user"] = user } };
        var request = Login("CreateToken", "/v3/auth/tokens", Scoped(new JObject { ["identity"] = identity }, scope)) with
        {
            Query = [new("nocatalog", "true")],
            Secrets = [login.Value],
        };
        return TokenAsync(request, new FixedHeaders(), scope, cancellationToken);
    }

    /// <summary>Exchanges a pipeline's identity token for a token.</summary>
    /// <param name="login">The identity provider, and where its token is.</param>
    /// <param name="scope">What the token must be good for.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public Task<Issued<HuaweiCredential>> TokenAsync(HuaweiLogin.Identity login, HuaweiScope scope, CancellationToken cancellationToken)
    {
        const string Operation = "CreateTokenWithIdToken";
        var idToken = ReadIdToken(login, Operation);
        pipeline.Secrets.Add(idToken);
        var auth = Scoped(new JObject { ["id_token"] = new JObject { ["id"] = idToken } }, scope);
        var request = Login(Operation, "/v3.0/OS-AUTH/id-token/tokens", auth);
        return TokenAsync(request, new FixedHeaders(KeyValuePair.Create("X-Idp-Id", login.IdpId)), scope, cancellationToken);
    }

    /// <summary>Assumes an agency.</summary>
    /// <param name="agency">The agency.</param>
    /// <param name="caller">Who assumes it.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public async Task<Issued<HuaweiCredential>> AssumeAsync(HuaweiAgency agency, IHuaweiIdentity caller, CancellationToken cancellationToken)
    {
        var role = new JObject { ["agency_name"] = agency.Name, ["duration_seconds"] = (long)s_agencyLife.TotalSeconds };
        role[agency.DomainName is null ? "domain_id" : "domain_name"] = agency.DomainName ?? agency.DomainId;
        var identity = new JObject { ["methods"] = new JArray("assume_role"), ["assume_role"] = role };
        var request = Login("AssumeAgency", "/v3.0/OS-CREDENTIAL/securitytokens", new JObject { ["identity"] = identity });
        var now = time.GetUtcNow();
        var response = await SendAsync(request, Authentication(request, caller, settings.Region), settings.Region, cancellationToken);
        var credential = response.Body.Member("credential");
        if (credential.Text("access") is not { } access || credential.Text("secret") is not { } secret)
        {
            throw Unexpected(request, response, "the answer holds no access key");
        }

        var keys = new HuaweiKeys(access, secret, credential.Text("securitytoken"));
        var asked = now + s_agencyLife;
        var expiry = Date(credential, "expires_at") is { } given && given > now && given < asked ? given : asked;
        return Keep(keys, now, expiry);
    }

    /// <summary>Finds a project's id by its name.</summary>
    /// <param name="name">The project's name; a region's default project has the region's name.</param>
    /// <param name="region">The region; null for the global IAM.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    public async Task<string> ProjectIdAsync(string name, string? region, IHuaweiIdentity caller, CancellationToken cancellationToken)
    {
        var request = new CloudRequest
        {
            Service = "iam",
            Operation = "ListProjects",
            Method = HttpMethod.Get,
            PathTemplate = "/v3/projects",
            Query = settings.DomainId is { } domainId && settings.Agency is null
                ? [new("name", name), new("domain_id", domainId)]
                : [new("name", name)],
        };
        var response = await SendAsync(request, Authentication(request, caller, region), region, cancellationToken);
        var ids = (response.Body as JObject)?["projects"]?.Select(project => project.Text("id")).OfType<string>().ToList() ?? [];
        return ids.Count == 1 ? ids[0] : throw new CloudException(new CloudError(CloudErrorKind.InvalidInput, "iam", request.Operation)
        {
            RequestId = response.RequestId,
            CloudMessage = ids.Count == 0
                ? $"there is no project named {name}; set {SettingKeys.ProjectId}, or {SettingKeys.ProjectName} for another name"
                : $"there are several projects named {name}; set {SettingKeys.ProjectId}",
        });
    }

    private async Task<Issued<HuaweiCredential>> TokenAsync(
        CloudRequest request, IAuthentication headers, HuaweiScope scope, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var response = await SendAsync(request, headers, scope.Region, cancellationToken);
        if (response.Headers.GetValueOrDefault("X-Subject-Token") is not { Length: > 0 } value)
        {
            throw Unexpected(request, response, "the answer holds no token");
        }

        // The two clocks may differ, so the life that counts is the one between the two times of the answer.
        var token = response.Body.Member("token");
        var life = Date(token, "expires_at") - Date(token, "issued_at");
        var expiry = now + (life is { Ticks: > 0 } given ? given : s_tokenLife);
        return Keep(new HuaweiToken(value, token.Member("project").Text("id")), now, expiry);
    }

    private Issued<HuaweiCredential> Keep(HuaweiCredential credential, DateTimeOffset now, DateTimeOffset expiry)
    {
        pipeline.Secrets.AddRange(credential.Secrets);
        return new Issued<HuaweiCredential>(credential, now, expiry);
    }

    private Task<CloudResponse> SendAsync(
        CloudRequest request, IAuthentication authentication, string? region, CancellationToken cancellationToken)
    {
        var outgoing = new OutgoingRequest(request.Method, RequestTarget.For(_endpoints.AddressOf(request, region), request))
        {
            Headers = HuaweiCloud.CommonHeaders,
            Content = request.Body is null ? (ReadOnlyMemory<byte>?)null : Encoding.UTF8.GetBytes(request.Body.ToString(Formatting.None)),
        };
        return pipeline.LogInAsync(new PipelineCall(request, outgoing, authentication, s_rules), cancellationToken);
    }

    private HuaweiAuthentication Authentication(CloudRequest request, IHuaweiIdentity caller, string? region) =>
        new(caller, HuaweiScope.Account(region), settings.Agency is null || request.Operation == "AssumeAgency" ? settings.DomainId : null, request, time);

    /// <summary>Log-ins change nothing that a repetition would double.</summary>
    private static CloudRequest Login(string operation, string path, JObject auth) => new()
    {
        Service = "iam",
        Operation = operation,
        Method = HttpMethod.Post,
        PathTemplate = path,
        Body = new JObject { ["auth"] = auth },
        Repeatable = true,
    };

    private JObject Account() => settings.DomainName is { } name ? new JObject { ["name"] = name } : new JObject { ["id"] = settings.DomainId };

    /// <summary>Without a scope, where the account is not known either, the token is for nothing but further log-ins.</summary>
    private JObject Scoped(JObject auth, HuaweiScope scope)
    {
        var wanted = scope switch
        {
            { ProjectId: { } id } => new JObject { ["project"] = new JObject { ["id"] = id } },
            { ProjectName: { } name } => new JObject { ["project"] = new JObject { ["name"] = name } },
            _ when settings.DomainName is null && settings.DomainId is null => null,
            _ => new JObject { ["domain"] = Account() },
        };
        if (wanted is not null)
        {
            auth["scope"] = wanted;
        }

        return auth;
    }

    private static string ReadIdToken(HuaweiLogin.Identity login, string operation)
    {
        try
        {
            if (login.ReadToken() is { Length: > 0 } token && !token.Any(char.IsControl))
            {
                return token;
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw NoIdToken(error);
        }

        throw NoIdToken(null);

        CloudException NoIdToken(Exception? cause) => new(
            new CloudError(CloudErrorKind.InvalidInput, "iam", operation) { CloudMessage = $"there is no identity token to read: {login.Origin}" },
            cause);
    }

    private static DateTimeOffset? Date(JObject? holder, string name) =>
        DateTimeOffset.TryParse(holder.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : null;

    private static CloudException Unexpected(CloudRequest request, CloudResponse response, string message) =>
        new(new CloudError(CloudErrorKind.UnexpectedAnswer, request.Service, request.Operation)
        {
            Status = response.Status,
            RequestId = response.RequestId,
            CloudMessage = message,
        });
}
