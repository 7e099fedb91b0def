namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Sends one HTTP request, once.</summary>
internal interface ITransport
{
    /// <summary>Sends the request and reads the answer to its end.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="TransportException">There is no answer.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    Task<RawAnswer> SendAsync(OutgoingRequest request, CancellationToken cancellationToken);
}
