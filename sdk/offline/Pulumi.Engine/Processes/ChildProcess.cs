using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;

namespace Pulumi.Engine.Processes;

/// <summary>A process of ours: its own session where the system offers one, so that the terminal's interrupt reaches the engine alone, which
/// then decides what happens to the others.</summary>
internal sealed partial class ChildProcess : IAsyncDisposable
{
    private const int Interrupt = 2;
    private static readonly ImmutableArray<string> SessionCommands = ["/usr/bin/setsid", "/bin/setsid"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Process _process;
    private readonly TimeProvider _time;
    private readonly Task _drained;

    private ChildProcess(Process process, TimeProvider time, Action<string, bool> onLine)
    {
        _process = process;
        _time = time;
        _drained = Task.WhenAll(DrainAsync(process.StandardOutput, line => onLine(line, false)), DrainAsync(process.StandardError, line => onLine(line, true)));
    }

    public int ExitCode => _process.ExitCode;

    /// <summary>Starts a process. Its standard input is empty.</summary>
    /// <param name="fileName">The executable.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="directory">Its working folder.</param>
    /// <param name="variables">The whole of its environment.</param>
    /// <param name="time">Times the patience with a process that does not end.</param>
    /// <param name="onLine">Takes each line, and whether it came on standard error. Called from other threads.</param>
    /// <exception cref="EngineException">It could not be started.</exception>
    public static ChildProcess Start(
        string fileName,
        IEnumerable<string> arguments,
        string directory,
        IReadOnlyDictionary<string, string> variables,
        TimeProvider time,
        Action<string, bool> onLine)
    {
        if (Path.IsPathRooted(fileName) && !File.Exists(fileName))
        {
            throw new EngineException($"could not start {fileName}: there is no such file");
        }

        var session = OperatingSystem.IsWindows() ? null : SessionCommands.FirstOrDefault(File.Exists);
        var start = new ProcessStartInfo(session ?? fileName, session is null ? arguments : [fileName, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        start.Environment.Clear();
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        try
        {
            var process = Process.Start(start) ?? throw new EngineException($"could not start {fileName}");
            process.StandardInput.Close();
            return new ChildProcess(process, time, onLine);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new EngineException(EngineErrorKind.General, $"could not start {fileName}: {exception.Message}", exception);
        }
    }

    /// <summary>Waits until it has ended and all it printed has been read.</summary>
    public async Task WaitAsync(CancellationToken cancellation)
    {
        await _process.WaitForExitAsync(cancellation);
        await _drained.WaitAsync(cancellation);
    }

    /// <summary>Interrupts it, and kills it and its children where it does not end within seconds.</summary>
    public async Task EndAsync()
    {
        if (_process.HasExited)
        {
            return;
        }

        if (!OperatingSystem.IsWindows())
        {
            _ = SendSignal(_process.Id, Interrupt);
            try
            {
                await _process.WaitForExitAsync().WaitAsync(Patience, _time);
                return;
            }
            catch (TimeoutException)
            {
                // It is killed below.
            }
        }

        Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Kills it and its children at once.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended meanwhile.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _process.Dispose();
    }

    private static async Task DrainAsync(StreamReader reader, Action<string> onLine)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            onLine(line);
        }
    }

    [LibraryImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int process, int signal);
}
