using Pulumi.Automation.EndToEnd.Tests.Support;
using Pulumi.TestProgram;

namespace Pulumi.Automation.EndToEnd.Tests;

internal sealed class InlineProgramTests : SandboxTest
{
    [Test, CancelAfter(Limit)]
    public async Task Program_OfTheOptions_StandsInForTheStacksOwn(CancellationToken cancellation)
    {
        using var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(() => { })), cancellation);

        var up = await stack.UpAsync(new UpOptions { Program = PulumiFn.Create<ThingStack>() }, cancellation);

        Assert.That(up.Summary.ResourceChanges![OperationType.Create], Is.EqualTo(2));
        Assert.That(up.Outputs["Size"].Value, Is.EqualTo(5L));
    }

    [Test, CancelAfter(Limit)]
    public async Task Workspace_DisposedOf_TakesItsFolderAlong(CancellationToken cancellation)
    {
        var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(() => { })), cancellation);
        Assert.That(Path.Combine(stack.Workspace.WorkDir, "Pulumi.yaml"), Does.Exist);

        stack.Dispose();

        Assert.That(stack.Workspace.WorkDir, Does.Not.Exist);
    }

    private sealed class ThingStack : Stack
    {
        public ThingStack() => Size = new Thing("b", new ThingArgs { Size = 5 }).Size;

        [Output]
        public Output<double?> Size { get; set; }
    }
}
