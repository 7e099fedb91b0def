namespace Pulumi;

/// <summary>Options of a stack.</summary>
public class StackOptions
{
    /// <summary>Creates options.</summary>
    public StackOptions()
    {
    }
}
