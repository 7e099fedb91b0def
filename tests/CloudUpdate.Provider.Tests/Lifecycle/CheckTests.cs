using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using CloudUpdate.TestKit.Time;
using Google.Protobuf;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>Check: everything wrong at once, in words that help.</summary>
public sealed class CheckTests
{
    [Test]
    public async Task Check_TenMistakes_ReportsTenFailuresWithPathProblemAndWhatIsAllowed()
    {
        await using var bench = await Workbench.StartAsync();
        var program = Bag.Of(
            ("name", "-starts-badly"),
            ("discription", "misspelt"),
            ("description", new string('x', 257)),
            ("publicAccessEnabled", "yes"),
            ("natId", 7),
            ("sourceType", "KAFKA"),
            ("sinkType", "DCS"),
            ("status", "RUNNING"),
            ("subnetId", string.Empty),
            ("onDelete", "Delte"));

        var step = await bench.Resource(ResourceCases.EventStreamCluster.Token).PreviewAsync(program);

        Assert.That(step.Failures.Select(failure => $"{failure.Property}: {failure.Reason}"), Is.EqualTo(new[]
        {
            "status: status is set by the cloud; a program cannot give it",
            "name: name is \"-starts-badly\"; it must start with a letter or digit and have letters, digits, periods, underscores and hyphens only",
            "description: description has 257 characters; allowed: at most 256",
            "publicAccessEnabled: publicAccessEnabled must be a boolean, but is a text; allowed: true, false",
            "natId: natId must be a text, but is a number",
            "subnetId: subnetId has 0 characters; allowed: at least 1",
            "onDelete: onDelete is \"Delte\" (did you mean \"Delete\"?); allowed: Retain, Restore, Delete",
            "discription: discription is no property here (did you mean \"description\"?); allowed: clusterId, description, eipId, flavor, name, natId, onDelete, "
            + "projectId, publicAccessEnabled, region, sinkType, sourceType, subnetId, vpcId, zoneNames",
            "vpcId: vpcId is missing; creating an event stream cluster needs it (to adopt one that exists, give `clusterId`)",
            "sinkType: sinkType is \"DCS\"; it must be the same as sourceType, \"KAFKA\"",
        }).AsCollection);
    }

    [Test]
    public async Task Check_SecretValues_AreNeitherEchoedNorNamed()
    {
        await using var bench = await Workbench.StartAsync();
        var program = Bag.Of(
            ("endpointGroupId", Bag.Secret(new string('s', 40))), ("name", Bag.Secret(new string('n', 70))), ("trafficDialPercentage", Bag.Secret(4711)));

        var step = await bench.Resource(ResourceCases.EndpointGroup.Token).PreviewAsync(program);

        Assert.Multiple(() =>
        {
            Assert.That(step.Failures, Has.Count.EqualTo(3));
            Assert.That(step.Failures.Select(failure => failure.Property), Has.All.Empty);
            Assert.That(step.Failures.Select(failure => failure.Reason), Has.None.Contains("4711").And.None.Contains("nnn"));
            Assert.That(step.Failures.Select(failure => failure.Reason), Has.Some.StartsWith("trafficDialPercentage is the value; allowed: 0 to 100"));
        });
    }

    [Test]
    public async Task Check_SecretThatIsNearlyRight_IsNotGuessed()
    {
        await using var bench = await Workbench.StartAsync();
        var thing = bench.Resource(ResourceCases.EventStreamCluster.Token);
        var step = await thing.PreviewAsync(ResourceCases.EventStreamCluster.Creation!.With(Bag.Of(("onDelete", Bag.Secret("Delte")), ("sinkType", Bag.Secret("KFK")))));
        Assert.That(step.Failures.Select(failure => $"{failure.Property}: {failure.Reason}"), Is.EqualTo(new[]
        {
            ": onDelete is a value; allowed: Retain, Restore, Delete",
            ": sinkType must be the same as sourceType",
        }));
    }

