namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>One cloud: finds host, project and credentials for a request.</summary>
internal interface ICloudService
{
    /// <summary>Makes a request ready for the pipeline.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="CloudException">Something that the request needs is not known.</exception>
    Task<PipelineCall> PrepareAsync(CloudRequest request, CancellationToken cancellationToken);

    /// <summary>Says to which region and project a request would go.</summary>
    /// <param name="request">The request; only service, region and project id matter.</param>
    /// <param name="cancellationToken">Ends it at once.</param>
    /// <exception cref="CloudException">The project cannot be found.</exception>
    Task<EffectiveLocation> LocateAsync(CloudRequest request, CancellationToken cancellationToken);
}
