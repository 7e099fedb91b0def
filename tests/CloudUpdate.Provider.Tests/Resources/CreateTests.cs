using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using CloudUpdate.TestKit.Providers;
using Grpc.Core;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>An object that does not exist is created, and one that exists is never taken for it.</summary>
public sealed class CreateTests
{
    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Creatable))]
    public async Task Create_CreationInputs_MakesTheObjectAndOwnsIt(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);

        await thing.UpAsync(resource.Creation!);
        var written = bench.Requests.Where(request => !request.StartsWith("GET", StringComparison.Ordinal)).ToList();
        var again = await thing.UpAsync(resource.Creation!);
        var refreshed = await thing.RefreshAsync();

        Assert.Multiple(() =>
        {
            Assert.That(written, Has.Count.EqualTo(1).And.All.StartsWith("POST"));
            Assert.That(thing.Outputs.Text("ownership"), Is.EqualTo("Created"));
            Assert.That(resource.Shows(thing.Outputs, resource.Creation!), $"{thing.Outputs}");
            Assert.That(again.Op, Is.EqualTo(Op.Same));
            Assert.That(refreshed!.DetailedDiff, Is.Empty);
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Creatable))]
    public async Task Create_RequirementMissing_FailsAtCheckWithEachOfThem(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);

        var step = await thing.PreviewAsync(resource.Always);

        // A property that is, or holds, a secret is named by the reason alone.
        var required = resource.Creation!.Keys.Except([resource.NameInput, .. resource.Always.Keys]).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(step.Op, Is.EqualTo(required.Count == 0 ? Op.Create : Op.Refused));
            Assert.That(step.Failures.Select(failure => failure.Reason.Split(' ')[0]), Is.EquivalentTo(required));
            Assert.That(step.Failures.Select(failure => failure.Property), Is.SubsetOf(required.Append(string.Empty)));
            Assert.That(step.Failures.Select(failure => failure.Reason), Has.All.Contains("is missing"));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Creatable))]
    public async Task Create_NameLeftOut_IsMadeFromTheResourcesNameAndKept(object data)
    {
        var resource = (ResourceCase)data;
        var property = resource.NameInput;
        var program = resource.Creation!.Without(property);
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token, "orders");

        var preview = await thing.PreviewAsync(program);
        await thing.UpAsync(program);
        var again = await thing.UpAsync(program);

        Assert.Multiple(() =>
        {
            Assert.That(thing.Outputs.Text(property), Does.Match("^orders-[0-9a-f]{7}$"));
            Assert.That(preview.Outputs[property], Is.EqualTo(thing.Outputs[property]));
            Assert.That(again.Op, Is.EqualTo(Op.Same));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.WithUniqueNames))]
    public async Task Create_ObjectOfThatNameExists_NamesBothDoorsInPreviewAndUp(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        await bench.Resource(resource.Token, "first").UpAsync(resource.Creation!);
        bench.Emulator.Journal.Clear();
        var second = bench.Resource(resource.Token, "second");

        var preview = Assert.ThrowsAsync<RpcException>(() => second.PreviewAsync(resource.Creation!));
        var up = Assert.ThrowsAsync<RpcException>(() => second.UpAsync(resource.Creation!));

        Assert.Multiple(() =>
        {
            Assert.That(preview!.Status.Detail, Does.Contain("exists already").And.Contain("import").And.Contain("adopt"));
            Assert.That(up!.Status.Detail, Does.Contain("exists already").And.Contain("import").And.Contain("adopt"));
            Assert.That(bench.Written, Is.Empty);
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Creatable))]
    public async Task Create_AnswerLost_MakesNoSecondObject(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        bench.Emulator.Faults.Add(Emulator.Fault.ConnectionReset(Emulator.FaultPoint.AfterEffect) with { Method = "POST", Times = 1 });
        var before = bench.Emulator.Objects.List(resource.Seeded.Kind).Count;
        var thing = bench.Resource(resource.Token);

        await thing.UpAsync(resource.Creation!);

        Assert.Multiple(() =>
        {
            Assert.That(bench.Emulator.Objects.List(resource.Seeded.Kind), Has.Count.EqualTo(before + 1));
            Assert.That(bench.Emulator.Objects.List(resource.Seeded.Kind).Select(item => item.Key), Has.Some.EndsWith(thing.Id));
        });
    }

    [Test]
    public async Task CreatePreview_NameTakenWhileOtherInputsAreUnknown_SaysSo()
    {
        var resource = ResourceCases.EventNotification;
        await using var bench = await resource.StartAsync();
        await bench.Resource(resource.Token, "first").UpAsync(resource.Creation!);
        var program = resource.Creation!.With(Bag.Of(("notification", Bag.Of(("targetType", "SMN"), ("targetId", PropertyValue.Unknown), ("targetName", "n")))));
        var error = Assert.ThrowsAsync<RpcException>(() => bench.Resource(resource.Token, "second").PreviewAsync(program));
        Assert.That(error!.Status.Detail, Does.Contain("exists already"));
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.HuaweiCreatable))]
    public async Task Create_RequirementsLeftOutLater_AreNotAskedForAgain(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Creation!);
        var up = await thing.UpAsync(resource.Creation!.Where((key, _) => key is "name" or "eventName"));
        Assert.That(up.Op, Is.EqualTo(Op.Same));
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.HuaweiCreatable))]
    public async Task Create_CheckOfItsOwnAnswer_ChangesNothing(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        var first = PropertyCodec.DecodeOrEmpty((await thing.CheckAsync(PropertyMap.Empty, resource.Creation!.Without("name").Without("eventName"))).Inputs);
        var again = PropertyCodec.DecodeOrEmpty((await thing.CheckAsync(first, first)).Inputs);
        var afresh = PropertyCodec.DecodeOrEmpty((await thing.CheckAsync(PropertyMap.Empty, first)).Inputs);
        Assert.That((again, afresh), Is.EqualTo((first, first)));
    }

    [Test]
    public async Task Create_Answer_AsksForNoRefreshBeforeUpdates()
    {
        var resource = ResourceCases.EventNotification;
        await using var bench = await resource.StartAsync();
        await bench.ConfigureAsync();
        var thing = bench.Resource(resource.Token);
        var check = await thing.CheckAsync(PropertyMap.Empty, resource.Creation!);
        var created = await bench.Client.CreateAsync(new CreateRequest { Urn = thing.Urn, Properties = check.Inputs }).OrTimeout();
        var read = await bench.Client.ReadAsync(new ReadRequest { Id = created.Id, Urn = thing.Urn, Inputs = check.Inputs, Properties = created.Properties }).OrTimeout();
        Assert.That((created.RefreshBeforeUpdate, read.RefreshBeforeUpdate), Is.EqualTo((false, false)));
    }
}
