using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Iam;

/// <summary>Finds out for whom a token or temporary access key is asked, and whether the caller may have it.</summary>
internal static class IamIdentity
{
    public static (IamSubject? Subject, Reply? Denial) ByPassword(Call call, JObject identity)
    {
        if (identity["password"]?["user"] is not JObject given)
        {
            return (null, IamErrors.Invalid("auth.identity.password"));
        }

        var user = call.Objects.OfKind(ObjectKinds.IamUser).FirstOrDefault(candidate => IsNamed(call, candidate, given));
        var lockKey = $"user {user?.Key}";
        if (call.State.FailureLocks.IsLocked(lockKey, call.Now))
        {
            return (null, IamErrors.Of(401, "The account is locked.", "Unauthorized"));
        }

        if (user is null || user.Text("password") != (string?)given["password"])
        {
            call.State.FailureLocks.Failed(lockKey, call.Now);
            return (null, IamErrors.Of(401, "The username or password is wrong.", "Unauthorized"));
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

    public static (IamSubject? Subject, Reply? Denial) ByAgency(Call call, JObject identity)
    {
        if (identity["assume_role"] is not JObject role)
        {
            return (null, IamErrors.Invalid("auth.identity.assume_role"));
        }

        if (call.Principal.DomainId is not { } caller)
        {
            return (null, IamErrors.Unauthorized());
        }

        var named = new JObject { ["id"] = role["domain_id"], ["name"] = role["domain_name"] };
        var domain = FindNamed(call, ObjectKinds.IamDomain, named)?.Text("id");
        var agency = domain is null ? null : call.Objects.Find(ObjectKinds.IamAgency, domain, (string)role["agency_name"]!);
        if (agency is null)
        {
            return (null, IamErrors.Of(404, "The agency could not be found.", "Not Found"));
        }

        return agency.Text("trust_domain_id") == caller
            ? (new IamSubject("assume_role", call.Principal.UserId ?? "", agency.Text("name")!, domain!), null)
            : (null, IamErrors.Forbidden());
    }

    public static (IamSubject? Subject, Reply? Denial) ByToken(Call call, JObject identity)
    {
        // The caller's own token unless the body names another one, which newer documents discourage.
        var token = (string?)identity["token"]?["id"] ?? call.Request.Header("X-Auth-Token");
        var stored = token is null ? null : call.Objects.Find(ObjectKinds.IamToken, token);
        return stored is not null && call.Now < Timestamps.Read(stored.Data["expires_at"])
            ? (new IamSubject("token", stored.Text("user_id") ?? "", stored.Text("user_name") ?? "", stored.Text("domain_id")!), null)
            : (null, IamErrors.Unauthorized());
    }

    public static StoredObject? FindNamed(Call call, string kind, JObject named, string? domainId = null)
    {
        var id = (string?)named["id"];
        var name = (string?)named["name"];
        return call.Objects.OfKind(kind).FirstOrDefault(item =>
            (domainId is null || item.Text("domain_id") == domainId) && (id is not null ? item.Text("id") == id : name is not null && item.Text("name") == name));
    }
}
