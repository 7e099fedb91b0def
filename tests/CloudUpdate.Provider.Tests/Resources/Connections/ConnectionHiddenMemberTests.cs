using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>
/// Members that Atlas is described to give back and may not: the bucket of an AWS role's test, and the client certificate. Not to see them is no drift,
/// and no request drops them.
/// </summary>
[TestFixture("aws", "testBucket", "roleArn")]
[TestFixture("authentication", "sslCertificate", "username")]
public sealed class ConnectionHiddenMemberTests(string property, string member, string neighbour)
{
    private static readonly EmulatorSettings s_hiding = EmulatorSettings.Immediate with
    {
        AtlasHidesTestBucket = true,
        AtlasHidesCertificates = true,
        AtlasReplacesNestedObjects = true,
    };

    private readonly PropertyMap _creation = property == "aws"
        ? ConnectionCases.S3.Creation!.With(Bag.Of(("aws", Bag.Of(("roleArn", "arn:aws:iam::123456789012:role/streams"), ("testBucket", "value-1")))))
        : ConnectionCases.Kafka.Creation!.With(Bag.Of(("authentication", Bag.Of(
            ("mechanism", "PLAIN"), ("username", "orders"), ("password", "invented-password"), ("sslCertificate", "value-1"), ("sslKey", "invented-key")))));

    private string Path => $"{property}.{member}";

    private string Name => _creation.Text("connectionName");

    private PropertyMap Door => _creation.With(Bag.Of(("adopt", true)));

    [Test]
    public async Task Refresh_MemberNotShown_IsNoDriftAndKeptInTheState()
    {
        await using var bench = await Workbench.StartAsync(settings: s_hiding);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(_creation);
        var (inputs, outputs) = (thing.Inputs, thing.Outputs);

        var refreshed = await thing.RefreshAsync();
        var up = await thing.UpAsync(_creation);

        Assert.Multiple(() =>
        {
            Assert.That(refreshed!.DetailedDiff, Is.Empty);
            Assert.That((thing.Inputs, thing.Outputs), Is.EqualTo((inputs, outputs)));
            Assert.That(PropertyPath.Parse(Path).Get(outputs), Is.EqualTo(PropertyValue.Of("value-1")));
            Assert.That(up.Op, Is.EqualTo(Op.Same));
        });
    }

    [Test]
    public async Task Update_NeighbourChanged_SendsTheMemberWithIt()
    {
        await using var bench = await Workbench.StartAsync(settings: s_hiding);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(_creation);

        var up = await thing.UpAsync(With(_creation, neighbour, "value-2"));

        Assert.Multiple(() =>
        {
            Assert.That(up.Details, Is.EqualTo(new[] { $"{property}.{neighbour} Update" }));
            Assert.That(Stored(bench), Is.EqualTo("value-1"));
        });
    }

    [Test]
    public async Task Update_MemberChanged_SendsItOnceAndSettles()
    {
        await using var bench = await Workbench.StartAsync(settings: s_hiding);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(_creation);
        bench.Emulator.Journal.Clear();

        var up = await thing.UpAsync(With(_creation, member, "value-2"));
        var again = await thing.UpAsync(With(_creation, member, "value-2"));

        Assert.Multiple(() =>
        {
            Assert.That(up.Details, Is.EqualTo(new[] { $"{Path} Update" }));
            Assert.That(again.Op, Is.EqualTo(Op.Same));
            Assert.That(bench.Written, Has.Count.EqualTo(1));
            Assert.That(Stored(bench), Is.EqualTo("value-2"));
        });
    }

    [Test]
    public async Task Adopt_MemberNotShown_IsWrittenOnce()
    {
        await using var bench = await Workbench.StartAsync(settings: s_hiding);
        await bench.Resource(ConnectionCases.Token, "maker").UpAsync(_creation);
        bench.Emulator.Journal.Clear();
        var thing = bench.Resource(ConnectionCases.Token);

        await thing.UpAsync(Door);
        var again = await thing.UpAsync(Door);

        Assert.Multiple(() =>
        {
            Assert.That(bench.Sent.Single()[property]![member], Is.EqualTo(new JValue("value-1")));
            Assert.That(again.Op, Is.EqualTo(Op.Same));
        });
    }

    [Test]
    public async Task Restore_MemberThatWasNeverShown_StaysWithAWarning()
    {
        await using var bench = await Workbench.StartAsync(settings: s_hiding);
        await bench.Resource(ConnectionCases.Token, "maker").UpAsync(_creation);
        var thing = bench.Resource(ConnectionCases.Token);
        await thing.UpAsync(With(Door, member, "value-2").With("onDelete", PropertyValue.Of("Restore")));

        await thing.DestroyAsync();

        Assert.Multiple(() =>
        {
            Assert.That(Stored(bench), Is.EqualTo("value-2"));
            Assert.That(thing.Said, Has.Some.Contains($"keeps its {Path}: what it had at adoption cannot be put back"));
        });
    }

    private PropertyMap With(PropertyMap program, string name, string value) => PropertyPath.OfKeys(property, name).Set(program, PropertyValue.Of(value))!;

    private string? Stored(Workbench bench) => (string?)bench.Stored(Name)[property]![member];
}
