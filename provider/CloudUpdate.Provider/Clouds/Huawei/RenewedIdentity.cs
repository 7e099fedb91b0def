using System.Collections.Concurrent;
using CloudUpdate.Provider.Clouds.Http;

namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>Credentials that are fetched: one for each scope, renewed before they expire and once when they are refused.</summary>
/// <param name="create">Makes the credential of a scope; nothing is fetched yet.</param>
internal sealed class RenewedIdentity(Func<HuaweiScope, RenewingValue<HuaweiCredential>> create) : IHuaweiIdentity
{
    private readonly ConcurrentDictionary<HuaweiScope, RenewingValue<HuaweiCredential>> _credentials = new();

    /// <inheritdoc />
    public async Task<IHuaweiCredentialUse> UseAsync(HuaweiScope scope, CancellationToken cancellationToken)
    {
        var holder = _credentials.GetOrAdd(scope.ForLogin, create);
        return new Use(holder, await holder.GetAsync(cancellationToken));
    }

    private sealed class Use(RenewingValue<HuaweiCredential> holder, HuaweiCredential credential) : IHuaweiCredentialUse
    {
        public HuaweiCredential Credential => credential;

        public void Accepted() => holder.Accepted(credential);

        public bool Refused(CloudError error) => holder.Refused(credential);

        public void Dispose()
        {
        }
    }
}
