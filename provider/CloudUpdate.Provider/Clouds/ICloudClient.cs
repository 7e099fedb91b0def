namespace CloudUpdate.Provider.Clouds;

/// <summary>Calls the clouds: finds host and project, authenticates, retries what may be retried, and turns failures into one vocabulary.</summary>
internal interface ICloudClient
{
    /// <summary>Sends a request and returns its answer.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="cancellationToken">Ends the call at once, also between attempts.</param>
    /// <exception cref="CloudException">The call failed; the exception says how, and whether it may have taken effect.</exception>
    /// <exception cref="OperationCanceledException">The call was cancelled.</exception>
    Task<CloudResponse> SendAsync(CloudRequest request, CancellationToken cancellationToken);

    /// <summary>Says to which region and project a call would go now. Asks the cloud only for a project id that is not configured.</summary>
    /// <param name="service">The service, as in <see cref="CloudRequest.Service"/>.</param>
    /// <param name="region">The region asked for; null for the configured one.</param>
    /// <param name="projectId">The project id asked for; null for the configured or discovered one.</param>
    /// <param name="deadline">When the answer must be there; null for the client's default of five minutes from the call.</param>
    /// <param name="cancellationToken">Ends the call at once.</param>
    /// <exception cref="CloudException">
    /// The project id cannot be discovered, or not in time, or the configuration does not name what is needed.
    /// </exception>
    Task<EffectiveLocation> LocateAsync(
        string service, string? region, string? projectId, DateTimeOffset? deadline, CancellationToken cancellationToken);
}
