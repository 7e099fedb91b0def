namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Keys of bags that are the provider's own: never shown, never compared.</summary>
internal static class Internals
{
    /// <summary>Input: how the object is managed, decided in the first check.</summary>
    public const string Ownership = "__ownership";

    /// <summary>Input: names of the inputs that the first check filled in.</summary>
    public const string Defaults = "__defaults";

    /// <summary>Input: that the inputs describe an imported object and were not written by anyone.</summary>
    public const string Imported = "__imported";

    /// <summary>Output, secret: what the object was at adoption, and what was written to it since.</summary>
    public const string Baseline = "__baseline";

    /// <summary>
    /// Output: which creation or adoption this entry of the state comes from. It tells the entry from an older one of the same object,
    /// even of the same resource.
    /// </summary>
    public const string Entry = "__entry";

    /// <summary>Output: that an operation on the object did not end.</summary>
    public const string Incomplete = "__incomplete";

    /// <summary>Whether a key is the provider's own.</summary>
    public static bool Is(string key) => key.StartsWith("__", StringComparison.Ordinal);
}
