namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>A request that is ready for the pipeline: it knows its host, its credentials, and what answers mean.</summary>
/// <param name="Request">The request as asked for.</param>
/// <param name="Outgoing">The request as sent, without credentials.</param>
/// <param name="Authentication">Adds the credentials.</param>
/// <param name="Rules">What answers mean.</param>
internal sealed record PipelineCall(CloudRequest Request, OutgoingRequest Outgoing, IAuthentication Authentication, IAnswerRules Rules)
{
    /// <summary>Service, operation, method and path template.</summary>
    public override string ToString() => Request.ToString();
}
