using CloudUpdate.Provider.Clouds.Http;

namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>Sends a request to Huawei Cloud with a token or a signature. Where the credential was fetched and is refused, once more with another.</summary>
/// <param name="identity">Who calls.</param>
/// <param name="scope">What the credential must be good for.</param>
/// <param name="domainId">The account's id, for calls on the account; null if it is not known.</param>
/// <param name="request">The request, for errors.</param>
/// <param name="time">The clock of signatures.</param>
internal sealed class HuaweiAuthentication(
    IHuaweiIdentity identity, HuaweiScope scope, string? domainId, CloudRequest request, TimeProvider time) : IAuthentication
{
    /// <inheritdoc />
    public async Task<RawAnswer> SendAsync(OutgoingRequest outgoing, ITransport transport, CancellationToken cancellationToken)
    {
        var (answer, again) = await TryAsync(outgoing, transport, cancellationToken);
        return again ? (await TryAsync(outgoing, transport, cancellationToken)).Answer : answer;
    }

    private async Task<(RawAnswer Answer, bool Again)> TryAsync(
        OutgoingRequest outgoing, ITransport transport, CancellationToken cancellationToken)
    {
        using var use = await identity.UseAsync(scope, cancellationToken);
        var answer = await transport.SendAsync(Apply(outgoing, use.Credential), cancellationToken);
        if (HuaweiAnswerRules.Refusal(request, answer) is { } refusal)
        {
            return (answer, use.Refused(refusal));
        }

        if (HuaweiAnswerRules.ProvesCredentials(answer))
        {
            use.Accepted();
        }

        return (answer, false);
    }

    private OutgoingRequest Apply(OutgoingRequest outgoing, HuaweiCredential credential)
    {
        if (credential is HuaweiToken token)
        {
            return outgoing.With("X-Auth-Token", token.Value);
        }

        var scoped = scope.ProjectId is { } projectId ? outgoing.With("X-Project-Id", projectId)
            : scope.IsAccount && domainId is not null ? outgoing.With("X-Domain-Id", domainId)
            : outgoing;
        return HuaweiSigner.Sign(scoped, (HuaweiKeys)credential, time.GetUtcNow());
    }
}
