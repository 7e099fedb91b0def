using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.Events;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests;

/// <summary>Checklist group B: previews tell what an update will do.</summary>
internal sealed class PreviewTests : EngineFixture
{
    private static readonly TestResource A = new TestResource("a").With("size", 1);

    [Test]
    public async Task Engine_B18_Preview_ChangesNothing()
    {
        Fake.ReplaceKeys.Add("kind");
        await Engine.UpAsync(A, new TestResource("gone"), new TestResource("swapped").With("kind", "x"));
        var state = await File.ReadAllBytesAsync(Engine.StatePath);
        var objects = Fake.Objects.Count;
        Fake.Calls.Clear();
        Fake.Objects["out-there"] = PropertyMap.Empty;

        var run = await Engine.PreviewAsync(
            A.With("size", 2), new TestResource("swapped").With("kind", "y"), new TestResource("new"), new TestResource("read") { ReadId = "out-there" });

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Fake.Calls.Select(call => call.Label), Does.Not.Contain("Create").And.Not.Contain("Update").And.Not.Contain("Delete"));
        Assert.That(Fake.Sequence("read"), Is.EqualTo("Read"));
        Assert.That(Fake.Objects, Has.Count.EqualTo(objects + 1));
        Assert.That(await File.ReadAllBytesAsync(Engine.StatePath), Is.EqualTo(state));
        Assert.That(run.Steps, Is.EquivalentTo(new[]
        {
            "update a", "create-replacement swapped", "replace swapped", "create new", "read read", "delete-replaced swapped", "delete gone",
        }));
        Assert.That(run.Changes, Is.EqualTo("same 1, create 1, update 1, delete 1, replace 1, read 1"));
    }

    [Test]
    public async Task Engine_B18_Preview_TakesNoLock()
    {
        using var held = Engine.Backend.Lock(Engine.Stack);

        Assert.That((await Engine.PreviewAsync(A)).Succeeded, Is.True);
    }

    [Test]
    public async Task Engine_B19_UnresolvedOutputs_ArriveAsUnknowns()
    {
        await Engine.PreviewAsync(A, new TestResource("b")
            .With("id", TestProgram.Output("a", "id")).With("url", TestProgram.Output("a", "url")).With("size", TestProgram.Output("a", "size")));

        var news = PropertyCodec.Decode(Fake.Requests<CheckRequest>("b").Single().News)!;
        Assert.That(news["id"], Is.EqualTo(PropertyValue.Unknown));
        Assert.That(news["url"], Is.EqualTo(PropertyValue.Unknown));
        Assert.That(news["size"], Is.EqualTo(PropertyValue.Of(1)));
        Assert.That(Fake.Requests<CreateRequest>("b").Single().Preview, Is.True);
    }

    [Test]
    public async Task Engine_B20_ProviderWithoutPreview_IsNotAsked()
    {
        Fake.AnswersHandshake = false;
        Fake.SupportsPreview = false;
        var program = new TestProgram(A);

        var run = await Engine.PreviewAsync(program);

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Fake.Sequence("a"), Is.EqualTo("Check"));
        Assert.That(program.Answers["a"].Outputs["size"], Is.EqualTo(PropertyValue.Of(1)));
        Assert.That(program.Answers["a"].Id, Is.Empty);
    }

    [Test]
    public async Task Engine_B21_UnknownProviderConfiguration_AsksTheProviderNothing()
    {
        TestResource[] program =
        [
            A,
            new TestResource("explicit", "pulumi:providers:fake").With("region", "r"),
            new TestResource("b") { Provider = "explicit" },
        ];
        await Engine.UpAsync(program);
        Fake.Calls.Clear();
        program[1] = program[1].With("region", TestProgram.Output("a2", "url"));
        var preview = new TestProgram([A, new TestResource("a2"), program[1], program[2], new TestResource("c") { Provider = "explicit" }]);

        var run = await Engine.PreviewAsync(preview);

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(Fake.Sequence("b") + Fake.Sequence("c"), Is.Empty);
        Assert.That(Fake.CallsOf("Configure").Select(call => call.Name), Is.EqualTo(new[] { "default" }));
        Assert.That(run.Messages(DiagnosticSeverity.Warning).Single(), Does.StartWith("The provider for this resource has inputs that are not known during preview."));
        Assert.That(run.StepsOf("b"), Is.EqualTo(new[] { "update" }));
        Assert.That(preview.Answers["c"].Outputs, Is.Empty);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Engine_B22_OmittedOutput_IsLeftOutOfTheAnswer(bool preview)
    {
        Fake.OnCreate = request => Task.FromResult<CreateResponse?>(new CreateResponse { Id = request.Preview ? string.Empty : "id", Properties = EngineTest.Bag(("size", 1)) });
        var program = new TestProgram(A);

        var run = preview ? await Engine.PreviewAsync(program) : await Engine.UpAsync(program);

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(program.Answers["a"].Outputs.Keys, Is.EqualTo(new[] { "size" }));
        Assert.That(program.Answers["a"].Unknown, Is.False);
    }

    [Test]
    public async Task Engine_B23_PartlyUnknownProperty_IsLeftOutOfTheAnswer()
    {
        Fake.OnCreate = _ => Task.FromResult<CreateResponse?>(new CreateResponse
        {
            Properties = PropertyCodec.Encode(PropertyMap.Of(
                ("known", PropertyValue.Of(1)), ("list", PropertyValue.Of([PropertyValue.Of(1), PropertyValue.Unknown])))),
        });
        var plain = new TestProgram(A);
        var partial = new TestProgram(A with { Options = request => request.SupportsPartialValues = true });

        await Engine.PreviewAsync(plain);
        await Engine.PreviewAsync(partial);

        Assert.That(plain.Answers["a"].Outputs.Keys, Is.EqualTo(new[] { "known" }));
        Assert.That(partial.Answers["a"].Outputs.Keys, Is.EqualTo(new[] { "known", "list" }));
    }

    [Test]
    public async Task Engine_B24_PreviewAndUp_HaveTheSameSteps()
    {
        Fake.ReplaceKeys.Add("kind");
        TestResource[] before = [A, new TestResource("b").With("kind", 1), new TestResource("gone"), new TestResource("c").With("of", TestProgram.Output("b", "id"))];
        TestResource[] after = [A.With("size", 3), before[1].With("kind", 2), before[3], new TestResource("new") { DependsOn = ["c"] }];
        await Engine.UpAsync(before);

        var preview = await Engine.PreviewAsync(after);
        var update = await Engine.UpAsync(after);

        Assert.That(preview.Steps, Is.EquivalentTo(update.Steps));
        Assert.That(preview.Changes, Is.EqualTo(update.Changes));
    }
}
