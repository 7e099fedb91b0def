using CloudUpdate.Emulator;
using CloudUpdate.EndToEnd.Tests.Processes;
using CloudUpdate.TestKit;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.EndToEnd.Tests.Examples;

/// <summary>Each example with the commands of its README: preview, up, up without changes and destroy, over real processes.</summary>
internal sealed class ExampleLifeCycleTests
{
    private readonly List<string> _outputs = [];
    private EmulatorServer _emulator = null!;
    private CommandWorkspace _workspace = null!;
    private Expectation _expectation = null!;
    private Dictionary<string, JObject> _before = null!;

    public static IEnumerable<TestCaseData> Projects() => ExampleProject.All.Select(project => new TestCaseData(project).SetArgDisplayNames(project.Name));

    [TearDown]
    public async Task StopAsync()
    {
        _workspace?.Dispose();
        if (_emulator is not null)
        {
            await _emulator.DisposeAsync();
        }
    }

    [TestCaseSource(nameof(Projects))]
    public Task Example_WithTheCommandsOfItsReadme_DoesWhatItSays_AndLeavesTheCloudsAsExpected(ExampleProject project) => RunAsync(project, isBuilt: true);

    [Test, LongTest]
    public Task Example_BuiltByTheCommandItself_DoesTheSame() => RunAsync(new ExampleProject("Fleet"), isBuilt: false);

    private async Task RunAsync(ExampleProject project, bool isBuilt)
    {
        _expectation = Expectations.All[project.Name];
        _emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Settings = EmulatorSettings.Immediate });
        _workspace = CommandWorkspace.OfExample(project.Name, _emulator.Address, isBuilt);
        _before = Objects();
        var settings = _workspace.ReadSettings();
        var steps = new List<string>();

        foreach (var command in project.EmulatorCommands)
        {
            steps.Add(string.Join(' ', command));
            var writes = Writes();
            _outputs.Add((await _workspace.SucceedAsync(WithoutQuestions(command))).All);
            Verify(steps[^1], Writes() - writes);
        }

        Assert.That(steps, Is.SupersetOf(new[] { "stack init dev", "preview --diff", "up", "up --expect-no-changes", "destroy", "stack rm dev --preserve-config" }));
        Assert.That(_workspace.ReadSettings(), Is.EqualTo(settings), "the settings that are in the repository must stay as they are");
        VerifySecrets(string.Concat(_outputs));
    }

    // Nobody is there to answer, and each preview has been looked at by itself.
    private static string[] WithoutQuestions(string[] command) => command switch
    {
        ["up" or "destroy" or "import", ..] => [.. command, "--yes", "--skip-preview"],
        ["stack", "rm", ..] => [.. command, "--yes"],
        _ => command,
    };

    private void Verify(string step, int writes)
    {
        switch (step)
        {
            case "up":
                VerifyDeployed();
                VerifyOutputs();
                break;
            case "destroy":
                VerifyDestroyed();
                break;
            default:
                Assert.That(writes, Is.Zero, $"'{step}' must not write");
                break;
        }
    }

    private void VerifyDeployed()
    {
        var now = Objects();
        Assert.That(now.Keys.Except(_before.Keys).Select(KindOf), Is.EquivalentTo(_expectation.Created), "the objects that were created");
        foreach (var change in _expectation.Changed)
        {
            Assert.That(Member(now, change), Is.EqualTo(change.Deployed).Using<JToken>(JToken.DeepEquals), change.Member);
        }

        VerifySecrets(_workspace.ReadState());
    }

    private void VerifyOutputs()
    {
        var outputs = JObject.Parse(_workspace.ReadState()).SelectToken("$..resources[?(@.type == 'pulumi:pulumi:Stack')].outputs")!;
        foreach (var expected in JObject.Parse(_expectation.Outputs).Properties())
        {
            var value = outputs[expected.Name];
            Assert.That(value is JObject secret && secret.ContainsKey("ciphertext") ? "[secret]" : value, Is.EqualTo(expected.Value).Using<JToken>(JToken.DeepEquals), expected.Name);
        }
    }

    private void VerifySecrets(string text) =>
        Assert.That(_expectation.Secrets.Where(secret => text.Contains(secret, StringComparison.Ordinal)), Is.Empty);

    private void VerifyDestroyed()
    {
        var now = Objects();
        Assert.That(now.Keys, Is.EquivalentTo(_before.Keys), "what was created goes, what was adopted stays");
        foreach (var change in _expectation.Changed)
        {
            Assert.That(Member(now, change), Is.EqualTo(change.Destroyed ?? Member(_before, change)).Using<JToken>(JToken.DeepEquals), change.Member);
        }
    }

    private Dictionary<string, JObject> Objects() => _emulator.Objects.List()
        .Where(entry => entry.Kind != ObjectKinds.AtlasToken)
        .ToDictionary(entry => $"{entry.Kind} {entry.Key}", entry => entry.Data);

    private static string KindOf(string name) => name.Split(' ')[0];

    private static JToken? Member(Dictionary<string, JObject> objects, ChangedMember change) =>
        objects[$"{change.Kind} {change.Key}"].SelectToken(change.Member);

    private int Writes() => _emulator.Journal.Writes.Count(entry => !entry.Operation.EndsWith("Token", StringComparison.Ordinal));
}
