using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.Config;
using Pulumi.Engine.Events;
using Pulumi.Engine.Programs;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests;

/// <summary>Checklist items K85 and K87: what a run tells, and in which order.</summary>
internal sealed class EventTests : EngineFixture
{
    private static readonly TestResource A = new TestResource("a").With("size", 1);

    [TestCase(false)]
    [TestCase(true)]
    public async Task Engine_K85_Events_ComeInTheirOrder(bool preview)
    {
        var program = new TestProgram(A, new TestResource("group", "my:index:Group") { Custom = false, Outputs = [] }) { StackOutputs = ImmutableDictionary<string, object?>.Empty.Add("x", 1) };

        var run = preview ? await Engine.PreviewAsync(program) : await Engine.UpAsync(program);

        Assert.That(run.Events.Select(engineEvent => engineEvent.Sequence), Is.EqualTo(Enumerable.Range(0, run.Events.Count)));
        string[] component = preview ? ["ResourcePreEvent group", "ResourceOutputsEvent group", "ResourceOutputsEvent group"] : ["ResourcePreEvent group", "ResourceOutputsEvent group"];
        string[] stack = preview ? ["ResourcePreEvent proj-dev", "ResourceOutputsEvent proj-dev"] : ["ResourcePreEvent proj-dev"];
        Assert.That(run.Events.Select(Name), Is.EqualTo((string[])
        [
            "PreludeEvent", .. stack, "ResourcePreEvent default", "ResourceOutputsEvent default", "ResourcePreEvent a", "ResourceOutputsEvent a", .. component, "ResourceOutputsEvent proj-dev",
            "SummaryEvent", "CancelEvent",
        ]));
        Assert.That(run.Events.OfType<ResourcePreEvent>().Select(step => step.Planning), Is.All.EqualTo(preview));
        Assert.That(run.Events.OfType<SummaryEvent>().Single().IsPreview, Is.EqualTo(preview));
    }

    [Test]
    public async Task Engine_K85_OutputsOfAComponent_AreToldWithTheOperationOfItsStep()
    {
        var group = new TestResource("group", "my:index:Group") { Custom = false, Outputs = ImmutableDictionary<string, object?>.Empty.Add("url", "x") };

        var created = await Engine.UpAsync(group);
        var updated = await Engine.UpAsync(group.With("size", 1));
        var unchanged = await Engine.UpAsync(group.With("size", 1));

        Assert.That(new[] { created, updated, unchanged }.Select(OperationOfOutputs), Is.EqualTo(new[] { StepOperation.Create, StepOperation.Update, StepOperation.Same }));
        Assert.That(Told(created).New!.Outputs.Keys, Is.EqualTo(new[] { "url" }));

        static StepMetadata Told(TestRun run) => run.Events.OfType<ResourceOutputsEvent>().Single(outputs => Urn.Name(outputs.Step.Urn) == "group").Step;
        static StepOperation OperationOfOutputs(TestRun run) => Told(run).Operation;
    }

    [Test]
    public async Task Engine_K85_DefaultProviders_AreInternalAndDoNotCount()
    {
        var run = await Engine.UpAsync(A, new TestResource("explicit", "pulumi:providers:fake"));

        var steps = run.Events.OfType<ResourcePreEvent>().ToDictionary(step => Urn.Name(step.Step.Urn), step => step.Step.Internal);
        Assert.That(steps, Is.EquivalentTo(new Dictionary<string, bool> { ["proj-dev"] = false, ["default"] = true, ["a"] = false, ["explicit"] = false }));
        Assert.That(run.Changes, Is.EqualTo("create 3"));
    }

    [Test]
    public async Task Engine_K85_FailedRun_StillEndsWithSummaryAndCancel()
    {
        Fake.OnCreate = _ => throw FakeProvider.Error(Grpc.Core.StatusCode.Internal, "broken");

        var run = await Engine.UpAsync(A);

        Assert.That(run.Events.TakeLast(2).Select(Name), Is.EqualTo(new[] { "SummaryEvent", "CancelEvent" }));
        var summary = run.Events.OfType<SummaryEvent>().Single();
        Assert.That((summary.Result, summary.MaybeCorrupt), Is.EqualTo((UpdateOutcome.Failed, true)));
    }

    [Test]
    public async Task Engine_K85_FailedPreview_SendsOnlyTheDiagnostic()
    {
        Fake.OnCreate = _ => throw FakeProvider.Error(Grpc.Core.StatusCode.InvalidArgument, "no");

        var run = await Engine.PreviewAsync(A);

        Assert.That(run.Errors, Is.EqualTo(new[] { "Preview failed: no", "preview failed" }));
        Assert.That(run.Events.OfType<ResourceFailedEvent>(), Is.Empty);
    }

