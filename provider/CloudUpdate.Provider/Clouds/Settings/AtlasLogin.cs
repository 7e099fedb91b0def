namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>How the caller proves to Atlas who it is. <c>ToString</c> shows no value.</summary>
internal abstract record AtlasLogin
{
    private AtlasLogin()
    {
    }

    /// <summary>The kind of log-in; no value, since they are secret.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>A ready-made access token, which is never renewed.</summary>
    /// <param name="Value">The token.</param>
    public sealed record AccessToken(string Value) : AtlasLogin;

    /// <summary>A service account (OAuth 2.0 client credentials).</summary>
    /// <param name="ClientId">The client id.</param>
    /// <param name="ClientSecret">The client secret.</param>
    public sealed record ServiceAccount(string ClientId, string ClientSecret) : AtlasLogin;

    /// <summary>An API key (HTTP Digest).</summary>
    /// <param name="PublicKey">The public part, used as the user name.</param>
    /// <param name="PrivateKey">The private part, used as the password.</param>
    public sealed record ApiKey(string PublicKey, string PrivateKey) : AtlasLogin;
}
