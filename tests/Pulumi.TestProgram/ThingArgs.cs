namespace Pulumi.TestProgram;

/// <summary>Inputs of a <see cref="Thing"/>.</summary>
public sealed class ThingArgs : ResourceArgs
{
    [Input("size")]
    public Input<double>? Size { get; set; }

    [Input("kind")]
    public Input<string>? Kind { get; set; }

    [Input("tags")]
    public InputMap<string>? Tags { get; set; }

    [Input("password")]
    public Input<string>? Password { get; set; }

    [Input("say")]
    public Input<string>? Say { get; set; }

    [Input("fail")]
    public Input<string>? Fail { get; set; }

    [Input("wait")]
    public Input<string>? Wait { get; set; }
}
