using System.Diagnostics;
using Pulumi.Engine.State;
using Pulumi.Engine.Tests.Framework;
using Pulumi.Engine.Tests.Processes;

namespace Pulumi.Engine.Tests;

/// <summary>Checklist items A14, D38 and E43: engines that are killed.</summary>
internal sealed class CrashTests : EngineFixture
{
    [Test]
    public async Task Engine_A14_KilledInTheMiddleOfCreate_LeavesTheOperationAndTheNextRunProceeds()
    {
        var project = new ProcessProject(Engine);
        project.Variables = project.Variables.SetItem(ProviderProcess.Stall, "Create b");
        using var engine = project.StartEngine();
        var provider = await project.StalledAsync();

        engine.Kill();
        await engine.WaitForExitAsync().WaitAsync(EngineTest.Patience);
        Process.GetProcessById(provider).Kill();

        var state = Engine.State();
        Assert.That(state.Resources.Select(resource => Urn.Name(resource.Urn)), Is.EqualTo(new[] { "proj-dev", "default", "a" }));
        Assert.That(state.PendingOperations.Single().Kind, Is.EqualTo(PendingOperationKind.Creating));
        Assert.That(state.PendingOperations.Single().Resource.Urn, Is.EqualTo(EngineTest.UrnOf("b")));
        Assert.That(
            () => Engine.Backend.Lock(Engine.Stack), Throws.TypeOf<EngineException>().With.Message.Contains($"(pid {engine.Id})"));

        Assert.That(Engine.Backend.Cancel(Engine.Stack), Is.EqualTo(1));
        project.Variables = project.Variables.Remove(ProviderProcess.Stall);
        using var next = project.StartEngine();
        var output = await next.StandardError.ReadToEndAsync().WaitAsync(EngineTest.Patience);
        await next.WaitForExitAsync().WaitAsync(EngineTest.Patience);

        Assert.That(next.ExitCode, Is.EqualTo(0), output);
        Assert.That(Engine.Entry("b").Id, Is.EqualTo("b-1"));
        Assert.That(Engine.State().PendingOperations, Has.Length.EqualTo(1), "only the user knows what became of the first one");
    }
}
