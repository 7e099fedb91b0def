using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using CloudUpdate.Emulator.Validation;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Iam;

/// <summary>IAM: tokens by password, agency and identity token, temporary access keys, projects, the account.</summary>
internal sealed class IamApi : HuaweiApi
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(24);

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
        400 => Error(400, "Request parameters are incorrect.", "Bad Request"),
        403 => Error(403, "You are not authorized to perform the requested action.", "Forbidden"),
        404 => Error(404, "The requested resource could not be found.", "Not Found"),
        _ => Error(status, "The request failed.", "Error"),
    };

    public override Reply Decorate(Reply reply, ReceivedRequest request, EmulatorState state) =>
        base.Decorate(reply, request, state).With("X-IAM-Trace-Id", state.Ids.Hex(32));

    protected override Reply WrongMediaType() => Error(415, "The media type is not supported.", "Unsupported Media Type");

    protected override Reply EmptyBody() => Error(400);

    protected override Reply BrokenBody() => Error(400, "The request body is not a JSON object.", "Bad Request");

    protected override Reply Invalid(Violation violation) => Error(400, $"Request body is invalid: {violation.Path}.", "Bad Request");

    private static Reply Unauthorized() => Error(401, "The request you have made requires authentication.", "Unauthorized");

    private static Reply Error(int status, string message, string title) => Reply.Of(
        status, new JObject { ["error"] = new JObject { ["code"] = status, ["message"] = message, ["title"] = title } });

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
            "password" => ByPassword(call, identity),
            "assume_role" => ByAgency(call, identity, "assume_role"),
            "token" => ByToken(call, identity),
            _ => (null, Invalid(new Violation("auth.identity.methods", "is not supported"))),
        };
        return subject is null ? denial! : Issue(call, subject, auth["scope"] as JObject);
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
            return Error(404, "The identity provider could not be found.", "Not Found");
        }

        var isVouchedFor = provider.Data["idTokens"]?.Any(token => (string?)token == (string?)auth["id_token"]!["id"]) == true;
        return isVouchedFor
            ? Issue(call, new IamSubject("mapped", provider.Text("user_id") ?? "", provider.Text("user_name") ?? "", provider.Text("domain_id")!), auth["scope"] as JObject)
            : Error(401, "The identity token is not valid.", "Unauthorized");
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
            "token" => ByToken(call, identity),
            "assume_role" => ByAgency(call, identity, "assume_role"),
            _ => (null, Invalid(new Violation("auth.identity.methods", "is not supported"))),
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

    private (IamSubject? Subject, Reply? Denial) ByPassword(Call call, JObject identity)
    {
        if (identity["password"]?["user"] is not JObject given)
        {
            return (null, Invalid(new Violation("auth.identity.password", "is required")));
        }

        var user = call.Objects.OfKind(ObjectKinds.IamUser).FirstOrDefault(candidate => IsNamed(call, candidate, given));
        var lockKey = $"user {user?.Key}";
        if (call.State.FailureLocks.IsLocked(lockKey, call.Now))
        {
            return (null, Error(401, "The account is locked.", "Unauthorized"));
        }

        if (user is null || user.Text("password") != (string?)given["password"])
        {
            call.State.FailureLocks.Failed(lockKey, call.Now);
            return (null, Error(401, "The username or password is wrong.", "Unauthorized"));
        }

        call.State.FailureLocks.Succeeded(lockKey);
        return (new IamSubject("password", user.Text("id")!, user.Text("name")!, user.Text("domain_id")!), null);
    }

    private static bool IsNamed(Call call, StoredObject user, JObject given)
    {
        if ((string?)given["id"] is { } id)
        {
            return user.Text("id") == id;
        }

        return user.Text("name") == (string?)given["name"]
            && given["domain"] is JObject domain
            && FindNamed(call, ObjectKinds.IamDomain, domain)?.Text("id") == user.Text("domain_id");
    }

    private (IamSubject? Subject, Reply? Denial) ByAgency(Call call, JObject identity, string method)
    {
        if (identity["assume_role"] is not JObject role)
        {
            return (null, Invalid(new Violation("auth.identity.assume_role", "is required")));
        }

        if (call.Principal.DomainId is not { } caller)
        {
            return (null, Unauthorized());
        }

        var named = new JObject { ["id"] = role["domain_id"], ["name"] = role["domain_name"] };
        var domain = FindNamed(call, ObjectKinds.IamDomain, named)?.Text("id");
        var agency = domain is null ? null : call.Objects.Find(ObjectKinds.IamAgency, domain, (string)role["agency_name"]!);
        if (agency is null)
        {
            return (null, Error(404, "The agency could not be found.", "Not Found"));
        }

        return agency.Text("trust_domain_id") == caller
            ? (new IamSubject(method, call.Principal.UserId ?? "", agency.Text("name")!, domain!), null)
            : (null, Error(403));
    }

    private (IamSubject? Subject, Reply? Denial) ByToken(Call call, JObject identity)
    {
        // The caller's own token unless the body names another one, which newer documents discourage.
        var token = (string?)identity["token"]?["id"] ?? call.Request.Header("X-Auth-Token");
        var stored = token is null ? null : call.Objects.Find(ObjectKinds.IamToken, token);
        return stored is not null && call.Now < Timestamps.Read(stored.Data["expires_at"])
            ? (new IamSubject("token", stored.Text("user_id") ?? "", stored.Text("user_name") ?? "", stored.Text("domain_id")!), null)
            : (null, Unauthorized());
    }

    private static Reply Issue(Call call, IamSubject subject, JObject? scope)
    {
        var domain = call.Objects.Find(ObjectKinds.IamDomain, subject.DomainId);
        StoredObject? project = null;
        if (scope?["project"] is JObject named)
        {
            project = FindNamed(call, ObjectKinds.IamProject, named, subject.DomainId);
            if (project is null)
            {
                return Error(401, "The project could not be found.", "Unauthorized");
            }
        }
        else if (scope?["domain"] is JObject scopedDomain && FindNamed(call, ObjectKinds.IamDomain, scopedDomain)?.Key != domain?.Key)
        {
            return Error(401, "The domain could not be found.", "Unauthorized");
        }

        var value = call.State.Ids.Token(64);
        var expires = Timestamps.Microseconds(call.Now + TokenLife);
        call.Objects.Put(ObjectKinds.IamToken, ObjectKey.Of(value), new JObject
        {
            ["token_value"] = value,
            ["user_id"] = subject.UserId,
            ["user_name"] = subject.UserName,
            ["domain_id"] = subject.DomainId,

            // A token for the whole account opens no project: the empty id equals none.
            ["project_id"] = project?.Text("id") ?? "",
            ["issued_at"] = Timestamps.Microseconds(call.Now),
            ["expires_at"] = expires,
        });
        return Reply.Of(201, new JObject { ["token"] = TokenBody(call, subject, domain, project, expires) }).With("X-Subject-Token", value);
    }

    private static JObject TokenBody(Call call, IamSubject subject, StoredObject? domain, StoredObject? project, string expires)
    {
        var domainBody = new JObject { ["id"] = subject.DomainId, ["name"] = domain?.Text("name") };
        var body = new JObject
        {
            ["methods"] = new JArray(subject.Method),
            ["issued_at"] = Timestamps.Microseconds(call.Now),
            ["expires_at"] = expires,
            ["user"] = new JObject
            {
                ["id"] = subject.UserId,
                ["name"] = subject.UserName,
                ["domain"] = domainBody,
                ["password_expires_at"] = "",
            },
            ["roles"] = new JArray { new JObject { ["id"] = "0", ["name"] = "te_admin" } },
        };
        if (project is null)
        {
            body["domain"] = domainBody.DeepClone();
        }
        else
        {
            body["project"] = new JObject { ["id"] = project.Text("id"), ["name"] = project.Text("name"), ["domain"] = domainBody.DeepClone() };
        }

        if (call.Request.QueryValue("nocatalog") is null)
        {
            body["catalog"] = new JArray();
        }

        return body;
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

    private static StoredObject? FindNamed(Call call, string kind, JObject named, string? domainId = null)
    {
        var id = (string?)named["id"];
        var name = (string?)named["name"];
        return call.Objects.OfKind(kind).FirstOrDefault(item =>
            (domainId is null || item.Text("domain_id") == domainId) && (id is not null ? item.Text("id") == id : name is not null && item.Text("name") == name));
    }
}
