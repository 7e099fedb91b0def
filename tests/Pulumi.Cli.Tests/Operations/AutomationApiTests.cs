using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Tests.Support;

namespace Pulumi.Cli.Tests.Operations;

/// <summary>The command lines that the published Pulumi.Automation sends, word by word: each is carried out, or refused with a sentence.</summary>
public sealed partial class AutomationApiTests
{
    private CloudSandbox _sandbox = null!;

    [SetUp]
    public async Task CreateSandbox() => _sandbox = await CloudSandbox.CreateAsync();

    [TearDown]
    public async Task RemoveSandbox() => await _sandbox.DisposeAsync();

    [Test]
    public async Task Configuration_EveryLine_IsCarriedOut()
    {
        await SucceedAsync("config", "set", "plain", "--plaintext", "--stack", "dev", "--non-interactive", "--", "--odd value");
        await SucceedAsync("config", "set", "--path", "outer.list[0]", "--secret", "--stack", "dev", "--non-interactive", "--", "deep");
        await SucceedAsync("config", "set-all", "--stack", "dev", "--plaintext", "a=b=c", "--secret", "token=hunter2", "--plaintext", "cloud:region=north");
        await SucceedAsync("config", "set-all", "--stack", "dev", "--path", "--plaintext", "outer.map.x=1");
        await SucceedAsync("config", "set", "gone", "--plaintext", "--stack", "dev", "--non-interactive", "--", string.Empty);
        await SucceedAsync("config", "rm", "gone", "--stack", "dev");
        await SucceedAsync("config", "rm-all", "--stack", "dev", "--path", "outer.map", "neverThere");

        var all = JObject.Parse(await SucceedAsync("config", "--show-secrets", "--json", "--stack", "dev"));
        Assert.Multiple(() =>
        {
            Assert.That(all.Properties().Select(entry => entry.Name), Is.EquivalentTo(new[] { "cloud:region", "proj:a", "proj:outer", "proj:plain", "proj:token" }));
            Assert.That((string?)all["proj:plain"]!["value"], Is.EqualTo("--odd value"));
            Assert.That((string?)all["proj:a"]!["value"], Is.EqualTo("b=c"));
            Assert.That((string?)all["proj:outer"]!["value"], Is.EqualTo("""{"list":["deep"]}"""));
            Assert.That((bool?)all["proj:token"]!["secret"], Is.True);
        });
        var one = JObject.Parse(await SucceedAsync("config", "get", "--path", "outer.list[0]", "--json", "--stack", "dev"));
        Assert.That(one.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""{"value":"deep","secret":true}"""));
    }

    [Test]
    public async Task ConfigRefresh_TakesOverTheConfigurationOfTheLatestOperation()
    {
        Assert.That((await _sandbox.Cli.RunAsync("config", "refresh", "--force", "--stack", "dev")).Error, Is.EqualTo("error: no previous deployment\n"));
        await SucceedAsync("config", "set-all", "--stack", "dev", "--plaintext", "size=1", "--secret", "token=hunter2");
        await _sandbox.UpAsync();
        await SucceedAsync("config", "set-all", "--stack", "dev", "--plaintext", "size=2", "--plaintext", "token=plain", "--plaintext", "added=x");

        await SucceedAsync("config", "refresh", "--stack", "dev");
        await SucceedAsync("config", "set", "size", "--plaintext", "--stack", "dev", "--non-interactive", "--", "3");
        await SucceedAsync("config", "refresh", "--force", "--stack", "dev");

        var all = JObject.Parse(await SucceedAsync("config", "--show-secrets", "--json", "--stack", "dev"));
        Assert.That(
            all.ToString(Newtonsoft.Json.Formatting.None),
            Is.EqualTo("""{"proj:size":{"value":"1","secret":false},"proj:token":{"value":"hunter2","secret":true}}"""));
        Assert.That(
            Directory.GetFiles(_sandbox.Cli.Project, "Pulumi.dev.yaml.bak*").Select(Path.GetFileName), Is.EqualTo(new[] { "Pulumi.dev.yaml.bak" }));
    }

    [Test]
    public async Task Stacks_EveryLine_IsCarriedOut()
    {
        await SucceedAsync("stack", "init", "organization/proj/other", "--secrets-provider", "passphrase");
        await SucceedAsync("stack", "init", "third", "--no-select");
        await SucceedAsync("stack", "select", "--stack", "dev");
        _sandbox.Declare("""{"things":[{"name":"a"}],"outputs":{"url":"http://x"}}""");
        await _sandbox.UpAsync();

        var stacks = JArray.Parse(await SucceedAsync("stack", "ls", "--json"));
        var outputs = await SucceedAsync("stack", "output", "--json", "--show-secrets", "--stack", "dev");
        var history = await SucceedAsync("stack", "history", "--json", "--show-secrets", "--page-size", "1", "--page", "1", "--stack", "dev");
        var exported = await SucceedAsync("stack", "export", "--stack", "dev", "--show-secrets");
        var file = Path.Combine(_sandbox.Cli.Root, "state.json");
        await File.WriteAllTextAsync(file, exported);
        await SucceedAsync("stack", "import", "--file", file, "--stack", "dev");
        await SucceedAsync("cancel", "--yes", "--stack", "dev");
        await SucceedAsync("stack", "rm", "--yes", "other");

        Assert.Multiple(() =>
        {
            Assert.That(stacks.Select(stack => $"{stack["name"]} {stack["current"]}"), Is.EquivalentTo(new[] { "dev True", "other False", "third False" }));
            Assert.That((string?)JObject.Parse(outputs)["url"], Is.EqualTo("http://x"));
            Assert.That((string?)JArray.Parse(history).Single()["kind"], Is.EqualTo("update"));
            Assert.That((string?)JArray.Parse(history).Single()["result"], Is.EqualTo("succeeded"));
            Assert.That(history, Does.Match("""
                "startTime": "\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z"
                """));
            Assert.That((int?)JObject.Parse(exported)["version"], Is.EqualTo(3));
        });
    }

    [Test]
    public async Task Operations_WithTheOptionsThatAreKnown_AreCarriedOutAndLogged()
    {
        _sandbox.Declare("""{"things":[{"name":"a","size":1},{"name":"b","after":"a"}]}""");
        string[] common =
        [
            "--parallel", "2", "--message", "why", "--target", "**", "--color", "never", "--logflow", "--verbose", "3", "--logtostderr",
            "--tracing", "file:/trace", "--debug", "--config-file", _sandbox.Cli.StackFile("dev"), "--profiling", "profile",
        ];
        string[] program = ["--show-reads=true", "--diff", "--replace", CloudSandbox.UrnOf("a"), "--target-dependents", "--refresh"];
        string[] tail = ["--exec-kind", "auto.local", "--stack", "dev"];

        await LoggedAsync(["preview", .. program, .. common, .. tail]);
        await LoggedAsync(["up", "--yes", "--skip-preview", .. program, .. common, .. tail]);
        await LoggedAsync(["up", "--yes", "--skip-preview", "--expect-no-changes", .. tail]);
        await LoggedAsync(["refresh", "--yes", .. tail]);
        await LoggedAsync(["refresh", "--yes", "--skip-preview", "--expect-no-changes", "--skip-pending-creates", "--run-program=false", .. common, .. tail]);
        await LoggedAsync(["refresh", "--yes", "--preview-only", "--clear-pending-creates", .. tail]);
        await LoggedAsync(["destroy", "--preview-only", .. tail]);
        Assert.That(_sandbox.Cloud.Count, Is.EqualTo(2));
        await LoggedAsync(["destroy", "--yes", "--skip-preview", "--target-dependents", "--refresh", "--run-program=false", .. common, .. tail]);

        Assert.That(_sandbox.Cloud, Is.Empty);
        var history = JArray.Parse(await SucceedAsync("stack", "history", "--json", "--stack", "dev"));
        Assert.That(history.Select(entry => (string?)entry["kind"]), Is.EqualTo(new[] { "destroy", "refresh", "refresh", "update", "update" }));
        Assert.That((string?)history[0]["message"], Is.EqualTo("why"));
    }

    [Test]
    public async Task Import_WithoutCodeForIt_IsCarriedOut()
    {
        _sandbox.Cloud = JObject.Parse("""{"thing-a-plain":{"size":1}}""");
        var file = Path.Combine(_sandbox.Cli.Root, "import.json");
        await File.WriteAllTextAsync(file, $$"""{"resources":[{"type":"{{CloudSandbox.Thing}}","name":"a","id":"thing-a-plain"}]}""");

        await SucceedAsync("import", "--yes", "--skip-preview", "--file", file, "--protect=false", "--generate-code=false", "--stack", "dev");

        Assert.That(await SucceedAsync("stack", "export", "--stack", "dev", "--show-secrets"), Does.Contain("thing-a-plain").And.Not.Contain("\"protect\""));
        Assert.That((string?)JArray.Parse(await SucceedAsync("stack", "history", "--json", "--stack", "dev"))[0]["kind"], Is.EqualTo("resource-import"));
    }

    [TestCase("up --yes --skip-preview --plan plan.json --exec-kind auto.local --stack dev")]
    [TestCase("up --yes --skip-preview --exclude-dependents --exec-kind auto.local --stack dev")]
    [TestCase("up --yes --skip-preview --continue-on-error --exec-kind auto.local --stack dev")]
    [TestCase("up --yes --skip-preview --exclude urn:pulumi:x --exec-kind auto.local --stack dev")]
    [TestCase("up --yes --skip-preview --policy-pack pack --policy-pack-configs file --exec-kind auto.local --stack dev")]
    [TestCase("preview --save-plan plan.json --exec-kind auto.local --stack dev")]
    [TestCase("refresh --yes --skip-preview --import-pending-creates urn:pulumi:x --import-pending-creates id --exec-kind auto.local --stack dev")]
    [TestCase("refresh --yes --skip-preview --run-program=true --exec-kind auto.local --stack dev")]
    [TestCase("destroy --yes --skip-preview --run-program=true --exec-kind auto.local --stack dev")]
    [TestCase("import --yes --skip-preview --file import.json --out generated.cs --stack dev")]
    [TestCase("import --yes --skip-preview --from terraform --out generated.cs --stack dev -- ./state")]
    [TestCase("stack tag get key --stack dev")]
    [TestCase("stack tag set key value --stack dev")]
    [TestCase("stack tag rm key --stack dev")]
    [TestCase("stack tag ls --json --stack dev")]
    [TestCase("stack change-secrets-provider --stack dev passphrase")]
    [TestCase("config env add --stack dev --yes environment")]
    [TestCase("config env rm environment --stack dev --yes")]
    [TestCase("state delete urn:pulumi:x --stack dev --force --yes")]
    [TestCase("state unprotect --all --stack dev --yes")]
    [TestCase("plugin install resource aws v6.0.0 --exact --server https://example.com")]
    [TestCase("plugin rm resource aws >1.0 --yes")]
    [TestCase("plugin ls --json")]
    [TestCase("install --no-plugins --no-dependencies --reinstall")]
    [TestCase("new aws-csharp --yes")]
    [TestCase("org get-default")]
    [TestCase("org search --query type:x")]
    public async Task LeftOut_IsRefusedWithASentence_AndNothingIsDone(string line)
    {
        _sandbox.Declare("""{"things":[{"name":"a"}]}""");

        var result = await _sandbox.Cli.RunAsync(Complete(line.Split(' ')));

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(result.Error, Does.StartWith("error: `").And.Contain("is part of the Pulumi CLI and not of this embedded command"));
            Assert.That(_sandbox.Cloud, Is.Empty);
        });
    }

    [Test]
    public async Task Failures_ThatItTellsApart_AreWordedAsItExpects()
    {
        var missing = await RunAsync("stack", "select", "--stack", "nowhere");
        var taken = await RunAsync("stack", "init", "dev");
        var locks = Directory.CreateDirectory(Path.Combine(_sandbox.Cli.Root, "state/.pulumi/locks/organization/proj/dev")).FullName;
        await File.WriteAllTextAsync(Path.Combine(locks, "x.json"), """{"pid":7,"username":"eve","hostname":"far","timestamp":"2026-08-01T11:00:00Z"}""");
        var locked = await RunAsync("up", "--yes", "--skip-preview", "--exec-kind", "auto.local", "--stack", "dev");

        Assert.Multiple(() =>
        {
            Assert.That(NoStack().IsMatch(missing.Error), missing.Error);
            Assert.That(StackExists().IsMatch(taken.Error), taken.Error);
            Assert.That(locked.Error, Does.Contain("the stack is currently locked by"));
            Assert.That(new[] { missing, taken, locked }.Select(result => result.ExitCode), Has.None.Zero);
        });
    }

    // Every line gets the flag, in front of what is no option any more, even a line that has it.
    private static string[] Complete(string[] line)
    {
        var end = Array.IndexOf(line, "--") is >= 0 and var separator ? separator : line.Length;
        return [.. line[..end], "--non-interactive", .. line[end..]];
    }

    private Task<CliResult> RunAsync(params string[] line) => _sandbox.Cli.RunAsync(Complete(line));

    private Task<string> SucceedAsync(params string[] line) => _sandbox.Cli.SucceedAsync(Complete(line));

    private async Task LoggedAsync(string[] line)
    {
        var log = Path.Combine(_sandbox.Cli.Root, $"{Path.GetRandomFileName()}.log");
        await File.WriteAllTextAsync(log, string.Empty);

        await _sandbox.Cli.SucceedAsync([.. Complete(line), "--event-log", log]);

        var kinds = EventLogFile.Read(log).Select(EventLogFile.Kind).ToList();
        Assert.That(kinds[^2..], Is.EqualTo(new[] { "summaryEvent", "cancelEvent" }), string.Join(' ', line));
    }

    [GeneratedRegex("no stack named.*found")]
    private static partial Regex NoStack();

    [GeneratedRegex("stack.*already exists")]
    private static partial Regex StackExists();
}
