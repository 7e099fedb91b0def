namespace Pulumi;

/// <summary>Options of a call of a function whose result is an output.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    /// <summary>Creates options.</summary>
    public InvokeOutputOptions()
    {
    }

    /// <summary>Resources that must be there before the call, besides those that its arguments come from.</summary>
    public InputList<Resource> DependsOn { get => field ??= []; set; }
}
