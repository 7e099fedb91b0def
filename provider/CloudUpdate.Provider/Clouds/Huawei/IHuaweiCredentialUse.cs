namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>The use of a credential for one request.</summary>
internal interface IHuaweiCredentialUse : IDisposable
{
    /// <summary>The credential.</summary>
    HuaweiCredential Credential { get; }

    /// <summary>The cloud knows the credential.</summary>
    void Accepted();

    /// <summary>The cloud does not take the credential.</summary>
    /// <param name="error">What it said.</param>
    /// <returns>Whether there is another one, so that the request may go once more.</returns>
    bool Refused(CloudError error);
}
