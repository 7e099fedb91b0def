using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.Provider.Clouds.Settings;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>Makes the identity that the settings describe.</summary>
/// <param name="settings">The settings.</param>
/// <param name="iam">The calls that log in.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">Where renewals are logged.</param>
/// <param name="lifetime">Ends log-ins when the client goes.</param>
internal sealed class HuaweiIdentities(HuaweiSettings settings, IamApi iam, TimeProvider time, ILogger logger, CancellationToken lifetime)
{
    /// <summary>A wrong password locks the user, so it is never tried twice; an identity token may be another one the next time.</summary>
    private static readonly TimeSpan s_untilNextIdentityToken = TimeSpan.FromMinutes(1);

    /// <summary>The identity.</summary>
    public IHuaweiIdentity Create()
    {
        var caller = Caller();
        if (settings.Agency is not { } agency)
        {
            return caller;
        }

        // One key serves all projects: requests name theirs.
        var keys = Renewing(token => iam.AssumeAsync(agency, caller, token), new RefusalMemory(time, s_untilNextIdentityToken));
        return new RenewedIdentity(_ => keys);
    }

    private IHuaweiIdentity Caller()
    {
        switch (settings.Login)
        {
            case HuaweiLogin.Keys keys:
                return new GivenIdentity(new HuaweiKeys(keys.AccessKey, keys.SecretKey, keys.SecurityToken));
            case HuaweiLogin.Token token:
                return new GivenIdentity(new HuaweiToken(token.Value, null));
            case HuaweiLogin.Password password:
                var forGood = new RefusalMemory(time, Timeout.InfiniteTimeSpan);
                return new RenewedIdentity(scope => Renewing(token => iam.TokenAsync(password, scope, token), forGood));
            case HuaweiLogin.Identity identity:
                var forAWhile = new RefusalMemory(time, s_untilNextIdentityToken);
                return new RenewedIdentity(scope => Renewing(token => iam.TokenAsync(identity, scope, token), forAWhile));
            default:
                return new NoIdentity(settings.LoginProblem);
        }
    }

    private RenewingValue<HuaweiCredential> Renewing(
        Func<CancellationToken, Task<Issued<HuaweiCredential>>> fetch, RefusalMemory refusals) =>
        new(fetch, refusals, time, logger, lifetime);
}
