using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using CloudUpdate.TestKit.Providers;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>An import is an adoption: its inputs pass a check as they are, and a program that states them is no diff.</summary>
public sealed class ImportTests
{
    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Objects))]
    public async Task Import_SeededObject_ChecksAndDiffsEmpty(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);

        await thing.ImportAsync(resource.Id);
        var imported = thing.Inputs;
        var check = await thing.CheckAsync(imported, imported);
        var self = await thing.DiffAsync(imported);
        var up = await thing.UpAsync(imported.Visible());

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures, Is.Empty);
            Assert.That(PropertyCodec.DecodeOrEmpty(check.Inputs).Visible(), Is.EqualTo(imported.Visible()));
            Assert.That(self.DetailedDiff, Is.Empty);
            Assert.That(up.Op, Is.EqualTo(Op.Same));
            Assert.That(bench.Written, Is.Empty);
            Assert.That(imported.Text("__ownership"), Is.EqualTo("Adopted"));
            Assert.That(imported.Keys, Does.Contain(resource.Door.Keys.First()));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Import_ProgramStatesOtherValues_IsADetailedUpdate(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.ImportAsync(resource.Id);

        var preview = await thing.PreviewAsync(resource.AllChanges);
        var up = await thing.UpAsync(resource.AllChanges);

        Assert.Multiple(() =>
        {
            Assert.That((preview.Op, up.Op), Is.EqualTo((Op.Update, Op.Update)));
            Assert.That(preview.Diff!.Diffs, Is.EquivalentTo(resource.Changes.SelectMany(change => change.Keys)));
            Assert.That(thing.Said, Has.None.Contains("no longer managed"));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Import_NoSuchObject_AnswersEmpty(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();

        var read = await bench.Resource(resource.Token).ImportAsync(resource.MissingId);

        Assert.Multiple(() =>
        {
            Assert.That(read.Id, Is.Empty);
            Assert.That(read.Properties, Is.Null);
            Assert.That(read.Inputs, Is.Null);
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.All))]
    public async Task Import_MalformedId_ShowsTheExpectedForm(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();

        var error = Assert.ThrowsAsync<Grpc.Core.RpcException>(() => bench.Resource(resource.Token).ImportAsync("a/b/c/d"));

        Assert.Multiple(() =>
        {
            Assert.That(error!.StatusCode, Is.EqualTo(Grpc.Core.StatusCode.InvalidArgument));
            Assert.That(error!.Status.Detail, Does.Contain("Expected form: ").And.Contain(resource.Own));
        });
    }

    [TestCase("EventStreamCluster")]
    [TestCase("EventNotification")]
    [TestCase("VpcEndpointConnection")]
    public async Task Import_RegionAndProjectInFront_AreKeptInIdInputsAndOutputs(string name)
    {
        var resource = ResourceCases.All.Single(candidate => candidate.ToString() == name);
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        var id = $"{Emulator.DemoCredentials.Region}:{ResourceCases.ProjectId}/{resource.Id}";

        await thing.ImportAsync(id);
        await thing.RefreshAsync();
        var up = await thing.UpAsync(thing.Inputs.Visible());

        Assert.Multiple(() =>
        {
            Assert.That(thing.Id, Is.EqualTo(id));
            Assert.That(thing.Inputs.Text("region"), Is.EqualTo(Emulator.DemoCredentials.Region));
            Assert.That(thing.Outputs.Text("projectId"), Is.EqualTo(ResourceCases.ProjectId));
            Assert.That(up.Op, Is.EqualTo(Op.Same));
        });
    }

    [Test]
    public async Task Import_OneEndpointTwice_IsThatEndpoint()
    {
        var resource = ResourceCases.VpcEndpointConnection;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.ImportAsync($"{ResourceCases.CssClusterId}/{ResourceCases.SecondEndpointId},{ResourceCases.SecondEndpointId}");
        var imported = thing.Inputs;
        var up = await thing.UpAsync(imported.Visible());
        Assert.Multiple(() =>
        {
            Assert.That(imported["endpointIdList"], Is.EqualTo(Bag.Value(new[] { ResourceCases.SecondEndpointId })));
            Assert.That(up.Op, Is.EqualTo(Op.Same));
        });
    }

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Huawei))]
    public async Task Get_ByIdAlone_ShowsTheObjectOrAnswersEmpty(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        await bench.ConfigureAsync();
        var found = await GetAsync(resource.Id);
        var missing = await GetAsync(resource.Id.Replace(resource.Id.Split('/')[0], "none-such", StringComparison.Ordinal));
        var outputs = PropertyCodec.DecodeOrEmpty(found.Properties);
        Assert.Multiple(() =>
        {
            Assert.That(found.Id, Is.EqualTo(resource.Id));
            Assert.That(outputs.ContainsUnknowns, Is.False);
            Assert.That(outputs.Keys, Is.SupersetOf(resource.Changes[0].Keys));
            Assert.That((missing.Id, missing.Properties, missing.Inputs), Is.EqualTo((string.Empty, (object?)null, (object?)null)));
        });

        async Task<ReadResponse> GetAsync(string id) => await bench.Client.ReadAsync(new ReadRequest
        {
            Id = id,
            Urn = bench.Resource(resource.Token).Urn,
            Inputs = PropertyCodec.Encode(PropertyMap.Empty),
            Properties = PropertyCodec.Encode(PropertyMap.Empty),
        }).OrTimeout();
    }
}
