namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>An IAM token. <see cref="ToString"/> shows no secret.</summary>
/// <param name="Value">The token, for the header <c>X-Auth-Token</c>.</param>
/// <param name="ProjectId">The project that the token is for; null if it is for an account or not known.</param>
internal sealed record HuaweiToken(string Value, string? ProjectId) : HuaweiCredential
{
    /// <inheritdoc />
    public override IEnumerable<string?> Secrets => [Value];

    /// <summary>What kind of credential this is, without its values.</summary>
    public override string ToString() => "IAM token";
}
