namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>An access key, permanent or temporary. <see cref="ToString"/> shows no secret.</summary>
/// <param name="AccessKey">The access key (AK).</param>
/// <param name="SecretKey">The secret key (SK).</param>
/// <param name="SecurityToken">The token that belongs to a temporary key; null for a permanent one.</param>
internal sealed record HuaweiKeys(string AccessKey, string SecretKey, string? SecurityToken) : HuaweiCredential
{
    /// <inheritdoc />
    public override IEnumerable<string?> Secrets => [AccessKey, SecretKey, SecurityToken];

    /// <summary>What kind of credential this is, without its values.</summary>
    public override string ToString() => SecurityToken is null ? "access key" : "temporary access key";
}
