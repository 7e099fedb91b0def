using Newtonsoft.Json.Linq;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Tests.Support;
using Pulumi.TestCloud;

namespace Pulumi.Cli.Tests.Operations;

/// <summary>A sandbox whose project is the test program, a process of its own. Its provider runs inside this process, for speed: engines attach to it.</summary>
internal sealed class CloudSandbox : IAsyncDisposable
{
    public const string Thing = "testcloud:index:Thing";

    /// <summary>The provider as a process.</summary>
    public static readonly string ProviderBinary = Path.Combine(AppContext.BaseDirectory, "Pulumi.TestCloud.dll");

    // Built beside these tests for the same configuration and framework.
    private static readonly string s_program = Path.Combine(
        AppContext.BaseDirectory.Replace(Path.Combine("Pulumi.Cli.Tests", "bin"), Path.Combine("Pulumi.TestProgram", "bin"), StringComparison.Ordinal), "Pulumi.TestProgram.dll");

    private readonly CloudServer? _server;

    private CloudSandbox(CliSandbox cli, CloudServer? server)
    {
        _server = server;
        Cli = cli;
        cli.Variables = cli.Variables.AddRange(Inherited());
        cli.Variables = server is null
            ? cli.Variables.Add("TESTCLOUD_FILE", CloudPath)
            : cli.Variables.Add("PULUMI_DEBUG_PROVIDERS", $"testcloud:{server.Port}");
        cli.WriteProject(
            $"""
            name: proj
            runtime:
              name: dotnet
              options:
                binary: {s_program}
            plugins:
              providers:
                - name: testcloud
                  path: {ProviderBinary}
            """);
    }

    public CliSandbox Cli { get; }

    public string CloudPath => PathOfCloud(Cli);

    /// <summary>The objects of the cloud: properties by id.</summary>
    public JObject Cloud
    {
        get => File.Exists(CloudPath) ? JObject.Parse(File.ReadAllText(CloudPath)) : [];
        set => File.WriteAllText(CloudPath, value.ToString());
    }

    /// <summary>A sandbox with a stack named dev.</summary>
    /// <param name="separateProvider">Whether the provider is a process too, as it is for users.</param>
    public static async Task<CloudSandbox> CreateAsync(bool separateProvider = false)
    {
        var cli = new CliSandbox { Time = TimeProvider.System };
        var sandbox = new CloudSandbox(cli, separateProvider ? null : await CloudServer.StartAsync(PathOfCloud(cli)));
        sandbox.Declare("{}");
        await cli.SucceedAsync("stack", "init", "dev");
        return sandbox;
    }

    public static string UrnOf(string name) => $"urn:pulumi:dev::proj::{Thing}::{name}";

    /// <summary>Says what the program declares.</summary>
    public void Declare(string program) => File.WriteAllText(Path.Combine(Cli.Project, "program.json"), program);

    /// <summary>Lets creations that wait go on.</summary>
    public void Release() => File.WriteAllText($"{CloudPath}.release", string.Empty);

    /// <summary>Declares a program and carries it out.</summary>
    public Task<string> DeployAsync(string program)
    {
        Declare(program);
        return UpAsync();
    }

    public Task<string> UpAsync(params string[] arguments) => Cli.SucceedAsync(["up", "--yes", "--skip-preview", .. arguments]);

    /// <summary>Starts an update that waits, and returns once it does.</summary>
    public async Task<Task<CliResult>> StartWaitingAsync(Interrupts interrupts)
    {
        var log = Path.Combine(Cli.Root, $"{Path.GetRandomFileName()}.log");
        var run = Cli.RunAsync(interrupts, string.Empty, "up", "--yes", "--skip-preview", "--event-log", log);
        await EventLogFile.WaitForAsync(log, line => line.Contains("waits to be released", StringComparison.Ordinal));
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        Cli.Dispose();
    }

    private static string PathOfCloud(CliSandbox cli) => Path.Combine(cli.Root, "cloud.json");

    // Child processes need the folders of the runtime; nothing else of this process reaches them.
    private static IEnumerable<KeyValuePair<string, string>> Inherited() =>
        new[] { "PATH", "HOME", "DOTNET_ROOT", "TMPDIR", "USERPROFILE", "SystemRoot", "TEMP" }
            .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name) ?? string.Empty))
            .Where(variable => variable.Value.Length > 0);
}
