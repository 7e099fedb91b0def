namespace Pulumi;

/// <summary>Says which stack a reference means.</summary>
public class StackReferenceArgs : ResourceArgs
{
    /// <summary>Creates inputs.</summary>
    public StackReferenceArgs()
    {
    }

    /// <summary>The stack's full name. Default: the reference's own name.</summary>
    [Input("name", required: true)]
    public Input<string>? Name { get; set; }
}
