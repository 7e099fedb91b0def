using System.Diagnostics;
using CloudUpdate.TestKit.Time;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Tests.Support;

namespace Pulumi.Cli.Tests.Operations;

/// <summary>The built command as a process, with program and provider as processes of their own: as it is for users.</summary>
public sealed class ProcessTests
{
    private static readonly string s_command = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "pulumi.exe" : "pulumi");
    private CloudSandbox _sandbox = null!;

    [SetUp]
    public async Task CreateSandbox() => _sandbox = await CloudSandbox.CreateAsync(separateProvider: true);

    [TearDown]
    public async Task RemoveSandbox() => await _sandbox.DisposeAsync();

    [Test]
    public async Task Up_ThenDestroy_Succeed()
    {
        _sandbox.Declare("""{"things":[{"name":"a","say":"adopts a"}],"outputs":{"url":"http://x"}}""");

        var up = await FinishAsync(Start("up", "--yes", "--skip-preview"));
        var destroy = await FinishAsync(Start("destroy", "--yes", "--skip-preview"));

        Assert.Multiple(() =>
        {
            Assert.That(up.ExitCode, Is.Zero, up.Output + up.Error);
            Assert.That(up.Output, Does.Contain("    adopts a\n").And.Contains("url: \"http://x\""));
            Assert.That(up.Output.Contains('\u001b'), Is.False, "no colours in a pipe");
            Assert.That(destroy.ExitCode, Is.Zero, destroy.Output + destroy.Error);
            Assert.That(_sandbox.Cloud, Is.Empty);
        });
    }

    [Test]
    public async Task Usage_Wrong_HasItsExitCodeAndGoesToStandardError()
    {
        var result = await FinishAsync(Start("up"));

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(result.Output, Is.Empty);
            Assert.That(result.Error, Does.StartWith("error: --yes"));
        });
    }

    [Test]
    [Platform(Exclude = "Win")]
    public async Task Interrupt_Signal_StopsGracefullyAndReleasesTheLock()
    {
        _sandbox.Declare("""{"things":[{"name":"a","wait":"patient"}]}""");
        var log = Path.Combine(_sandbox.Cli.Root, "events.log");
        using var process = Start("up", "--yes", "--skip-preview", "--event-log", log);
        var finished = FinishAsync(process);
        await EventLogFile.WaitForAsync(log, line => line.Contains("waits to be released", StringComparison.Ordinal));

        using (var kill = Process.Start("kill", ["-INT", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync().OrTimeout();
        }

        var result = await finished.OrTimeout();
        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Error, Does.Contain("^C received; cancelling."));
            Assert.That(Directory.GetFiles(Path.Combine(_sandbox.Cli.Root, "state/.pulumi/locks"), "*", SearchOption.AllDirectories), Is.Empty);
            Assert.That(EventLogFile.Kind(EventLogFile.Read(log)[^1]), Is.EqualTo("cancelEvent"));
        });
    }

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(s_command, arguments)
        {
            WorkingDirectory = _sandbox.Cli.Project,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in _sandbox.Cli.Variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    private static async Task<CliResult> FinishAsync(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync().OrTimeout();
        return new CliResult(process.ExitCode, await output, await error);
    }
}
