using System.Diagnostics;
using CloudUpdate.Examples.Local;

namespace Quickstart.Tour;

/// <summary>A project folder in the user's temporary folder, with a state backend of its own, and the command that works in it.</summary>
internal sealed class Workspace : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudupdate-quickstart-");
    private readonly Narrator _narrator;

    public Workspace(Narrator narrator)
    {
        _narrator = narrator;
        File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.yaml"), $"""
            name: cloudupdate-quickstart
            runtime:
              name: dotnet
              options:
                binary: {LocalParts.Program}
            plugins:
              providers:
                - name: cloudupdate
                  path: {LocalParts.ProviderFolder}
            """);
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "state"));
    }

    /// <summary>Makes the stack and points the provider at the emulator.</summary>
    public async Task ConfigureAsync(Uri emulator)
    {
        await RunAsync("stack", "init", "tour");
        foreach (var service in new[] { "eg", "ga", "kms", "css", "iam" })
        {
            await RunAsync("config", "set", "--path", $"cloudupdate:endpoints.{service}", emulator.AbsoluteUri);
        }

        await RunAsync("config", "set", "cloudupdate:huaweiRegion", "cn-north-4");
        await RunAsync("config", "set", "cloudupdate:huaweiProjectId", "0e61a4c3b8d54f7292ad3c5b7e90f1d2");
        await RunAsync("config", "set", "cloudupdate:huaweiAccessKey", "EMULATORACCESSKEY", "--secret");
        await RunAsync("config", "set", "cloudupdate:huaweiSecretKey", "emulator-secret-key-not-for-any-cloud", "--secret");
        await RunAsync("config", "set", "cloudupdate:atlasBaseUrl", emulator.AbsoluteUri);
        await RunAsync("config", "set", "cloudupdate:atlasClientId", "mdb_sa_id_64f0c0ffee1234567890abcd");
        await RunAsync("config", "set", "cloudupdate:atlasClientSecret", "mdb_sa_sk_emulator-not-for-any-cloud", "--secret");
    }

    /// <summary>Runs the command where the user can see it; anything but the expected outcome ends the tour.</summary>
    public Task ShowAsync(params string[] arguments) => RunAsync(arguments, expectSuccess: true, quiet: false);

    /// <summary>Runs the command where the user can see it; it has to fail.</summary>
    public Task ShowFailureAsync(params string[] arguments) => RunAsync(arguments, expectSuccess: false, quiet: false);

    /// <summary>Runs the command silently.</summary>
    public Task RunAsync(params string[] arguments) => RunAsync(arguments, expectSuccess: true, quiet: true);

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task RunAsync(string[] arguments, bool expectSuccess, bool quiet)
    {
        if (!quiet)
        {
            _narrator.Command($"pulumi {string.Join(' ', arguments)}");
        }

        using var process = Start(arguments, quiet);
        var output = quiet ? await process.StandardOutput.ReadToEndAsync() : string.Empty;
        await process.WaitForExitAsync();
        if (process.ExitCode == 0 != expectSuccess)
        {
            throw new TourException(
                $"pulumi {arguments[0]} ended with exit code {process.ExitCode}, {(expectSuccess ? "0 was" : "a failure was")} expected. {output}");
        }
    }

    private Process Start(string[] arguments, bool quiet)
    {
        var start = new ProcessStartInfo(LocalParts.Command, [.. arguments, "--non-interactive"])
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = quiet,
            Environment =
            {
                ["PULUMI_BACKEND_URL"] = new Uri(Path.Combine(_folder.FullName, "state")).AbsoluteUri,
                ["PULUMI_HOME"] = Path.Combine(_folder.FullName, "home"),
                ["PULUMI_CONFIG_PASSPHRASE"] = "quickstart",
                ["PULUMI_SKIP_UPDATE_CHECK"] = "true",
            },
        };
        return Process.Start(start) ?? throw new TourException($"The command did not start: {LocalParts.Command}");
    }
}
