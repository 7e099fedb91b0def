using System.Runtime.ExceptionServices;

namespace Pulumi.Offline.Tests.Server;

/// <summary>A test that runs programs against an engine on a socket.</summary>
internal abstract class ServerTest
{
    protected static readonly TimeSpan Deadline = TimeSpan.FromSeconds(20);

    protected EngineServer Server { get; private set; } = null!;

    protected DeploymentSettings Settings { get; set; } = new("proj", "dev");

    [SetUp]
    public async Task StartServerAsync() => Server = await EngineServer.StartAsync();

    [TearDown]
    public async Task StopServerAsync() => await Server.DisposeAsync();

    /// <summary>Runs a program that must succeed.</summary>
    protected async Task RunAsync(Func<IDictionary<string, object?>> program)
    {
        var (exitCode, failure) = await TryAsync(program);
        failure?.Throw();
        Assert.That(exitCode, Is.Zero);
    }

    protected Task RunAsync(Action program) => RunAsync(() =>
    {
        program();
        return new Dictionary<string, object?>();
    });

    protected Task<(int ExitCode, ExceptionDispatchInfo? Failure)> TryAsync(Func<IDictionary<string, object?>> program)
        => TryAsync(runner => runner.RunAsync(() => Task.FromResult(program())));

    protected Task<(int ExitCode, ExceptionDispatchInfo? Failure)> TryAsync(Action program) => TryAsync(() =>
    {
        program();
        return new Dictionary<string, object?>();
    });

    protected Task<(int ExitCode, ExceptionDispatchInfo? Failure)> TryAsync(Func<ProgramRunner, Task<int>> run)
        => Deployment.RunInlineAsync(Server.EnvironmentFor(Settings), run).WaitAsync(Deadline);
}
