namespace Pulumi.Automation.Events;

/// <summary>How one property differs.</summary>
public class PropertyDiff
{
    internal PropertyDiff()
    {
    }

    /// <summary>The kind of difference.</summary>
    public DiffKind Kind { get; internal init; }

    /// <summary>Whether inputs were compared, otherwise the old output with the new input.</summary>
    public bool InputDiff { get; internal init; }
}
