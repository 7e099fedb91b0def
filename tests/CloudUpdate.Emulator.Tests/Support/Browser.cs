using System.Diagnostics;

namespace CloudUpdate.Emulator.Tests.Support;

/// <summary>A Chromium that is installed on this machine, run without a window.</summary>
internal sealed class Browser
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    private readonly string _path;

    private Browser(string path) => _path = path;

    public static Browser? Find()
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        var path = folders.SelectMany(folder => Names.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        return path is null ? null : new Browser(path);
    }

    public async Task<string> DumpDocumentAsync(Uri address, CancellationToken cancellation) =>
        await RunAsync(["--dump-dom", address.ToString()], cancellation);

    public async Task<byte[]> ScreenshotAsync(Uri address, CancellationToken cancellation)
    {
        var file = Path.Combine(Path.GetTempPath(), $"emulator-page-{address.Port}.png");
        try
        {
            await RunAsync([$"--screenshot={file}", "--window-size=1400,2400", "--hide-scrollbars", address.ToString()], cancellation);
            return await File.ReadAllBytesAsync(file, cancellation);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private async Task<string> RunAsync(string[] arguments, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(_path, ["--headless", "--no-sandbox", "--disable-gpu", "--no-proxy-server", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        Assert.That(process.ExitCode, Is.Zero, await errors);
        return output;
    }
}
