using CloudUpdate.Provider.Clouds.Http;

namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>
/// A given access key or token. Five refusals in a row lock a key for five minutes, so the first request goes alone; once the credential is refused,
/// nothing more is sent with it.
/// </summary>
/// <param name="credential">The credential.</param>
internal sealed class GivenIdentity(HuaweiCredential credential) : IHuaweiIdentity
{
    private const int RefusalsOfAProvenOne = 3;

    private readonly Lock _gate = new();
    private readonly ParentLocks _probe = new();
    private bool _isProven;
    private int _refusals;
    private CloudError? _refusal;

    private HuaweiCredential Credential { get; } = credential;

    /// <inheritdoc />
    public async Task<IHuaweiCredentialUse> UseAsync(HuaweiScope scope, CancellationToken cancellationToken)
    {
        if (IsProven())
        {
            return new Use(this, null);
        }

        var turn = await _probe.AcquireAsync("", cancellationToken);
        try
        {
            if (!IsProven())
            {
                return new Use(this, turn);
            }
        }
        catch
        {
            turn.Dispose();
            throw;
        }

        turn.Dispose();
        return new Use(this, null);
    }

    /// <summary>Whether the cloud has accepted the credential; throws if it has refused it.</summary>
    private bool IsProven()
    {
        lock (_gate)
        {
            return _refusal is null ? _isProven : throw new CloudException(_refusal with
            {
                CloudMessage = $"the {Credential} was refused before and is not sent again, since repeated refusals lock it: {_refusal.CloudMessage}",
            });
        }
    }

    private void Accepted()
    {
        lock (_gate)
        {
            (_isProven, _refusals) = (true, 0);
        }
    }

    private void Refused(CloudError error)
    {
        lock (_gate)
        {
            if (!_isProven || ++_refusals >= RefusalsOfAProvenOne)
            {
                _refusal ??= error;
            }
        }
    }

    private sealed class Use(GivenIdentity owner, IDisposable? turn) : IHuaweiCredentialUse
    {
        public HuaweiCredential Credential => owner.Credential;

        public void Accepted() => owner.Accepted();

        public bool Refused(CloudError error)
        {
            owner.Refused(error);
            return false;
        }

        public void Dispose() => turn?.Dispose();
    }
}