    [Test]
    public async Task Check_UnknownsBesideAMissingProperty_OnlyTheMissingOneFails()
    {
        await using var bench = await Workbench.StartAsync();
        var unknown = Bag.Of(
            ("name", PropertyValue.Unknown), ("sourceType", PropertyValue.Unknown), ("sinkType", Bag.Secret(PropertyValue.Unknown)), ("vpcId", PropertyValue.Unknown),
            ("publicAccessEnabled", PropertyValue.Unknown));

        var check = await bench.Resource(ResourceCases.EventStreamCluster.Token).CheckAsync(PropertyMap.Empty, unknown);

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures.Select(failure => failure.Property), Is.EqualTo(new[] { "subnetId" }));
            Assert.That(PropertyCodec.DecodeOrEmpty(check.Inputs).Visible(), Is.EqualTo(unknown));
        });
    }

    [Test]
    public async Task Check_AllSevenUnknowns_AreKnownAsSuchAnywhere()
    {
        await using var bench = await Workbench.StartAsync();
        var thing = bench.Resource(ResourceCases.EventNotification.Token);

        foreach (var sentinel in Signatures.Unknowns)
        {
            var program = Bag.Of(
                ("eventName", sentinel), ("adopt", sentinel), ("state", sentinel), ("eventTypes", new[] { sentinel }),
                ("notification", Bag.Of(("targetType", sentinel), ("targetId", "x"), ("targetName", "y"))));
            var check = await thing.CheckAsync(PropertyMap.Empty, program);
            Assert.That(check.Failures, Is.Empty, sentinel);
        }
    }

    [Test]
    public async Task Check_NullsAndPlainValues_ComeBackAsTheyWere()
    {
        await using var bench = await Workbench.StartAsync();
        var program = ResourceCases.EndpointGroup.Door.With(Bag.Of(("name", null), ("description", Bag.Secret("quiet")), ("trafficDialPercentage", 0)));

        var check = await bench.Resource(ResourceCases.EndpointGroup.Token).CheckAsync(PropertyMap.Empty, program);

        Assert.That(PropertyCodec.DecodeOrEmpty(check.Inputs).Visible(), Is.EqualTo(program));
    }

    [Test]
    public async Task Check_WithFailures_GivesTheInputsBackWithSecretsMarked()
    {
        await using var bench = await Workbench.StartAsync();
        var program = ResourceCases.EndpointGroup.Door.With(Bag.Of(("trafficDialPercentage", 101), ("description", Bag.Secret("quiet"))));
        var check = await bench.Resource(ResourceCases.EndpointGroup.Token).CheckAsync(PropertyMap.Empty, program);
        Assert.Multiple(() =>
        {
            Assert.That(check.Failures.Single().Reason, Is.EqualTo("trafficDialPercentage is 101; allowed: 0 to 100"));
            Assert.That(PropertyCodec.DecodeOrEmpty(check.Inputs).Visible(), Is.EqualTo(program));
        });
    }

    [Test]
    public async Task Check_PatternThatTheDocumentDoesNotEnforce_IsAWarning()
    {
        await using var bench = await Workbench.StartAsync();
        var thing = bench.Resource(ResourceCases.EndpointGroup.Token);

        var check = await thing.CheckAsync(PropertyMap.Empty, ResourceCases.EndpointGroup.Door.With(Bag.Of(("name", "边缘组"))));

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures, Is.Empty);
            Assert.That(thing.Said, Has.Some.Contains("letters, digits and hyphens"));
        });
    }

    [Test]
    public async Task Check_RepeatedElementOfASet_IsDroppedWhereNothingForbidsIt()
    {
        await using var bench = await Workbench.StartAsync();
        var program = Bag.Of(("clusterId", "c"), ("action", "receive"), ("endpointIdList", new[] { "a", "b", "a" }));

        var check = await bench.Resource(ResourceCases.VpcEndpointConnection.Token).CheckAsync(PropertyMap.Empty, program);

        Assert.That(PropertyCodec.DecodeOrEmpty(check.Inputs)["endpointIdList"], Is.EqualTo(Bag.Value(new[] { "a", "b" })));
    }

    [Test]
    public async Task Autonaming_Seeds_DecideTheName()
    {
        await using var bench = await Workbench.StartAsync();
        var thing = bench.Resource(ResourceCases.EventNotification.Token, "Über alles:rotation");
        var program = ResourceCases.EventNotification.Creation!.Without("eventName");

        var first = await NameAsync(thing, program, [1, 2, 3]);
        var same = await NameAsync(thing, program, [1, 2, 3]);
        var other = await NameAsync(thing, program, [3, 2, 1]);
        var none = await NameAsync(thing, program, []);

        Assert.Multiple(() =>
        {
            Assert.That(first, Does.Match("^[A-Za-z0-9][A-Za-z0-9-]*-[0-9a-f]{7}$"));
            Assert.That(same, Is.EqualTo(first));
            Assert.That(other, Is.Not.EqualTo(first));
            Assert.That(none, Does.Match("-[0-9a-f]{7}$"));
        });
    }

    [TestCase(CheckRequest.Types.AutonamingOptions.Types.Mode.Propose, "^proposed-[0-9a-f]{7}$")]
    [TestCase(CheckRequest.Types.AutonamingOptions.Types.Mode.Enforce, "^proposed$")]
    public async Task Autonaming_EngineProposes_IsFollowed(CheckRequest.Types.AutonamingOptions.Types.Mode mode, string pattern)
    {
        await using var bench = await Workbench.StartAsync();

        var check = await AutonamedAsync(bench, mode, "proposed");

        Assert.That(PropertyCodec.DecodeOrEmpty(check.Inputs).Text("eventName"), Does.Match(pattern));
    }

    [Test]
    public async Task Autonaming_SwitchedOff_FailsUnlessTheProgramGivesAName()
    {
        await using var bench = await Workbench.StartAsync();

        var check = await AutonamedAsync(bench, CheckRequest.Types.AutonamingOptions.Types.Mode.Disable, string.Empty);

        Assert.That(check.Failures.Select(failure => failure.Property), Has.Some.EqualTo("eventName"));
    }

    [Test]
    public async Task Autonaming_EnforcedNameThatTheCloudCannotTake_Fails()
    {
        await using var bench = await Workbench.StartAsync();

        var check = await AutonamedAsync(bench, CheckRequest.Types.AutonamingOptions.Types.Mode.Enforce, "no spaces allowed");

        Assert.That(check.Failures.Single().Property, Is.EqualTo("eventName"));
    }

    [Test]
    public async Task Autonaming_LongName_KeepsToTheLimit()
    {
        await using var bench = await Workbench.StartAsync();
        var thing = bench.Resource(ResourceCases.EventNotification.Token, new string('n', 200));

        var name = await NameAsync(thing, ResourceCases.EventNotification.Creation!.Without("eventName"), [1]);

        Assert.That(name, Has.Length.EqualTo(64));
    }

    private static async Task<string> NameAsync(ManagedResource thing, PropertyMap program, byte[] seed)
    {
        var check = await thing.CheckAsync(PropertyMap.Empty, program, seed);
        return PropertyCodec.DecodeOrEmpty(check.Inputs).Text("eventName");
    }

    private static async Task<CheckResponse> AutonamedAsync(Workbench bench, CheckRequest.Types.AutonamingOptions.Types.Mode mode, string proposed) =>
        await bench.Client.CheckAsync(new CheckRequest
        {
            Urn = $"urn:pulumi:dev::shop::{ResourceCases.EventNotification.Token}::thing",
            Olds = PropertyCodec.Encode(PropertyMap.Empty),
            News = PropertyCodec.Encode(ResourceCases.EventNotification.Creation!.Without("eventName")),
            RandomSeed = ByteString.CopyFrom(1, 2, 3),
            Autonaming = new CheckRequest.Types.AutonamingOptions { Mode = mode, ProposedName = proposed },
        }).ResponseAsync.OrTimeout();
}
