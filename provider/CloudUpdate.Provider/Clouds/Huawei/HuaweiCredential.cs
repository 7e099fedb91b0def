namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>What proves to Huawei Cloud who is calling.</summary>
internal abstract record HuaweiCredential
{
    /// <summary>The values that must never be shown.</summary>
    public abstract IEnumerable<string?> Secrets { get; }
}
