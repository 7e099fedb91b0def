using CloudUpdate.Protocol.Rpc;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests;

/// <summary>Checklist items D39 and D40: renamed resources stay the same objects.</summary>
internal sealed class AliasTests : EngineFixture
{
    private static readonly TestResource Group = new("group", "my:index:Group") { Custom = false };

    [Test]
    public async Task Engine_D39_Rename_IsSameAndMovesEveryReference()
    {
        await Engine.UpAsync(new TestResource("old"), new TestResource("b") { DependsOn = ["old"], DeletedWith = "old" });
        Fake.Calls.Clear();

        var renamed = new TestResource("new") { Options = request => request.Aliases.Add(new Alias { Urn = EngineTest.UrnOf("old") }) };
        var run = await Engine.UpAsync(renamed, new TestResource("b") { DependsOn = ["new"], DeletedWith = "new" });

        Assert.That(run.Changes, Is.EqualTo("same 3"), run.ToString());
        Assert.That(Fake.Sequence("new"), Is.EqualTo("Check Diff"));
        Assert.That(Fake.CallsOf("Delete"), Is.Empty);
        var b = Engine.Entry("b");
        Assert.That(b.Dependencies, Is.EqualTo(new[] { EngineTest.UrnOf("new") }));
        Assert.That(b.DeletedWith, Is.EqualTo(EngineTest.UrnOf("new")));
        Assert.That(File.ReadAllText(Engine.StatePath), Does.Not.Contain("::old\""));
        Assert.That(Engine.Entry("new").Id, Is.EqualTo("id-1"));
    }

    [Test]
    public async Task Engine_D40_UrnAlias_OfTheOlderForm()
    {
        await Engine.UpAsync(new TestResource("old"));

        await ExpectSame(new TestResource("new") { Options = request => request.AliasURNs.Add(EngineTest.UrnOf("old")) });
    }

    [Test]
    public async Task Engine_D40_NameAlias()
    {
        await Engine.UpAsync(new TestResource("old"));

        await ExpectSame(new TestResource("new") { Options = Spec(new Alias.Types.Spec { Name = "old" }) });
    }

    [Test]
    public async Task Engine_D40_TypeAlias()
    {
        await Engine.UpAsync(new TestResource("a", "fake:index:Old"));

        await ExpectSame(new TestResource("a") { Options = Spec(new Alias.Types.Spec { Type = "fake:index:Old" }) });
    }

    [Test]
    public async Task Engine_D40_NoParentAlias()
    {
        await Engine.UpAsync(new TestResource("a"));

        await ExpectSame(Group, new TestResource("a") { Parent = "group", Options = Spec(new Alias.Types.Spec { NoParent = true }) });
    }

    [Test]
    public async Task Engine_D40_ParentAlias()
    {
        await Engine.UpAsync(Group, new TestResource("a") { Parent = "group" });

        var parent = EngineTest.UrnOf("group", "my:index:Group");
        await ExpectSame(Group, new TestResource("a") { Options = Spec(new Alias.Types.Spec { ParentUrn = parent }) });
    }

    [Test]
    public async Task Engine_D40_ProjectAndStackAlias()
    {
        var resolver = new Deployment.AliasResolver("dev", "proj", _ => null);
        var goal = new Deployment.ResourceGoal { Type = "fake:index:Thing", Name = "a", Custom = true };

        var urns = resolver.Expand(goal with { Aliases = [new() { Project = "p2" }, new() { Stack = "s2" }, new() { Name = "b", Project = "p2", Stack = "s2" }] });

        Assert.That(urns, Is.EqualTo(new[]
        {
            "urn:pulumi:dev::p2::fake:index:Thing::a", "urn:pulumi:s2::proj::fake:index:Thing::a", "urn:pulumi:s2::p2::fake:index:Thing::b",
        }));
        await Task.CompletedTask;
    }

    [Test]
    public async Task Engine_D40_RenamedParent_IsInheritedByChildrenWithItsNameAsPrefix()
    {
        await Engine.UpAsync(
            Group with { Name = "old" }, new TestResource("old-child") { Parent = "old" }, new TestResource("other") { Parent = "old" });

        await ExpectSame(
            Group with { Name = "new", Options = Spec(new Alias.Types.Spec { Name = "old" }) },
            new TestResource("new-child") { Parent = "new" },
            new TestResource("other") { Parent = "new" });
    }

    [Test]
    public async Task Engine_D40_RetypedParent_ChangesTheTypeChainOfItsChildren()
    {
        await Engine.UpAsync(Group, new TestResource("child") { Parent = "group" });

        await ExpectSame(
            Group with { Type = "my:index:Better", Options = Spec(new Alias.Types.Spec { Type = "my:index:Group" }) }, new TestResource("child") { Parent = "group" });
        Assert.That(Engine.Entry("child").Urn, Does.Contain("my:index:Better$fake:index:Thing"));
    }

    [Test]
    public async Task Engine_D40_AliasOfALivingResource_IsAnError()
    {
        await Engine.UpAsync(new TestResource("a"), new TestResource("b"));

        var run = await Engine.UpAsync(new TestResource("a"), new TestResource("c") { Options = Spec(new Alias.Types.Spec { Name = "a" }) });

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors[0], Does.StartWith($"Duplicate resource alias '{EngineTest.UrnOf("a")}' applied to resource with URN '{EngineTest.UrnOf("c")}'"));
    }

    [Test]
    public async Task Engine_D40_UrnTakenByAnAlias_IsAnError()
    {
        await Engine.UpAsync(new TestResource("a"));

        var run = await Engine.UpAsync(new TestResource("c") { Options = Spec(new Alias.Types.Spec { Name = "a" }) }, new TestResource("a"));

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors[0], Is.EqualTo($"Duplicate resource URN '{EngineTest.UrnOf("a")}' conflicting with alias on resource with URN '{EngineTest.UrnOf("c")}'"));
    }

    private async Task ExpectSame(params TestResource[] program)
    {
        Fake.Calls.Clear();
        var run = await Engine.UpAsync(program);

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Fake.Calls.Select(call => call.Method), Does.Not.Contain("Create").And.Not.Contain("Update").And.Not.Contain("Delete"), run.ToString());
        Assert.That(Engine.State().Resources.Count(resource => resource.Custom && !Urn.IsProviderType(resource.Type)), Is.EqualTo(program.Count(resource => resource.Custom)));
    }

    private static Action<RegisterResourceRequest> Spec(Alias.Types.Spec spec) => request => request.Aliases.Add(new Alias { Spec = spec });
}
