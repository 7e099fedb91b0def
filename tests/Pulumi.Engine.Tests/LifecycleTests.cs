using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests;

internal sealed class LifecycleTests : EngineFixture

    [Test]
    public async Task Engine_A01_FirstUp_ChecksWithoutOldsAndCreatesOnce()
    {
        var run = await Engine.UpAsync(new TestResource("a").With("size", 1));

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Fake.Sequence("a"), Is.EqualTo("Check Create"));
        var check = (CheckRequest)Fake.CallsOf("Check").Single().Request;
        Assert.That(check.Olds.Fields, Is.Empty);
        Assert.That(check.RandomSeed.Length, Is.EqualTo(32));
        var state = Engine.State();
        Assert.That(state.Resources.Select(resource => Urn.Name(resource.Urn)), Is.EqualTo(new[] { "proj-dev", "default", "a" }));
        var entry = Engine.Entry("a");
        Assert.That(entry.Inputs, Is.EqualTo(PropertyMap.Of(("size", PropertyValue.Of(1)))));
        Assert.That(entry.Outputs, Is.EqualTo(PropertyMap.Of(("size", PropertyValue.Of(1)))));
        Assert.That(entry.Id, Is.EqualTo("id-1"));
        Assert.That(entry.Created, Is.Not.Null);
        Assert.That(run.Changes, Is.EqualTo("create 2"));
    }

    [Test]
    public async Task Engine_A02_SecondUp_OnlyChecksAndCompares()
    {
        await Engine.UpAsync(new TestResource("a").With("size", 1));
        Fake.Calls.Clear();

        var run = await Engine.UpAsync(new TestResource("a").With("size", 1));

        Assert.That(Fake.Sequence("a"), Is.EqualTo("Check Diff"));
        Assert.That(((CheckRequest)Fake.CallsOf("Check").Single().Request).Olds.Fields, Contains.Key("size"));
        Assert.That(run.Changes, Is.EqualTo("same 2"));
        Assert.That(run.Steps, Is.EqualTo(new[] { "same a" }));
    }
}
