namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>Who calls Huawei Cloud.</summary>
internal interface IHuaweiIdentity
{
    /// <summary>Gives a credential for one request. The result is told how the cloud took it, and disposed.</summary>
    /// <param name="scope">What the credential must be good for.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CloudException">There is no credential, or it is known to be refused.</exception>
    Task<IHuaweiCredentialUse> UseAsync(HuaweiScope scope, CancellationToken cancellationToken);
}
