namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>
/// Sends a request with credentials. Where the cloud refuses credentials that can be had anew, it gets others and sends the request once more.
/// </summary>
internal interface IAuthentication
{
    /// <summary>Sends the request with credentials.</summary>
    /// <param name="request">The request without credentials.</param>
    /// <param name="transport">What sends.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="TransportException">There is no answer.</exception>
    /// <exception cref="CloudException">There are no credentials, or they cannot be had.</exception>
    Task<RawAnswer> SendAsync(OutgoingRequest request, ITransport transport, CancellationToken cancellationToken);
}
