namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Credentials that are nothing but headers, and are what they are: a given token, a client id and secret, or none at all.</summary>
/// <param name="headers">The headers to add.</param>
internal sealed class FixedHeaders(params IReadOnlyList<KeyValuePair<string, string>> headers) : IAuthentication
{
    /// <inheritdoc />
    public Task<RawAnswer> SendAsync(OutgoingRequest request, ITransport transport, CancellationToken cancellationToken) =>
        transport.SendAsync(request with { Headers = [.. request.Headers, .. headers] }, cancellationToken);
}
