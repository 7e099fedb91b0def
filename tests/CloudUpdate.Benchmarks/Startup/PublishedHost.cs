using System.Diagnostics;
using System.Reflection;

namespace CloudUpdate.Benchmarks.Startup;

/// <summary>A host that prints its port, published in one of the provider's ways.</summary>
/// <param name="Name">What to call it.</param>
/// <param name="Command">Its file, and what stands before it to start it.</param>
internal sealed record PublishedHost(string Name, IReadOnlyList<string> Command)
{
    private static readonly string s_root = typeof(PublishedHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepoRoot").Value!;

    /// <summary>Publishes a project.</summary>
    /// <param name="project">Its folder in the repository.</param>
    /// <param name="assembly">The name of its program.</param>
    /// <param name="profile">A publish profile of the provider.</param>
    /// <param name="folder">Where it goes.</param>
    public static async Task<PublishedHost> PublishAsync(string project, string assembly, string profile, string folder)
    {
        var profiles = Path.Combine(s_root, "provider", "CloudUpdate.Provider", "Properties", "PublishProfiles");
        using var publish = Process.Start("dotnet",
        [
            "publish", Path.Combine(s_root, project), "-c", "Release", "-v", "quiet", "-nologo",
            $"-p:PublishProfileFullPath={Path.Combine(profiles, $"{profile}.pubxml")}", "-o", folder,
        ]);
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
        {
            throw new InvalidOperationException($"{project} cannot be published as {profile}.");
        }

        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? $"{assembly}.exe" : assembly);
        return new PublishedHost(assembly, File.Exists(program) ? [program] : ["dotnet", $"{program}.dll"]);
    }

    /// <summary>Starts it, waits for the port line, and ends it.</summary>
    public async Task<StartupSample> StartAsync()
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(Command[0], Command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var line = await process.StandardOutput.ReadLineAsync();
        var elapsed = watch.Elapsed;
        process.Refresh();
        var peak = process.PeakWorkingSet64;
        process.Kill();
        await process.WaitForExitAsync();
        return int.TryParse(line, out _) ? new StartupSample(elapsed, peak) : throw new InvalidOperationException($"{Name} printed \"{line}\" in place of a port.");
    }
}
