namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>How the caller proves to Huawei Cloud who it is. <c>ToString</c> shows no value.</summary>
internal abstract record HuaweiLogin
{
    private HuaweiLogin()
    {
    }

    /// <summary>The kind of log-in; no value, since they are secret.</summary>
    public sealed override string ToString() => GetType().Name;

    /// <summary>An access key, permanent or temporary.</summary>
    /// <param name="AccessKey">The access key (AK).</param>
    /// <param name="SecretKey">The secret key (SK).</param>
    /// <param name="SecurityToken">The token of a temporary key; null for a permanent one.</param>
    public sealed record Keys(string AccessKey, string SecretKey, string? SecurityToken) : HuaweiLogin;

    /// <summary>A ready-made IAM token, which is never renewed.</summary>
    /// <param name="Value">The token.</param>
    public sealed record Token(string Value) : HuaweiLogin;

    /// <summary>A password, exchanged for IAM tokens.</summary>
    /// <param name="UserName">The IAM user's name.</param>
    /// <param name="Value">The password.</param>
    public sealed record Password(string UserName, string Value) : HuaweiLogin;

    /// <summary>An identity token of a pipeline (OpenID Connect), exchanged for IAM tokens.</summary>
    /// <param name="IdpId">The identity provider's id.</param>
    /// <param name="ReadToken">Reads the identity token anew; null if there is none, for example no such file.</param>
    /// <param name="Origin">Where the token comes from, for errors.</param>
    public sealed record Identity(string IdpId, Func<string?> ReadToken, string Origin) : HuaweiLogin;
}
