using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using CloudUpdate.Emulator.Validation;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Iam;

/// <summary>IAM: tokens by password, agency and identity token, temporary access keys, projects, the account.</summary>
internal sealed class IamApi : HuaweiApi
{
    public IamApi()
    {
        Routes =
        [
            Route("POST", "/v3/auth/tokens", "createToken", CreateToken, Access.HuaweiOptional),
            Route("POST", "/v3.0/OS-AUTH/id-token/tokens", "createTokenByIdToken", CreateTokenByIdToken, Access.Anonymous),
            Route("POST", "/v3.0/OS-CREDENTIAL/securitytokens", "createTemporaryAccessKey", CreateTemporaryAccessKey, Access.HuaweiOptional),
            Route("GET", "/v3/projects", "listProjects", ListProjects),
            Route("GET", "/v3/auth/projects", "listProjectsOfCaller", ListProjects),
            Route("GET", "/v3/auth/domains", "listDomains", ListDomains),
        ];
    }

    public override string Name => "iam";

    public override string Title => "IAM";

    public override IReadOnlyList<Route> Routes { get; }

    protected override Reply ServiceError(int status) => status switch
    {
        400 => IamErrors.Of(400, "Request parameters are incorrect.", "Bad Request"),
        403 => IamErrors.Forbidden(),
        404 => IamErrors.Of(404, "The requested resource could not be found.", "Not Found"),
        _ => IamErrors.Of(status, "The request failed.", "Error"),
    };

    public override Reply Decorate(Reply reply, ReceivedRequest request, EmulatorState state) =>
        base.Decorate(reply, request, state).With("X-IAM-Trace-Id", state.Ids.Hex(32));

    protected override Reply WrongMediaType() => IamErrors.Of(415, "The media type is not supported.", "Unsupported Media Type");

    protected override Reply EmptyBody() => Error(400);

    protected override Reply BrokenBody() => IamErrors.Of(400, "The request body is not a JSON object.", "Bad Request");

    protected override Reply Invalid(Violation violation) => IamErrors.Invalid(violation.Path);

    private Reply CreateToken(Call call)
    {
        if (!TryBody(call, IamRules.Token, out var body, out var refusal))
        {
            return refusal;
        }

        var auth = (JObject)body["auth"]!;
        var identity = (JObject)auth["identity"]!;
        var (subject, denial) = (string?)identity["methods"]![0] switch
        {
            "password" => IamIdentity.ByPassword(call, identity),
            "assume_role" => IamIdentity.ByAgency(call, identity),
            "token" => IamIdentity.ByToken(call, identity),
            _ => (null, IamErrors.Invalid("auth.identity.methods")),
        };
        return subject is null ? denial! : IamTokens.Issue(call, subject, auth["scope"] as JObject);
    }

    private Reply CreateTokenByIdToken(Call call)
    {
        if (!TryBody(call, IamRules.IdToken, out var body, out var refusal))
        {
            return refusal;
        }

        var auth = (JObject)body["auth"]!;
        var provider = call.Request.Header("X-Idp-Id") is { Length: > 0 } id ? call.Objects.Find(ObjectKinds.IamIdentityProvider, id) : null;
        if (provider is null)
        {
            return IamErrors.Of(404, "The identity provider could not be found.", "Not Found");
        }

        var isVouchedFor = provider.Data["idTokens"]?.Any(token => (string?)token == (string?)auth["id_token"]!["id"]) == true;
        return isVouchedFor
            ? IamTokens.Issue(call, new IamSubject("mapped", provider.Text("user_id") ?? "", provider.Text("user_name") ?? "", provider.Text("domain_id")!), auth["scope"] as JObject)
            : IamErrors.Of(401, "The identity token is not valid.", "Unauthorized");
    }

    private Reply CreateTemporaryAccessKey(Call call)
    {
        if (!TryBody(call, IamRules.SecurityToken, out var body, out var refusal))
        {
            return refusal;
        }

        var identity = (JObject)body["auth"]!["identity"]!;
        var (subject, denial) = (string?)identity["methods"]![0] switch
        {
            "token" => IamIdentity.ByToken(call, identity),
            "assume_role" => IamIdentity.ByAgency(call, identity),
            _ => (null, IamErrors.Invalid("auth.identity.methods")),
        };
        if (subject is null)
        {
            return denial!;
        }

        var seconds = (int?)(identity["token"]?["duration_seconds"] ?? identity["assume_role"]?["duration_seconds"]) ?? 900;
        var access = $"HST{call.State.Ids.Token(17).ToUpperInvariant()}";
        var data = new JObject
        {
            ["access"] = access,
            ["secret"] = call.State.Ids.Token(40),
            ["securitytoken"] = call.State.Ids.Token(120),
            ["expires_at"] = Timestamps.Microseconds(call.Now.AddSeconds(seconds)),
            ["user_id"] = subject.UserId,
            ["domain_id"] = subject.DomainId,
        };
        call.Objects.Put(ObjectKinds.IamAccessKey, ObjectKey.Of(access), data);
        return Reply.Of(201, new JObject { ["credential"] = Rendering.Public(data, "user_id", "domain_id") });
    }

    private Reply ListProjects(Call call)
    {
        if (!Paging.TryNumber(call.Request, "per_page", 5000, 1, 5000, out var perPage))
        {
            return Invalid(new Violation("per_page", "must be a number"));
        }

        if (!Paging.TryNumber(call.Request, "page", 1, 1, int.MaxValue, out var page))
        {
            return Invalid(new Violation("page", "must be a number"));
        }

        string[] filters = ["name", "domain_id", "parent_id", "enabled", "is_domain"];
        var matching = call.Objects.OfKind(ObjectKinds.IamProject)
            .Where(project => project.Text("domain_id") == call.Principal.DomainId)
            .Where(project => filters.All(filter => call.Request.QueryValue(filter) is not { } wanted || Matches(project.Data[filter], wanted)));
        var items = matching.Skip((int)Math.Min((long)(page - 1) * perPage, int.MaxValue)).Take(perPage);
        return Listing(call, "projects", items);
    }

    private static bool Matches(JToken? value, string wanted) =>
        string.Equals(value?.ToString(), wanted, value?.Type == JTokenType.Boolean ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private static Reply ListDomains(Call call) =>
        Listing(call, "domains", call.Objects.OfKind(ObjectKinds.IamDomain).Where(domain => domain.Text("id") == call.Principal.DomainId));

    private static Reply Listing(Call call, string member, IEnumerable<StoredObject> items)
    {
        var self = $"http://{call.Request.Header("Host")}/v3/{member}";
        return Reply.Of(200, new JObject
        {
            [member] = new JArray(items.Select(item =>
            {
                var rendered = Rendering.Public(item.Data);
                rendered["links"] = new JObject { ["self"] = $"{self}/{item.Text("id")}" };
                return rendered;
            })),
            ["links"] = new JObject { ["self"] = self, ["previous"] = null, ["next"] = null },
        });
    }
}
