using Newtonsoft.Json.Linq;
using Pulumi.Cli.Hosting;

namespace Pulumi.Cli.Tests.Operations;

public sealed class MachineOutputTests
{
    private const string Secret = "hunter2";
    private CloudSandbox _sandbox = null!;

    [SetUp]
    public async Task CreateSandbox() => _sandbox = await CloudSandbox.CreateAsync();

    [TearDown]
    public async Task RemoveSandbox() => await _sandbox.DisposeAsync();

    [Test]
    public async Task PreviewJson_Success_IsOneDocumentAndNothingElse()
    {
        _sandbox.Declare("""{"things":[{"name":"a","size":1,"say":"adopts a"}],"print":"a line"}""");

        var document = JObject.Parse(await _sandbox.Cli.SucceedAsync("preview", "--json"));

        Assert.Multiple(() =>
        {
            Assert.That(document.Properties().Select(member => member.Name), Is.EqualTo(new[] { "config", "steps", "diagnostics", "duration", "changeSummary" }));
            Assert.That(document["steps"]!.Select(step => (string?)step["op"]), Is.EqualTo(new[] { "create", "create" }));
            Assert.That((int?)document["changeSummary"]!["create"], Is.EqualTo(2));
            Assert.That(document["diagnostics"]!.Select(diagnostic => (string?)diagnostic["message"]), Has.Some.EqualTo("adopts a"));
        });
    }

