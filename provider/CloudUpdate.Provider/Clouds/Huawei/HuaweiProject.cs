namespace CloudUpdate.Provider.Clouds.Huawei;

/// <summary>A project that was found through IAM.</summary>
/// <param name="Id">Its id.</param>
internal sealed record HuaweiProject(string Id)
{
    /// <summary>The id in words, for the log.</summary>
    public override string ToString() => $"project id {Id}";
}
