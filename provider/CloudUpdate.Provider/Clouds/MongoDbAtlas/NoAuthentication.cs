using CloudUpdate.Provider.Clouds.Http;

namespace CloudUpdate.Provider.Clouds.MongoDbAtlas;

/// <summary>Nothing says how to log in to Atlas. It is an error only for programs that call it.</summary>
/// <param name="problem">What is incomplete; null if there is nothing at all.</param>
internal sealed class NoAuthentication(string? problem) : IAuthentication
{
    /// <inheritdoc />
    public Task<RawAnswer> SendAsync(OutgoingRequest request, ITransport transport, CancellationToken cancellationToken) =>
        Task.FromException<RawAnswer>(new CloudException(new CloudError(CloudErrorKind.Denied, "atlas", "Authenticate")
        {
            CloudMessage = problem
                ?? "there are no credentials for MongoDB Atlas; set atlasClientId and atlasClientSecret, MONGODB_ATLAS_CLIENT_ID and "
                + "MONGODB_ATLAS_CLIENT_SECRET, or an API key",
        }));
}
