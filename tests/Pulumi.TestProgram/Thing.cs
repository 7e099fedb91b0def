namespace Pulumi.TestProgram;

/// <summary>A resource of the test cloud.</summary>
public sealed class Thing(string name, ThingArgs args, CustomResourceOptions? options = null) : CustomResource("testcloud:index:Thing", name, args, options)
{
    [Output("size")]
    public Output<double?> Size { get; private set; } = null!;
}
