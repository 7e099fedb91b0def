using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Config;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Programs;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Tests.Framework;

/// <summary>A stack in a folder of its own, fake providers, and operations on them.</summary>
internal sealed class EngineTest : IDisposable
{
    public const string Project = "proj";
    public const string StackName = "dev";

    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly EngineEnvironment SharedEnvironment = new()
    {
        WorkingDirectory = Path.GetTempPath(),
        Variables = ImmutableDictionary<string, string>.Empty.Add("PULUMI_CONFIG_PASSPHRASE", "correct horse"),
    };

    // Deriving a key takes a good part of a second, so the tests share one passphrase and one salt.
    private static readonly PassphraseSource SharedPassphrase = new(SharedEnvironment);
    private static readonly Lazy<PassphraseSecretsManager> SharedSecrets = new(() => PassphraseSecretsManager.Create(SharedPassphrase, Entropy.System));

    private readonly string _folder = Directory.CreateTempSubdirectory("pulumi-engine-test-").FullName;

    public EngineTest()
    {
        Environment = SharedEnvironment with { WorkingDirectory = _folder, Owner = new LockOwner(4711, "ada", "analytical") };
        Backend = FileBackend.Open($"file://{_folder}", Environment);
        Backend.CreateStack(Stack);
        Fake = Add("fake");
    }

    public string Folder => _folder;

    public EngineEnvironment Environment { get; set; }

    public FileBackend Backend { get; }

    public StackReference Stack { get; } = new(Project, StackName);

    public FakeLauncher Launcher { get; } = new();

    /// <summary>The provider of package <c>fake</c>.</summary>
    public FakeProvider Fake { get; }

    public static PassphraseSource Passphrase => SharedPassphrase;

    public static SecretsManager Secrets => SharedSecrets.Value;

    public StackConfiguration Configuration { get; set; } = StackConfiguration.Empty;

    public string StatePath => Path.Combine(_folder, ".pulumi", "stacks", Project, $"{StackName}.json");

    public static string RootUrn => Urn.RootStack(StackName, Project);

    public static string UrnOf(string name, string type = "fake:index:Thing") => Urn.Create(StackName, Project, null, type, name);

    /// <summary>A bag of plain values.</summary>
    public static Google.Protobuf.WellKnownTypes.Struct Bag(params (string Key, object Value)[] values) =>
        PropertyCodec.Encode(PropertyMap.Of(values.Select(entry => KeyValuePair.Create(entry.Key, TestProgram.Plain(entry.Value)))))!;

    public static StackConfiguration Config(params (string Key, string Value)[] values) => new()
    {
        Values = values.ToImmutableSortedDictionary(entry => ConfigKey.Parse(entry.Key, Project), entry => entry.Value, ConfigKey.Order),
    };

    public FakeProvider Add(string package) => Launcher.Providers[package] = new FakeProvider(package);

    public Task<TestRun> UpAsync(params TestResource[] resources) => UpAsync(new TestProgram(resources));

    public Task<TestRun> UpAsync(IProgram program, Func<UpdateOptions, UpdateOptions>? configure = null) => RunAsync(UpdateKind.Update, false, program, configure);

    public Task<TestRun> PreviewAsync(params TestResource[] resources) => PreviewAsync(new TestProgram(resources));

    public Task<TestRun> PreviewAsync(IProgram program, Func<UpdateOptions, UpdateOptions>? configure = null) => RunAsync(UpdateKind.Update, true, program, configure);

    public Task<TestRun> DestroyAsync(Func<UpdateOptions, UpdateOptions>? configure = null) => RunAsync(UpdateKind.Destroy, false, null, configure);

    public Task<TestRun> RefreshAsync(Func<UpdateOptions, UpdateOptions>? configure = null) => RunAsync(UpdateKind.Refresh, false, null, configure);

    public async Task<TestRun> RunAsync(
        UpdateKind kind,
        bool preview,
        IProgram? program,
        Func<UpdateOptions, UpdateOptions>? configure = null,
        CancellationToken graceful = default,
        CancellationToken immediate = default)
    {
        var options = new UpdateOptions
        {
            Project = ProjectFile.Synthetic(Project, _folder),
            Stack = Stack,
            Backend = Backend,
            Configuration = Configuration,
            Secrets = Secrets,
            Passphrase = Passphrase,
            Program = program,
        };
        var sink = new EventRecorder();
        var runner = new DeploymentRunner(Environment, Launcher);
        var result = await runner.RunAsync(kind, preview, configure?.Invoke(options) ?? options, sink, graceful, immediate).WaitAsync(Patience);
        return new TestRun(result, sink.Events);
    }

    /// <summary>The state on disk, read anew.</summary>
    public Snapshot State() => Backend.Load(Stack, Passphrase);

    /// <summary>An entry of the state on disk by its name.</summary>
    public ResourceState Entry(string name) => State().Resources.Single(resource => Urn.Name(resource.Urn) == name && !resource.Delete);

    public JObject StateJson() => JsonText.ParseObject(File.ReadAllText(StatePath), "the state");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
