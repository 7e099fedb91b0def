using Newtonsoft.Json.Linq;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Tests.Support;

namespace Pulumi.Cli.Tests.Operations;

/// <summary>A sandbox whose project is the program of the test cloud; program and provider are processes.</summary>
internal sealed class CloudSandbox : IDisposable
{
    public const string Thing = "testcloud:index:Thing";

    /// <summary>Program and provider; built beside these tests for the same configuration and framework.</summary>
    public static readonly string Binary = Path.Combine(
        AppContext.BaseDirectory.Replace(Path.Combine("Pulumi.Cli.Tests", "bin"), Path.Combine("Pulumi.TestCloud", "bin"), StringComparison.Ordinal), "Pulumi.TestCloud.dll");


    public CloudSandbox()
    {
        Cli.Variables = Cli.Variables.AddRange(Inherited()).Add("TESTCLOUD_FILE", CloudPath);
        Cli.WriteProject(
            $"""
            name: proj
            runtime:
              name: dotnet
              options:
                binary: {Binary}
            plugins:
              providers:
                - name: testcloud
                  path: {Binary}
            """);
    }

    public CliSandbox Cli { get; } = new() { Time = TimeProvider.System };

    public string CloudPath => Path.Combine(Cli.Root, "cloud.json");

    /// <summary>The objects of the cloud: properties by id.</summary>
    public JObject Cloud
    {
        get => File.Exists(CloudPath) ? JObject.Parse(File.ReadAllText(CloudPath)) : [];
        set => File.WriteAllText(CloudPath, value.ToString());
    }

    public static string UrnOf(string name) => $"urn:pulumi:dev::proj::{Thing}::{name}";

    /// <summary>Says what the program declares.</summary>
    public void Declare(string program) => File.WriteAllText(Path.Combine(Cli.Project, "program.json"), program);

    /// <summary>Lets creations that wait go on.</summary>
    public void Release() => File.WriteAllText($"{CloudPath}.release", string.Empty);

    /// <summary>Creates the stack and carries out a program.</summary>
    public async Task DeployAsync(string program)
    {
        Declare(program);
        await Cli.SucceedAsync("stack", "init", "dev");
        await UpAsync();
    }

    public Task<string> UpAsync(params string[] arguments) => Cli.SucceedAsync(["up", "--yes", "--skip-preview", .. arguments]);

    /// <summary>Starts an update that waits, and returns once it does.</summary>
    public async Task<Task<CliResult>> StartWaitingAsync(Interrupts interrupts, params string[] arguments)
    {
        var log = Path.Combine(Cli.Root, $"{Path.GetRandomFileName()}.log");
        var run = Cli.RunAsync(interrupts, string.Empty, ["up", "--yes", "--skip-preview", "--event-log", log, .. arguments]);
        await EventLogFile.WaitForAsync(log, line => line.Contains("waits to be released", StringComparison.Ordinal));
        return run;
    }

    public void Dispose() => Cli.Dispose();

    // Child processes need the folders of the runtime; nothing else of this process reaches them.
    private static IEnumerable<KeyValuePair<string, string>> Inherited() =>
        new[] { "PATH", "HOME", "DOTNET_ROOT", "TMPDIR", "USERPROFILE", "SystemRoot", "TEMP" }
            .Select(name => KeyValuePair.Create(name, Environment.GetEnvironmentVariable(name) ?? string.Empty))
            .Where(variable => variable.Value.Length > 0);
}
