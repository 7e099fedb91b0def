namespace Pulumi.Automation;

/// <summary>How an operation stands.</summary>
public enum UpdateState
{
    /// <summary>It has not begun.</summary>
    NotStarted = 0,

    /// <summary>It is running.</summary>
    InProgress = 1,

    /// <summary>It succeeded.</summary>
    Succeeded = 2,

    /// <summary>It failed.</summary>
    Failed = 3,
}
