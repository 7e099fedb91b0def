using System.Diagnostics;
using System.Globalization;
using CloudUpdate.Emulator;
using CloudUpdate.TestKit.Golden;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Benchmarks.Updates;

/// <summary>A stack of the test program with the built command and plugin, in a temporary folder.</summary>
internal sealed class MeasuredStack : IDisposable
{
    private static readonly string s_output = string.Join(Path.DirectorySeparatorChar, AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar).Split(Path.DirectorySeparatorChar)[^3..]);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudupdate-updates-");

    private string State => Path.Combine(_folder.FullName, "state");

    public static async Task<MeasuredStack> CreateAsync(Uri emulator, int count)
    {
        var stack = new MeasuredStack();
        stack.WriteProject();
        await stack.RunAsync("stack", "init", "dev");
        var endpoints = new JObject { ["kms"] = emulator.AbsoluteUri };
        await stack.RunAsync(
            "config", "set-all", "--plaintext", $"notifications={count.ToString(CultureInfo.InvariantCulture)}",
            "--plaintext", $"cloudupdate:endpoints={endpoints.ToString(Newtonsoft.Json.Formatting.None)}",
            "--plaintext", $"cloudupdate:huaweiRegion={DemoCredentials.Region}", "--plaintext", $"cloudupdate:huaweiProjectId={DemoCredentials.ProjectId}",
            "--plaintext", $"cloudupdate:huaweiAccessKey={DemoCredentials.AccessKey}", "--secret", $"cloudupdate:huaweiSecretKey={DemoCredentials.SecretKey}");
        return stack;
    }

    public async Task<MeasuredRun> RunAsync(params string[] arguments)
    {
        var before = Files();
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(Start(arguments))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        var tree = new ProcessTree(process);
        await tree.WatchAsync();
        var duration = clock.Elapsed;
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"pulumi {string.Join(' ', arguments)} failed:\n{await output}{await error}");
        }

        var written = Files().Where(file => !before.Contains(file)).Sum(file => file.Length);
        return new MeasuredRun(duration, tree.ProcessorTime, tree.PeakMegabytes, tree.WrittenBytes / 1024, written / 1024);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Built(string project) => Path.Combine(GoldenFile.RepositoryRoot(), project, s_output);

    private void WriteProject()
    {
        Directory.CreateDirectory(State);
        File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.yaml"), $"""
            name: measured
            runtime:
              name: dotnet
              options:
                binary: {Path.Combine(Built("tests/CloudUpdate.TestProgram"), "CloudUpdate.TestProgram.dll")}
            plugins:
              providers:
                - name: cloudupdate
                  path: {Built("provider/CloudUpdate.Provider")}
            """);
    }

    private HashSet<(string Path, DateTime Changed, long Length)> Files() =>
        [.. new DirectoryInfo(State).EnumerateFiles("*", SearchOption.AllDirectories).Select(file => (file.FullName, file.LastWriteTimeUtc, file.Length))];

    private ProcessStartInfo Start(string[] arguments) => new(Path.Combine(Built("sdk/offline/Pulumi.Cli"), "pulumi"), [.. arguments, "--non-interactive"])
    {
        WorkingDirectory = _folder.FullName,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["PULUMI_BACKEND_URL"] = new Uri(State).AbsoluteUri,
            ["PULUMI_HOME"] = Path.Combine(_folder.FullName, "home"),
            ["PULUMI_CONFIG_PASSPHRASE"] = "measured",
        },
    };
}
