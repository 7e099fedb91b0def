namespace CloudUpdate.Emulator.Http;

/// <summary>Who must have proved their identity before an operation runs.</summary>
internal enum Access
{
    /// <summary>Nobody: the operation itself looks at credentials.</summary>
    Anonymous,

    /// <summary>A Huawei token or signature.</summary>
    Huawei,

    /// <summary>A Huawei token or signature where one is sent; the operation decides whether it needs one.</summary>
    HuaweiOptional,

    /// <summary>An Atlas bearer token or a Digest response.</summary>
    Atlas,
}
