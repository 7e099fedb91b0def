using Pulumi.Automation.EndToEnd.Tests.Support;
using Pulumi.Automation.Events;
using Pulumi.TestProgram;

namespace Pulumi.Automation.EndToEnd.Tests;

internal sealed class EventTests : SandboxTest
{
    [Test, CancelAfter(Limit)]
    public async Task Events_OfEachOperation_AreCompleteAndInOrder(CancellationToken cancellation)
    {
        using var stack = await OpenAsync(cancellation);

        List<EngineEvent> preview = [], up = [], refresh = [], destroy = [];
        await stack.PreviewAsync(new PreviewOptions { OnEvent = preview.Add }, cancellation);
        await stack.UpAsync(new UpOptions { OnEvent = up.Add }, cancellation);
        await stack.RefreshAsync(new RefreshOptions { OnEvent = refresh.Add }, cancellation);
        await stack.DestroyAsync(new DestroyOptions { OnEvent = destroy.Add }, cancellation);

        Assert.Multiple(() =>
        {
            foreach (var events in new[] { preview, up, refresh, destroy })
            {
                Assert.That(events.Select(entry => entry.Sequence), Is.EqualTo(Enumerable.Range(0, events.Count)));
                Assert.That(events[0].PreludeEvent, Is.Not.Null);
                Assert.That(events[^2].SummaryEvent, Is.Not.Null);
                Assert.That(events[^1].CancelEvent, Is.Not.Null);
                Assert.That(events.All(entry => entry.Timestamp > 0), Is.True);
            }

            Assert.That(Steps(preview), Is.EqualTo(new[] { "Create proj-dev", "Create a", "Create b" }));
            Assert.That(preview.Select(entry => entry.ResourcePreEvent).OfType<ResourcePreEvent>().All(entry => entry.Planning == true), Is.True);
            Assert.That(Steps(up), Is.EqualTo(new[] { "Create proj-dev", "Create a", "Create b" }));
            Assert.That(Ends(up), Does.Contain("Create a").And.Contains("Create b"));
            Assert.That(Ends(refresh), Is.SupersetOf(new[] { "Same a", "Same b" }));
            Assert.That(Steps(destroy), Is.EqualTo(new[] { "Delete b", "Delete a", "Delete proj-dev" }));
            Assert.That(up[^2].SummaryEvent!.ResourceChanges[OperationType.Create], Is.EqualTo(3));
            Assert.That(destroy[^2].SummaryEvent!.ResourceChanges[OperationType.Delete], Is.EqualTo(3));
        });
    }

    [Test, CancelAfter(Limit)]
    public async Task Events_OfAFailure_SayWhichResourceAndWhy(CancellationToken cancellation)
    {
        using var stack = await LocalWorkspace.CreateStackAsync(
            Sandbox.Inline("dev", PulumiFn.Create(() => { _ = new Thing("a", new ThingArgs { Fail = "create" }); })), cancellation);
        List<EngineEvent> events = [];

        await Assert.ThatAsync(() => stack.UpAsync(new UpOptions { OnEvent = events.Add }, cancellation), Throws.Exception);

        var diagnostic = events.Select(entry => entry.DiagnosticEvent).OfType<DiagnosticEvent>().First(entry => entry.Severity == "error");
        Assert.Multiple(() =>
        {
            Assert.That(diagnostic.Message, Does.Contain("the test cloud refuses this create"));
            Assert.That(diagnostic.Urn, Does.EndWith("::a"));
            Assert.That(events.Single(entry => entry.ResourceOperationFailedEvent is not null).ResourceOperationFailedEvent!.Metadata.Urn, Does.EndWith("::a"));
            Assert.That(events[^1].CancelEvent, Is.Not.Null);
        });
    }

    [Test, CancelAfter(Limit)]
    public async Task Output_GoesToTheCallbacksLineByLine_AndHoldsNoSecret(CancellationToken cancellation)
    {
        using var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(() =>
        {
            _ = new Thing("a", new ThingArgs { Password = new Config().RequireSecret("token") });
        })), cancellation);
        await stack.SetConfigAsync("token", new ConfigValue("hunter2", isSecret: true), cancellation);
        List<EngineEvent> events = [];
        List<string> output = [], error = [];

        var up = await stack.UpAsync(
            new UpOptions { OnEvent = events.Add, OnStandardOutput = output.Add, OnStandardError = error.Add, Diff = true, LogFlow = true }, cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(output, Is.EqualTo(Lines(up.StandardOutput)));
            Assert.That(output, Has.Some.Contains("Updating (dev)"));
            Assert.That(error, Is.EqualTo(Lines(up.StandardError)));
            Assert.That(error, Has.Some.Contains("--logflow"));
            Assert.That(up.StandardOutput, Does.Contain("[secret]").And.Not.Contain("hunter2"));
            Assert.That(Newtonsoft.Json.JsonConvert.SerializeObject(events), Does.Contain("[secret]").And.Not.Contain("hunter2"));
        });
    }

    private Task<WorkspaceStack> OpenAsync(CancellationToken cancellation) => LocalWorkspace.CreateStackAsync(
        Sandbox.Inline("dev", PulumiFn.Create(() =>
        {
            var first = new Thing("a", new ThingArgs());
            _ = new Thing("b", new ThingArgs(), new CustomResourceOptions { DependsOn = first });
        })), cancellation);

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").Split('\n')[..^1];

    private static List<string> Steps(IEnumerable<EngineEvent> events) => Of(events.Select(entry => entry.ResourcePreEvent?.Metadata));

    private static List<string> Ends(IEnumerable<EngineEvent> events) => Of(events.Select(entry => entry.ResourceOutputsEvent?.Metadata));

    // Providers are the engine's own.
    private static List<string> Of(IEnumerable<StepEventMetadata?> steps) =>
    [
        .. steps.OfType<StepEventMetadata>()
            .Where(step => !step.Type.StartsWith("pulumi:providers:", StringComparison.Ordinal))
            .Select(step => $"{step.Op} {step.Urn.Split("::")[^1]}"),
    ];
}
