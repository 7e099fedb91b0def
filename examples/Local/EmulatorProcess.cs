using System.Diagnostics;

namespace CloudUpdate.Examples.Local;

/// <summary>The cloud emulator, in a process of its own, on a free loopback port.</summary>
internal sealed class EmulatorProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;

    private EmulatorProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Starts it; with its default objects where no seed file is given.</summary>
    public static async Task<EmulatorProcess> StartAsync(string? seedFile = null)
    {
        string[] seed = seedFile is null ? [] : ["--seed", seedFile];
        var process = Process.Start(new ProcessStartInfo(LocalParts.Emulator, ["--urls", "http://127.0.0.1:0", .. seed])
        {
            RedirectStandardOutput = true,
        }) ?? throw new LocalStartException($"The emulator did not start: {LocalParts.Emulator}");
        using var limit = new CancellationTokenSource(StartLimit);
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var start)
            {
                _ = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return new EmulatorProcess(process, new Uri(line[start..].Trim()));
            }
        }

        throw new LocalStartException("The emulator ended before it said where it listens.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
