using System.Diagnostics;

namespace CloudUpdate.Emulator.Tests.Support;

/// <summary>The built executable, started for a test.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _errors;

    private EmulatorProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Time from the start of the process to the line with its address.</summary>
    public TimeSpan StartTime { get; private set; }

    public static async Task<EmulatorProcess> StartAsync(params string[] arguments)
    {
        var cancellation = TestContext.CurrentContext.CancellationToken;
        var clock = Stopwatch.StartNew();
        var process = new EmulatorProcess(Start(arguments));
        var line = await process._process.StandardOutput.ReadLineAsync(cancellation);
        process.StartTime = clock.Elapsed;
        if (line is null)
        {
            Assert.Fail($"The emulator ended: {await process._errors}");
        }

        process.Address = new Uri(line!);
        return process;
    }

    /// <summary>Runs to the end, for starts that fail.</summary>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync(TestContext.CurrentContext.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.CurrentContext.CancellationToken);
        await process.WaitForExitAsync(TestContext.CurrentContext.CancellationToken);
        return (process.ExitCode, output, await errors);
    }

    /// <summary>Asks it to end as a supervisor does, and returns its exit code and what it wrote to standard error.</summary>
    public async Task<(int ExitCode, string Errors)> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.CurrentContext.CancellationToken);
        await _process.WaitForExitAsync(TestContext.CurrentContext.CancellationToken);
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static Process Start(string[] arguments)
    {
        var path = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "CloudUpdate.Emulator.exe" : "CloudUpdate.Emulator");
        return Process.Start(new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
    }
}
