namespace CloudUpdate.Provider.Schema;

/// <summary>When the cloud may give another value by itself, which decides what a preview may promise.</summary>
internal enum Volatility
{
    /// <summary>It stays as read, unless the program sets it.</summary>
    Stable,

    /// <summary>Any write may change it, for example a time of last change.</summary>
    ChangesOnWrite,

    /// <summary>It changes by itself, for example a counter.</summary>
    ChangesAlways,
}
