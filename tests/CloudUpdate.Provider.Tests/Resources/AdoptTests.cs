using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using CloudUpdate.Provider.Values;
using Grpc.Core;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>An object that exists comes under management: read first, and changed only where the program says so.</summary>
public sealed class AdoptTests
{
    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Objects))]
    public async Task Adopt_ProgramStatesNothing_ReadsOnceAndWritesNothing(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var before = resource.Object(bench);
        var thing = bench.Resource(resource.Token);

        var up = await thing.UpAsync(resource.Door);

        Assert.Multiple(() =>
        {
            Assert.That(up.Op, Is.EqualTo(Op.Create));
            Assert.That(bench.Requests, Has.Count.EqualTo(1));
            Assert.That(bench.Written, Is.Empty);
            Assert.That(resource.Object(bench), Is.EqualTo(before));
            Assert.That(thing.Id, Is.EqualTo(resource.Id));
            Assert.That(thing.Outputs.Text("ownership"), Is.EqualTo("Adopted"));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Adopt_ProgramStatesChanges_WritesOnceAndShowsThem(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);

        await thing.UpAsync(resource.AllChanges);

        var stated = resource.AllChanges.Where((key, _) => thing.Outputs.ContainsKey(key));
        Assert.Multiple(() =>
        {
            Assert.That(bench.Written, Has.Count.EqualTo(1));
            Assert.That(resource.Shows(thing.Outputs, stated), $"{thing.Outputs}");
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Objects))]
    public async Task Adopt_NoSuchObject_FailsAndCreatesNothing(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var program = resource.Door.With(resource.Own, PropertyValue.Of("none-such"));
        var thing = bench.Resource(resource.Token);

        var preview = Assert.ThrowsAsync<RpcException>(() => thing.PreviewAsync(program));
        var error = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(program));

        Assert.Multiple(() =>
        {
            Assert.That(preview!.StatusCode, Is.EqualTo(StatusCode.NotFound));
            Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.NotFound));
            Assert.That(error!.Status.Detail, Does.Contain("none-such").And.Contain("nothing was created"));
            Assert.That(bench.Written, Is.Empty);
            Assert.That(thing.Exists, Is.False);
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.WithImmutableInputs))]
    public async Task Adopt_CreationInputsDisagreeWithTheObject_PreviewAndCreateSayWhichDoNot(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var (property, value) = resource.Immutable!.Value;
        var program = resource.Door.With(property, Bag.Value(value));
        var thing = bench.Resource(resource.Token);

        var preview = Assert.ThrowsAsync<RpcException>(() => thing.PreviewAsync(program));
        var up = Assert.ThrowsAsync<RpcException>(() => thing.UpAsync(program));

        Assert.Multiple(() =>
        {
            Assert.That(preview!.Status.Detail, Does.Contain(property).And.Contain((string)value));
            Assert.That(up!.StatusCode, Is.EqualTo(StatusCode.InvalidArgument));
            Assert.That(bench.Written, Is.Empty);
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task AdoptPreview_Changes_AreLoggedOldToNewUnderTheUrn(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);

        await thing.PreviewAsync(resource.AllChanges);

        var stated = resource.Changes.SelectMany(change => change.Keys).Select(key => key == "action" ? "endpointIdList" : key);
        Assert.Multiple(() =>
        {
            foreach (var property in stated)
            {
                Assert.That(thing.Said, Has.Some.Matches<string>(line => line.Contains($" {property}", StringComparison.Ordinal) && line.Contains("=>", StringComparison.Ordinal)));
            }

            Assert.That(bench.Written, Is.Empty);
        });
    }

    [Test]
    public async Task AdoptPreview_SecretInput_IsMaskedInTheLog()
    {
        await using var bench = await ResourceCases.EndpointGroup.StartAsync();
        var thing = bench.Resource(ResourceCases.EndpointGroup.Token);

        await thing.PreviewAsync(ResourceCases.EndpointGroup.Door.With(Bag.Of(("description", Bag.Secret("classified words")))));

        Assert.Multiple(() =>
        {
            Assert.That(thing.Said, Has.Some.Contains("description: [secret] => [secret]"));
            Assert.That(thing.Said, Has.None.Contains("classified"));
        });
    }

    [Test]
    public async Task AdoptPreview_NothingWouldChange_SaysSo()
    {
        await using var bench = await ResourceCases.EndpointGroup.StartAsync();
        var thing = bench.Resource(ResourceCases.EndpointGroup.Token);

        await thing.PreviewAsync(ResourceCases.EndpointGroup.Door);

        Assert.That(thing.Said, Has.Some.Contains("changes nothing"));
    }

    [Test]
    public async Task AdoptPreview_MembersOfASecretObject_AreMaskedInTheLog()
    {
        var resource = ResourceCases.EventNotification;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.PreviewAsync(resource.Door.With(Bag.Of(("notification", Bag.Secret(Bag.Of(("targetType", "SMN"), ("targetId", "abc"), ("targetName", "xyz")))))));
        Assert.Multiple(() =>
        {
            Assert.That(thing.Said, Has.Exactly(2).EndsWith(": [secret] => [secret]"));
            Assert.That(thing.Said, Has.None.Contains("abc").And.None.Contains("xyz").And.None.Contains("urn:smn"));
        });
    }

    [Test]
    public async Task AdoptPreview_AdoptNotKnownYet_PromisesNothingOfTheObject()
    {
        var resource = ResourceCases.EventNotification;
        await using var bench = await resource.StartAsync();
        var preview = await bench.Resource(resource.Token).PreviewAsync(resource.Door.With(Bag.Of(("adopt", PropertyValue.Unknown))));
        Assert.Multiple(() =>
        {
            Assert.That(preview.Outputs["ownership"].IsUnknown, Is.True);
            Assert.That(preview.Outputs["state"].IsUnknown, Is.True);
            Assert.That(preview.Outputs.Text("eventName"), Is.EqualTo(ResourceCases.EventName));
            Assert.That(bench.Requests, Is.Empty);
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Huawei))]
    public async Task Outputs_AfterAdoptionAndRefresh_AreOfTheTypesOfTheSchema(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var table = Catalog.Product.Resource(resource.Token)!;
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.AllChanges);
        var adopted = thing.Outputs;
        await thing.RefreshAsync();
        Assert.Multiple(() =>
        {
            Assert.That(thing.Outputs, Is.EqualTo(adopted));
            Assert.That(table.Outputs.Where(output => output.AlwaysPresent && !adopted.ContainsKey(output.Name)).Select(output => output.Name), Is.Empty);
            Assert.That(ValueCheck.Members(table.Outputs, adopted, PropertyPath.Root, hide: false).Where(finding => !finding.IsWarning), Is.Empty);
            Assert.That(adopted.ContainsUnknowns, Is.False);
        });
    }
}
