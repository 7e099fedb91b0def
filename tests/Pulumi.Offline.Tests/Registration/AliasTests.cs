using Pulumi.Offline.Tests.Server;
using Pulumi.Utilities;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi.Offline.Tests.Registration;

/// <summary>Aliases as the engine completes them, and as URNs for one that does not.</summary>
internal sealed class AliasTests : ServerTest
{
    private const string Prefix = "urn:pulumi:dev::proj::";

    private static IEnumerable<TestCaseData> Forms
        =>
        [
            Case(new Alias { Urn = "urn:x" }, new() { Urn = "urn:x" }, "urn:x"),
            Case(new Alias { Name = "old" }, Spec(spec => spec.Name = "old"), Prefix + "t:m:Any::old"),
            Case(new Alias { Type = "a:b:C" }, Spec(spec => spec.Type = "a:b:C"), Prefix + "a:b:C::r"),
            Case(
                new Alias { Stack = "prod", Project = "p2" },
                Spec(spec => (spec.Stack, spec.Project) = ("prod", "p2")),
                "urn:pulumi:prod::p2::t:m:Any::r"),
            Case(
                new Alias { ParentUrn = Prefix + "k:k:K::k" },
                Spec(spec => spec.ParentUrn = Prefix + "k:k:K::k"),
                Prefix + "k:k:K$t:m:Any::r"),
            Case(new Alias { NoParent = true }, Spec(spec => spec.NoParent = true), Prefix + "t:m:Any::r"),
        ];

    [TestCaseSource(nameof(Forms))]
    public async Task Alias_EngineCompletesThem_IsSentAsGiven(Alias alias, Rpc.Alias expected, string _)
    {
        await RegisterAsync(alias);

        var request = Server.Registration("r");
        Assert.That(request.Aliases, Is.EqualTo(new[] { expected }));
        Assert.That(request.AliasURNs, Is.Empty);
    }

    [TestCaseSource(nameof(Forms))]
    public async Task Alias_EngineTakesUrns_IsSentAsUrn(Alias alias, Rpc.Alias _, string expected)
    {
        Server.Supports = feature => feature != "aliasSpecs";

        await RegisterAsync(alias);

        var request = Server.Registration("r");
        Assert.That(request.AliasURNs, Is.EqualTo(new[] { expected }));
        Assert.That(request.Aliases, Is.Empty);
    }

    [Test]
    public async Task Alias_WithParent_CarriesItsUrn()
    {
        await RunAsync(() => _ = new AnyResource<object>(
            "r", null, new CustomResourceOptions { Aliases = { new Alias { Parent = new AnyComponent("k") } } }));

        Assert.That(Server.Registration("r").Aliases.Single().Spec.ParentUrn, Is.EqualTo(Prefix + "t:m:Component::k"));
    }

    [Test]
    public async Task Alias_Unknown_IsLeftOut()
    {
        await RunAsync(() => _ = new AnyResource<object>(
            "r", null, new CustomResourceOptions { Aliases = { OutputUtilities.CreateUnknown(new Alias { Name = "x" }) } }));

        Assert.That(Server.Registration("r").Aliases, Is.Empty);
    }

    [Test]
    public async Task ChildAliases_OfRenamedParent_CombineWithItsNames()
    {
        Server.Supports = feature => feature != "aliasSpecs";

        await RunAsync(() =>
        {
            var parent = new AnyComponent("new", null, new ComponentResourceOptions { Aliases = { new Alias { Name = "old" } } });
            _ = new AnyResource<object>(
                "new-child", null, new CustomResourceOptions { Parent = parent, Aliases = { new Alias { Type = "a:b:C" } } });
        });

        Assert.That(Server.Registration("new-child").AliasURNs, Is.EqualTo(new[]
        {
            Prefix + "t:m:Component$a:b:C::new-child",
            Prefix + "t:m:Component$t:m:Any::old-child",
            Prefix + "t:m:Component$a:b:C::old-child",
        }));
    }

    private static IEnumerable<TestCaseData> Contradictions
        =>
        [
            new TestCaseData(new Alias { Urn = "urn:x", Name = "n" }, "Alias should not specify both Urn and Name"),
            new TestCaseData(new Alias { Urn = "urn:x", NoParent = true }, "Alias should not specify both Urn and NoParent"),
            new TestCaseData(
                new Alias { NoParent = true, ParentUrn = "urn:x" }, "Only specify one of 'Parent', 'ParentUrn' or 'NoParent' in an Alias"),
        ];

    [TestCaseSource(nameof(Contradictions))]
    public async Task Alias_ThatContradictsItself_FailsProgram(Alias alias, string message)
    {
        var (exitCode, failure) = await TryAsync(
            () => _ = new AnyResource<object>("r", null, new CustomResourceOptions { Aliases = { alias } }));

        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(failure!.SourceException, Is.TypeOf<ArgumentException>().With.Message.EqualTo(message));
    }

    [Test]
    public async Task Urn_Create_CombinesParts()
    {
        var urns = new System.Collections.Concurrent.ConcurrentQueue<string>();

        await RunAsync(() =>
        {
            Urn.Create("n", "t:m:T").Apply(Keep);
            Urn.Create("n", "t:m:T", parentUrn: Prefix + "k:k:K::k").Apply(Keep);
            Urn.Create("n", "t:m:T", project: "p2", stack: "s2").Apply(Keep);
        });

        string Keep(string urn)
        {
            urns.Enqueue(urn);
            return urn;
        }

        Assert.That(urns, Is.EquivalentTo(new[] { Prefix + "t:m:T::n", Prefix + "k:k:K$t:m:T::n", "urn:pulumi:s2::p2::t:m:T::n" }));
    }

    [Test]
    public void Urn_OfEmptyTextOrTwoParents_IsRefused()
    {
        using var scope = Assert.EnterMultipleScope();
        Assert.That(() => new Urn(""), Throws.ArgumentException.With.Message.StartsWith("URN cannot be null or empty."));
        Assert.That(
            () => Urn.Create("n", "t", new DependencyResource("urn:x"), "urn:x"),
            Throws.ArgumentException.With.Message.EqualTo("Only one of 'parent' and 'parentUrn' can be non-null."));
        Assert.That(new Urn("a") == new Urn("a") && new Urn("a") != new Urn("b") && new Urn("a") == "a", Is.True);
    }

    private Task RegisterAsync(Alias alias)
        => RunAsync(() => _ = new AnyResource<object>("r", null, new CustomResourceOptions { Aliases = { alias } }));

    private static TestCaseData Case(Alias alias, Rpc.Alias expected, string urn)
        => new TestCaseData(alias, expected, urn).SetArgDisplayNames(urn);

    private static Rpc.Alias Spec(Action<Rpc.Alias.Types.Spec> set)
    {
        var spec = new Rpc.Alias.Types.Spec();
        set(spec);
        return new Rpc.Alias { Spec = WithParentSet(spec) };
    }

    // The flag is sent even when it is not set, as long as there is no other parent.
    private static Rpc.Alias.Types.Spec WithParentSet(Rpc.Alias.Types.Spec spec)
    {
        if (spec.ParentCase == Rpc.Alias.Types.Spec.ParentOneofCase.None)
        {
            spec.NoParent = false;
        }

        return spec;
    }
}
