namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>Nobody: nothing says how to log in. It is an error only for programs that call the cloud.</summary>
/// <param name="problem">What is incomplete; null if there is nothing at all.</param>
internal sealed class NoIdentity(string? problem) : IHuaweiIdentity
{
    /// <inheritdoc />
    public Task<IHuaweiCredentialUse> UseAsync(HuaweiScope scope, CancellationToken cancellationToken) =>
        Task.FromException<IHuaweiCredentialUse>(new CloudException(new CloudError(CloudErrorKind.Denied, "iam", "Authenticate")
        {
            CloudMessage = problem
                ?? "there are no credentials for Huawei Cloud; set huaweiAccessKey and huaweiSecretKey, HW_ACCESS_KEY and HW_SECRET_KEY, "
                + "or a profile of hcloud",
        }));
}
