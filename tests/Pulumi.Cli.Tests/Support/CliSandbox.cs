using System.Collections.Immutable;
using CloudUpdate.TestKit.Time;
using Microsoft.Extensions.Time.Testing;
using Pulumi.Cli.Hosting;
using Pulumi.Engine;

namespace Pulumi.Cli.Tests.Support;

/// <summary>A folder with a project, a backend and a home of its own, in which the command runs inside this process.</summary>
internal sealed class CliSandbox : IDisposable
{
    public CliSandbox()
    {
        Root = Directory.CreateTempSubdirectory("cli-tests-").FullName;
        Project = Directory.CreateDirectory(Path.Combine(Root, "project")).FullName;
        Directory.CreateDirectory(Path.Combine(Root, "state"));
        WriteProject("name: proj\nruntime: dotnet\n");
        Variables = ImmutableDictionary<string, string>.Empty
            .Add("PULUMI_HOME", Path.Combine(Root, "home"))
            .Add("PULUMI_BACKEND_URL", $"file://{Root}/state")
            .Add("PULUMI_CONFIG_PASSPHRASE", "correct horse");
    }

    public string Root { get; }

    public string Project { get; }

    public ImmutableDictionary<string, string> Variables { get; set; }

    public TimeProvider Time { get; init; } = new FakeTimeProvider(new DateTimeOffset(2026, 8, 1, 12, 0, 0, TimeSpan.Zero));

    public string StackFile(string stack) => Path.Combine(Project, $"Pulumi.{stack}.yaml");

    public void WriteProject(string yaml) => File.WriteAllText(Path.Combine(Project, "Pulumi.yaml"), yaml);

    /// <summary>Runs the command with nothing on standard input.</summary>
    public Task<CliResult> RunAsync(params string[] arguments) => RunWithInputAsync(string.Empty, arguments);

    /// <summary>Runs the command with a text on standard input.</summary>
    public async Task<CliResult> RunWithInputAsync(string input, params string[] arguments)
    {
        using var interrupts = new Interrupts();
        return await RunAsync(interrupts, input, arguments);
    }

    /// <summary>Runs the command with interrupts that the test gives.</summary>
    public Task<CliResult> RunAsync(Interrupts interrupts, string input, params string[] arguments) =>
        RunAsync(interrupts, new Terminal { Input = new StringReader(input), Output = TextWriter.Null, Error = TextWriter.Null }, arguments);

    /// <summary>Runs the command as at a terminal where somebody types.</summary>
    public Task<CliResult> RunAtTerminalAsync(TypedKeys keys, Interrupts interrupts, params string[] arguments)
    {
        var terminal = new Terminal
        {
            Input = TextReader.Null,
            Output = TextWriter.Null,
            Error = TextWriter.Null,
            InputIsTerminal = true,
            OutputIsTerminal = true,
            Keys = keys,
            Width = 120,
            Height = 50,
        };
        return RunAsync(interrupts, terminal, arguments);
    }

    private async Task<CliResult> RunAsync(Interrupts interrupts, Terminal terminal, string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var environment = new EngineEnvironment
        {
            WorkingDirectory = Project,
            Variables = Variables,
            Time = Time,
            Owner = new LockOwner(42, "ada", "engine-room"),
            Entropy = new FixedSalt(),
        };
        var exitCode = await CommandLine.RunAsync(new CliHost(environment, terminal with { Output = output, Error = error }, interrupts) { OpenPassphrase = SharedPassphrases.Open }, arguments).OrTimeout();
        return new CliResult(exitCode, output.ToString(), error.ToString());
    }

    /// <summary>Runs the command, which must succeed.</summary>
    /// <returns>Its standard output.</returns>
    public async Task<string> SucceedAsync(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.That(result.ExitCode, Is.Zero, $"pulumi {string.Join(' ', arguments)}\n{result.Output}\n{result.Error}");
        return result.Output;
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
