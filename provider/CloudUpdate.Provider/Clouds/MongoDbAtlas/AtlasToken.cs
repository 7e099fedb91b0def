namespace CloudUpdate.Provider.Clouds.MongoDbAtlas;

/// <summary>An access token of Atlas. <see cref="ToString"/> shows no secret.</summary>
/// <param name="Value">The token.</param>
internal sealed record AtlasToken(string Value)
{
    /// <summary>What kind of credential this is, without its value.</summary>
    public override string ToString() => "Atlas access token";
}
