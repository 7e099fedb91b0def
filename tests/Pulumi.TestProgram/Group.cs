namespace Pulumi.TestProgram;

/// <summary>A component that holds things.</summary>
public sealed class Group : ComponentResource
{
    public Group(string name)
        : base("testcloud:index:Group", name) => RegisterOutputs();
}
