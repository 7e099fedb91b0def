using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.Provider.Clouds.Settings;

namespace CloudUpdate.Provider.Clouds.MongoDbAtlas;

/// <summary>
/// Sends requests with an API key over HTTP Digest. The first request asks for the challenge and has no body, so that nothing secret is sent before
/// the server asked for it. Each call gets a nonce of its own.
/// </summary>
/// <param name="key">The API key.</param>
/// <param name="clientNonce">Draws a client nonce.</param>
internal sealed class DigestAuthentication(AtlasLogin.ApiKey key, Func<string> clientNonce) : IAuthentication
{
    /// <inheritdoc />
    public async Task<RawAnswer> SendAsync(OutgoingRequest request, ITransport transport, CancellationToken cancellationToken)
    {
        var answer = request.Content is { IsEmpty: false } ? await AskAsync(request, transport, cancellationToken) : await transport.SendAsync(request, cancellationToken);
        if (Challenge(answer) is { } challenge)
        {
            answer = await transport.SendAsync(With(request, challenge), cancellationToken);
            return Challenge(answer) is { IsStale: true } fresh ? await transport.SendAsync(With(request, fresh), cancellationToken) : answer;
        }

        // A server that does not ask has seen no body yet.
        return request.Content is { IsEmpty: false } && answer.Status is >= 200 and < 300
            ? await transport.SendAsync(request, cancellationToken)
            : answer;
    }

    /// <summary>Sends the request without its body, which has no effect whatever becomes of it.</summary>
    private static async Task<RawAnswer> AskAsync(OutgoingRequest request, ITransport transport, CancellationToken cancellationToken)
    {
        try
        {
            return await transport.SendAsync(request with { Content = ReadOnlyMemory<byte>.Empty, OnSending = null }, cancellationToken);
        }
        catch (TransportException error)
        {
            throw new TransportException(error.Fault, maybeSent: false, error.Message, error);
        }
    }

    private static DigestChallenge? Challenge(RawAnswer answer) =>
        answer.Status == 401 ? DigestChallenge.Parse(answer.Header("WWW-Authenticate")) : null;

    private OutgoingRequest With(OutgoingRequest request, DigestChallenge challenge)
    {
        var uri = request.Target.Query.Length == 0 ? request.Target.Path : $"{request.Target.Path}?{request.Target.Query}";
        return request.With(
            "Authorization", DigestResponse.Authorize(challenge, key.PublicKey, key.PrivateKey, request.Method, uri, clientNonce()));
    }
}
