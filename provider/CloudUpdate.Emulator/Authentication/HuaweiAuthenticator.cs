using CloudUpdate.Emulator.Clouds;
using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;

namespace CloudUpdate.Emulator.Authentication;

/// <summary>What the API gateway does with a token or a signature. Callers hold the state's lock.</summary>
internal sealed class HuaweiAuthenticator(EmulatorState state)
{
    private const string Expired = "calc ak sk signature fail:signature expired";
    private const string Mismatch = "verify aksk signature fail, signature mismatch";

    public static bool HasCredentials(ReceivedRequest request) =>
        request.Header("X-Auth-Token") is not null || request.Header("Authorization") is not null;

    /// <summary>The caller, or the answer that refuses it.</summary>
    public (Principal? Principal, Reply? Refusal) Authenticate(ReceivedRequest request, CloudApi api)
    {
        if (request.Header("X-Auth-Token") is { } token)
        {
            return WithToken(token) is { } holder ? (holder, null) : (null, api.RefusedToken(state.Settings) ?? GatewayErrors.Unauthorized("decrypt token fail"));
        }

        if (request.Header("Authorization") is not { } authorization)
        {
            return (null, GatewayErrors.Unauthorized("x-auth-token not found"));
        }

        if (SignatureHeader.Parse(authorization) is not { } header)
        {
            return (null, GatewayErrors.Unauthorized("verify aksk signature fail, Authorization format incorrect"));
        }

        var (owner, failure) = WithSignature(request, header);
        return owner is null ? (null, GatewayErrors.Unauthorized(failure!)) : (owner, null);
    }

    private Principal? WithToken(string token) =>
        state.Objects.Find(ObjectKinds.IamToken, token) is { } stored && state.Now < Timestamps.Read(stored.Data["expires_at"])
            ? new Principal($"token of {stored.Text("user_name")}", stored.Text("domain_id"), stored.Text("project_id"), stored.Text("user_id"))
            : null;

    private (Principal? Owner, string? Failure) WithSignature(ReceivedRequest request, SignatureHeader header)
    {
        var now = state.Now;
        if (state.Objects.Find(ObjectKinds.IamAccessKey, header.AccessKey) is not { } accessKey)
        {
            return (null, "Get secretKey failed,ak:******,err:ak not exist");
        }

        if (state.FailureLocks.IsLocked(header.AccessKey, now))
        {
            return (null, "AK access failed to reach the limit,forbidden.");
        }

        if (Failure(request, header, accessKey, now) is { } failure)
        {
            state.FailureLocks.Failed(header.AccessKey, now);
            return (null, failure);
        }

        state.FailureLocks.Succeeded(header.AccessKey);
        var project = accessKey.Text("project_id") ?? request.Header("X-Project-Id");
        return (new Principal($"access key {header.AccessKey}", accessKey.Text("domain_id"), project, accessKey.Text("user_id")), null);
    }

    private static string? Failure(ReceivedRequest request, SignatureHeader header, StoredObject accessKey, DateTimeOffset now)
    {
        if (!SdkSignature.TryReadDate(request.Header(SdkSignature.DateHeader), out var date))
        {
            return "verify aksk signature fail, X-Sdk-Date is missing or has a wrong form";
        }

        if (!SdkSignature.IsTimely(date, now))
        {
            return Expired;
        }

        if (!SdkSignature.Verify(request, header, accessKey.Text("secret")!))
        {
            return Mismatch;
        }

        return Temporary(request, accessKey, now) ?? (request.Header("X-Project-Id") is "" ? "the project id is empty" : null);
    }

    private static string? Temporary(ReceivedRequest request, StoredObject accessKey, DateTimeOffset now)
    {
        if (accessKey.Text("securitytoken") is not { } securityToken)
        {
            return null;
        }

        if (request.Header("X-Security-Token") != securityToken)
        {
            return "verify aksk signature fail, the security token does not belong to the access key";
        }

        return now < Timestamps.Read(accessKey.Data["expires_at"]) ? null : "the temporary access key has expired";
    }
}
