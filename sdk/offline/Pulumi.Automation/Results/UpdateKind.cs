namespace Pulumi.Automation;

/// <summary>What kind of operation an entry of the history is.</summary>
public enum UpdateKind
{
    /// <summary>An update.</summary>
    Update = 0,

    /// <summary>A preview.</summary>
    Preview = 1,

    /// <summary>A refresh.</summary>
    Refresh = 2,

    /// <summary>A renaming of the stack.</summary>
    Rename = 3,

    /// <summary>A destruction.</summary>
    Destroy = 4,

    /// <summary>A state put in from outside.</summary>
    Import = 5,

    /// <summary>Resources imported.</summary>
    ResourceImport = 6,
}