    [Test]
    public async Task Engine_K85_Json_HasTheDocumentedForm()
    {
        Engine.Configuration = EngineTest.Config(("proj:plain", "x"), ("proj:key", "s3cret")) with { SecretKeys = [new ConfigKey("proj", "key")] };
        await Engine.UpAsync(A.With("password", TestProgram.Secret("one")));
        var run = await Engine.UpAsync(A.With("size", 2).With("password", TestProgram.Secret("one")));

        var events = run.Events.Select(EngineEventJson.Write).ToList();
        JObject Body(string kind) => (JObject)events.First(json => json[kind] is not null)[kind]!;
        Assert.That(events.Select(json => json.Properties().Count()), Is.All.EqualTo(3));
        Assert.That(events[0].Properties().Select(member => member.Name), Is.EqualTo(new[] { "sequence", "timestamp", "preludeEvent" }));
        Assert.That(JToken.DeepEquals(Body("preludeEvent"), JObject.Parse("{\"config\":{\"proj:key\":\"[secret]\",\"proj:plain\":\"x\"}}")), Is.True);
        var update = (JObject)events.Single(json => (string?)json.SelectToken("resourcePreEvent.metadata.op") == "update")["resourcePreEvent"]!["metadata"]!;
        Assert.That(update.Properties().Select(member => member.Name), Is.EqualTo(new[] { "op", "urn", "type", "old", "new", "keys", "diffs", "detailedDiff", "logical", "provider" }));
        Assert.That(JToken.DeepEquals(update["detailedDiff"], JObject.Parse("{\"size\":{\"diffKind\":\"update\",\"inputDiff\":false}}")), Is.True);
        Assert.That((string?)update.SelectToken("new.inputs.password.ciphertext"), Is.EqualTo("[secret]"));
        Assert.That((bool?)update["logical"], Is.True);
        var summary = Body("summaryEvent");
        Assert.That(summary.Properties().Select(member => member.Name), Is.EqualTo(new[] { "maybeCorrupt", "durationSeconds", "resourceChanges", "PolicyPacks", "isPreview", "result" }));
        Assert.That(JToken.DeepEquals(summary["resourceChanges"], JObject.Parse("{\"same\":1,\"update\":1}")), Is.True);
        Assert.That((int?)summary["durationSeconds"], Is.GreaterThanOrEqualTo(1));
        Assert.That(JToken.DeepEquals(Body("cancelEvent"), new JObject()), Is.True);
    }

    [Test]
    public async Task Engine_K85_DiagnosticJson_HasPrefixAndSeverity()
    {
        var program = new TestProgram(A)
        {
            Then = async monitor =>
            {
                await Task.CompletedTask;
                return ProgramResult.Success;
            },
        };
        Fake.OnDiff = _ => throw FakeProvider.Error(Grpc.Core.StatusCode.InvalidArgument, "cannot compare");
        await Engine.UpAsync(A);

        var run = await Engine.UpAsync(program);

        var json = run.Events.OfType<DiagnosticEvent>().Select(EngineEventJson.Write).First()["diagnosticEvent"]!;
        Assert.That(JToken.DeepEquals(json, new JObject
        {
            ["urn"] = EngineTest.UrnOf("a"),
            ["prefix"] = "<{%fg 1%}>error: <{%reset%}>",
            ["message"] = "cannot compare",
            ["color"] = "never",
            ["severity"] = "error",
        }), Is.True, json.ToString());
    }

    [Test]
    public async Task Engine_K87_Warnings_DoNotChangeTheOutcome()
    {
        var program = new Logging(LogSeverity.Warning, LogSeverity.Info, LogSeverity.Debug, LogSeverity.Error);

        var run = await Engine.UpAsync(program);

        Assert.That(run.Succeeded, Is.True);
        Assert.That(run.Events.OfType<DiagnosticEvent>().Select(diagnostic => (diagnostic.Severity, diagnostic.Message, diagnostic.Urn, diagnostic.StreamId, diagnostic.Ephemeral)), Is.EqualTo(new[]
        {
            (DiagnosticSeverity.Warning, "said Warning", EngineTest.RootUrn, 7, true),
            (DiagnosticSeverity.Info, "said Info", EngineTest.RootUrn, 7, true),
            (DiagnosticSeverity.Debug, "said Debug", EngineTest.RootUrn, 7, true),
            (DiagnosticSeverity.Error, "said Error", EngineTest.RootUrn, 7, true),
        }));
    }

    [TestCase(">=3.0.0", true)]
    [TestCase(">=3.5.0 !3.7.7", true)]
    [TestCase("<3.4.0 || >3.8.0", true)]
    [TestCase("=3.205.0", true)]
    [TestCase(">=4.0.0", false)]
    [TestCase("!=3.205.0", false)]
    public void Engine_I75_RequiredVersion_IsCompared(string range, bool holds) =>
        Assert.That(Monitor.VersionRange.Contains(range, EngineVersion.Text), Is.EqualTo(holds));

    private static string Name(EngineEvent engineEvent) => engineEvent switch
    {
        ResourcePreEvent step => $"ResourcePreEvent {Urn.Name(step.Step.Urn)}",
        ResourceOutputsEvent step => $"ResourceOutputsEvent {Urn.Name(step.Step.Urn)}",
        _ => engineEvent.GetType().Name,
    };

    private sealed class Logging(params LogSeverity[] severities) : IProgram
    {
        public async Task<ProgramResult> RunAsync(ProgramRun run, CancellationToken cancellation)
        {
            using var channel = Grpc.Net.Client.GrpcChannel.ForAddress($"http://{run.EngineAddress}");
            var engine = new CloudUpdate.Protocol.Rpc.Engine.EngineClient(channel);
            foreach (var severity in severities)
            {
                await engine.LogAsync(
                    new LogRequest { Severity = severity, Message = $"said {severity}", Urn = EngineTest.RootUrn, StreamId = 7, Ephemeral = true }, cancellationToken: cancellation);
            }

            return ProgramResult.Success;
        }
    }
}
