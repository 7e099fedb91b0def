using System.Diagnostics.CodeAnalysis;
using System.Net.Http.Headers;
using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;
using CloudUpdate.Emulator.Validation;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Clouds;

/// <summary>One cloud service: its operations and the form of its errors.</summary>
internal abstract class CloudApi
{
    /// <summary>Short name as in endpoint settings, e.g. <c>ga</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Name for people.</summary>
    public abstract string Title { get; }

    public abstract IReadOnlyList<Route> Routes { get; }

    /// <summary>True where unknown paths below this prefix get this cloud's own form of errors.</summary>
    public virtual bool OwnsUnknown(string rawPath) => false;

    /// <summary>An error with this cloud's usual code and text for a status, also for faults.</summary>
    public abstract Reply Error(int status);

    /// <summary>The answer for a path that this cloud owns but that leads nowhere with this method.</summary>
    public virtual Reply UnknownPath(IReadOnlyList<string> methods) => Error(404);

    /// <summary>An answer for credentials that are missing, wrong or expired; null where the gateway answers.</summary>
    public virtual Reply? RefusedToken(EmulatorSettings settings) => null;

    /// <summary>Adds what every answer of this cloud carries, such as a request id.</summary>
    public abstract Reply Decorate(Reply reply, ReceivedRequest request, EmulatorState state);

    protected abstract Reply WrongMediaType();

    protected abstract Reply EmptyBody();

    protected abstract Reply BrokenBody();

    protected abstract Reply Invalid(Violation violation);

    protected virtual bool RefuseUnknownMembers(EmulatorSettings settings) => false;

    protected Route Route(string method, string path, string operation, Func<Call, Reply> handle, Access access = Access.Huawei) =>
        new(this, method, new PathTemplate(path), $"{Name}.{operation}", access, handle);

    /// <summary>Reads a body and holds it against its rules; a refusal is the answer to give.</summary>
    protected bool TryBody(
        Call call,
        IReadOnlyList<FieldRule> rules,
        [NotNullWhen(true)] out JObject? body,
        [NotNullWhen(false)] out Reply? refusal)
    {
        if (!TryRawBody(call, out body, out refusal))
        {
            return false;
        }

        var check = new BodyCheck(call.Settings.StrictPatterns, RefuseUnknownMembers(call.Settings));
        var violation = check.Run(rules, body);
        call.NullMembers.AddRange(check.NullMembers);
        refusal = violation is null ? null : Invalid(violation);
        return refusal is null;
    }

    protected bool TryRawBody(Call call, [NotNullWhen(true)] out JObject? body, [NotNullWhen(false)] out Reply? refusal)
    {
        body = null;
        if (call.Request.Body.Length == 0)
        {
            refusal = EmptyBody();
        }
        else if (!IsJson(call.Request.Header("Content-Type")))
        {
            refusal = WrongMediaType();
        }
        else if (!JsonBody.TryParse(call.Request.Body, out var token) || (body = token as JObject) is null)
        {
            refusal = BrokenBody();
        }
        else
        {
            refusal = null;
        }

        return refusal is null;
    }

    protected virtual bool IsJsonType(string mediaType) => string.Equals(mediaType, Reply.Json, StringComparison.OrdinalIgnoreCase);

    private bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var parsed) && parsed.MediaType is { } mediaType && IsJsonType(mediaType);
}
