using CloudUpdate.Provider.Clouds.Http;

namespace CloudUpdate.Provider.Clouds.MongoDbAtlas;

/// <summary>Sends requests with the token of a service account; once more with a new token if Atlas refuses the one in use.</summary>
/// <param name="tokens">The token.</param>
internal sealed class ServiceAccountAuthentication(RenewingValue<AtlasToken> tokens) : IAuthentication
{
    /// <inheritdoc />
    public async Task<RawAnswer> SendAsync(OutgoingRequest request, ITransport transport, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        var answer = await transport.SendAsync(With(request, token), cancellationToken);
        if (answer.Status == 401 && tokens.Refused(token))
        {
            token = await tokens.GetAsync(cancellationToken);
            answer = await transport.SendAsync(With(request, token), cancellationToken);
        }

        if (answer.Status < 400)
        {
            tokens.Accepted(token);
        }

        return answer;
    }

    private static OutgoingRequest With(OutgoingRequest request, AtlasToken token) => request.With("Authorization", $"Bearer {token.Value}");
}
