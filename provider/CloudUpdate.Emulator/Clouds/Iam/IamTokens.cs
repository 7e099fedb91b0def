using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds.Iam;

/// <summary>Issues tokens for a project, for an account, or for neither.</summary>
internal static class IamTokens
{
    private static readonly TimeSpan TokenLife = TimeSpan.FromHours(24);

    public static Reply Issue(Call call, IamSubject subject, JObject? scope)
    {
        var domain = call.Objects.Find(ObjectKinds.IamDomain, subject.DomainId);
        StoredObject? project = null;
        if (scope?["project"] is JObject named)
        {
            project = IamIdentity.FindNamed(call, ObjectKinds.IamProject, named, subject.DomainId);
            if (project is null)
            {
                return IamErrors.Of(401, "The project could not be found.", "Unauthorized");
            }
        }
        else if (scope?["domain"] is JObject scopedDomain && IamIdentity.FindNamed(call, ObjectKinds.IamDomain, scopedDomain)?.Key != domain?.Key)
        {
            return IamErrors.Of(401, "The domain could not be found.", "Unauthorized");
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
}