    [Test]
    public async Task PreviewJson_Failure_IsStillOneDocument()
    {
        _sandbox.Declare("""{"things":[{"name":"a","fail":"check"}]}""");

        var result = await _sandbox.Cli.RunAsync("preview", "--json");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(JObject.Parse(result.Output)["diagnostics"]!.Select(diagnostic => (string?)diagnostic["severity"]), Has.Some.EqualTo("error"));
        });
    }

    [Test]
    public async Task UpJson_IsOneEventALine()
    {
        _sandbox.Declare("""{"things":[{"name":"a"}]}""");

        var output = await _sandbox.Cli.SucceedAsync("up", "--yes", "--skip-preview", "--json");

        var kinds = output.TrimEnd().Split('\n').Select(line => EventLogFile.Kind(JObject.Parse(line))).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(kinds[0], Is.EqualTo("preludeEvent"));
            Assert.That(kinds[^2..], Is.EqualTo(new[] { "summaryEvent", "cancelEvent" }));
        });
    }

    [Test]
    public async Task EventLog_UpWithPreview_IsCompleteAndNumberedThrough()
    {
        _sandbox.Declare("""{"groups":["g"],"things":[{"name":"a","size":1},{"name":"b","group":"g"}]}""");
        var log = Path.Combine(_sandbox.Cli.Root, "events.log");

        await _sandbox.Cli.SucceedAsync("up", "--yes", "--event-log", log);

        var events = EventLogFile.Read(log);
        var kinds = events.Select(EventLogFile.Kind).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(events.Select(entry => (int?)entry["sequence"]), Is.EqualTo(Enumerable.Range(0, events.Count)));
            Assert.That(kinds.Count(kind => kind == "preludeEvent"), Is.EqualTo(2));
            Assert.That(kinds.Count(kind => kind == "summaryEvent"), Is.EqualTo(2));
            Assert.That(kinds[^1], Is.EqualTo("cancelEvent"));
            Assert.That(events.Where(entry => entry["summaryEvent"] is not null).Select(entry => (bool?)entry["summaryEvent"]!["isPreview"]), Is.EqualTo(new bool?[] { true, false }));
            Assert.That(ThingSteps(events, "resourcePreEvent"), Has.Count.EqualTo(4).And.EquivalentTo(ThingSteps(events, "resOutputsEvent")), "every step that begins ends");
        });
    }

    [Test]
    public async Task EventLog_Failure_HasTheFailedStepAndEndsLikeAnyOther()
    {
        _sandbox.Declare("""{"things":[{"name":"a","fail":"create"}]}""");
        var log = Path.Combine(_sandbox.Cli.Root, "events.log");

        Assert.That((await _sandbox.Cli.RunAsync("up", "--yes", "--skip-preview", "--event-log", log)).ExitCode, Is.EqualTo(ExitCode.General));

        var events = EventLogFile.Read(log);
        Assert.Multiple(() =>
        {
            Assert.That(Steps(events, "resOpFailedEvent"), Is.EqualTo(new[] { $"create {CloudSandbox.UrnOf("a")}" }));
            Assert.That((string?)events.Single(entry => entry["summaryEvent"] is not null)["summaryEvent"]!["result"], Is.EqualTo("failed"));
            Assert.That(EventLogFile.Kind(events[^1]), Is.EqualTo("cancelEvent"));
        });
    }

    [Test]
    public async Task EventLog_Stream_GetsTheSameEvents()
    {
        _sandbox.Declare("""{"things":[{"name":"a"}]}""");
        await using var listener = await EventListener.StartAsync();

        await _sandbox.UpAsync("--event-log", $"tcp://localhost:{listener.Port}");

        var kinds = listener.Received.Select(text => EventLogFile.Kind(JObject.Parse(text))).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(kinds[0], Is.EqualTo("preludeEvent"));
            Assert.That(kinds[^1], Is.EqualTo("cancelEvent"));
            Assert.That(listener.IsClosed);
        });
    }

    [Test]
    public async Task EventLog_NobodyListens_IsAnErrorBeforeAnythingRuns()
    {
        _sandbox.Declare("""{"things":[{"name":"a"}]}""");

        var result = await _sandbox.Cli.RunAsync("up", "--yes", "--skip-preview", "--event-log", "tcp://localhost:9");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Error, Does.Contain("tcp://localhost:9"));
            Assert.That(_sandbox.Cloud, Is.Empty);
        });
    }

    [Test]
    public async Task Secrets_InInputsConfigurationAndOutputs_AppearNowhere()
    {
        await _sandbox.Cli.SucceedAsync("config", "set", "token", $"{Secret}-token", "--secret");
        var log = Path.Combine(_sandbox.Cli.Root, "events.log");
        var markdown = Path.Combine(_sandbox.Cli.Root, "summary.md");
        var texts = new List<string>();
        foreach (var password in new[] { Secret, $"{Secret}-changed" })
        {
            _sandbox.Declare($$"""{"things":[{"name":"a","password":"{{password}}"}],"tokenOutput":"token"}""");
            texts.Add(await _sandbox.Cli.SucceedAsync("preview", "--json", "--show-sames"));
            texts.Add(await _sandbox.Cli.SucceedAsync("preview", "--diff", "--show-config"));
            texts.Add(await _sandbox.Cli.SucceedAsync("up", "--yes", "--event-log", log, "--markdown", markdown, "--show-sames"));
        }

        texts.AddRange(
        [
            await File.ReadAllTextAsync(log), await File.ReadAllTextAsync(markdown),
            await _sandbox.Cli.SucceedAsync("stack"), await _sandbox.Cli.SucceedAsync("stack", "output", "--json"), await _sandbox.Cli.SucceedAsync("stack", "export"),
            await _sandbox.Cli.SucceedAsync("stack", "history", "--json"), await _sandbox.Cli.SucceedAsync("config", "--json"),
        ]);
        texts.AddRange(Directory.EnumerateFiles(Path.Combine(_sandbox.Cli.Root, "state"), "*", SearchOption.AllDirectories).Select(File.ReadAllText));
        texts.AddRange(Directory.EnumerateFiles(_sandbox.Cli.Project, "Pulumi.*").Select(File.ReadAllText));

        Assert.Multiple(() =>
        {
            Assert.That(texts, Has.None.Contains(Secret));
            Assert.That(texts[1], Does.Contain("[secret]"));
            Assert.That(texts[4], Does.Contain("password: [secret] => [secret]"));
        });
        Assert.That(await _sandbox.Cli.SucceedAsync("preview", "--diff", "--show-sames", "--show-secrets"), Does.Contain($"token: \"{Secret}-token\""));
    }

    [Test]
    public async Task Config_OnTheCommandLine_ReachesTheProgramAndIsKept()
    {
        _sandbox.Declare("""{"tokenOutput":"token"}""");

        await _sandbox.UpAsync("--config", "token=from-the-command-line", "--message", "with a message", "--parallel", "1", "--exec-kind", "auto.local");

        Assert.That(await _sandbox.Cli.SucceedAsync("config", "get", "token"), Is.EqualTo("from-the-command-line\n"));
        Assert.That(await _sandbox.Cli.SucceedAsync("stack", "output", "token", "--show-secrets"), Is.EqualTo("from-the-command-line\n"));
        var entry = JArray.Parse(await _sandbox.Cli.SucceedAsync("stack", "history", "--json"))[0];
        Assert.Multiple(() =>
        {
            Assert.That((string?)entry["message"], Is.EqualTo("with a message"));
            Assert.That((string?)entry["environment"]!["exec.kind"], Is.EqualTo("auto.local"));
            Assert.That((string?)entry["config"]!["proj:token"]!["value"], Is.EqualTo("from-the-command-line"));
            Assert.That((string?)entry["kind"], Is.EqualTo("update"));
        });
    }

    [Test]
    public async Task Markdown_OfAPreview_NamesResourcesChangesAndReasons()
    {
        await _sandbox.Cli.SucceedAsync("stack", "init", "other", "--no-select");
        _sandbox.Declare("""{"things":[{"name":"a","kind":"x"}]}""");
        await _sandbox.UpAsync();
        _sandbox.Declare("""{"things":[{"name":"a","kind":"y"}]}""");
        var file = Path.Combine(_sandbox.Cli.Project, "summary.md");

        await _sandbox.Cli.SucceedAsync("preview", "--markdown", "summary.md");

        Assert.That(await File.ReadAllTextAsync(file), Does.StartWith("### Preview of stack `dev`: changes planned\n").And.Contains("| replace | ~kind; forced by kind |"));
    }

    // Components end once more when their outputs are registered.
    private static List<string> ThingSteps(IEnumerable<JObject> events, string kind) =>
        [.. Steps(events, kind).Where(step => step.Contains(CloudSandbox.Thing, StringComparison.Ordinal))];

    private static List<string> Steps(IEnumerable<JObject> events, string kind) =>
        [.. events.Select(entry => entry[kind]?["metadata"]).OfType<JObject>().Select(metadata => $"{metadata["op"]} {metadata["urn"]}")];
}
