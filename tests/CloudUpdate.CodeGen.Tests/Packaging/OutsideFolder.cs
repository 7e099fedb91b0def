using System.Diagnostics;
using System.Reflection;
using System.Xml.Linq;
using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Packaging;

/// <summary>
/// A folder outside the repository, with a folder feed and a package cache of its own. Packages that this repository has restored are at hand;
/// nothing else is, and no network is asked.
/// </summary>
internal sealed class OutsideFolder : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private static readonly string MachinePackages = typeof(OutsideFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "NuGetPackageRoot").Value!;

    public OutsideFolder()
    {
        Path = Directory.CreateTempSubdirectory("outside").FullName;
        Directory.CreateDirectory(Feed);
        new XDocument(new XElement(
            "configuration",
            Section("packageSources", new XElement("clear"), Add("feed", Feed)),
            Section("fallbackPackageFolders", new XElement("clear"), Add("machine", MachinePackages)))).Save(In("nuget.config"));
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The folder feed.</summary>
    public string Feed => In("feed");

    /// <summary>The package cache.</summary>
    public string Packages => In("packages");

    /// <summary>A path inside.</summary>
    public string In(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>
    /// Copies the generated SDK here, and nothing around it. The framework is the only thing changed: the package that stands in for
    /// the published one, and the machine, have no other.
    /// </summary>
    public void CopySdk(string name)
    {
        var sdk = new SdkFolder(System.IO.Path.Combine(Repository.Root, "sdk", "dotnet"));
        new SdkFolder(In(name)).Write(sdk.Files.ToDictionary(file => file, sdk.Read));
        var project = Directory.GetFiles(In(name), "*.csproj").Single();
        File.WriteAllText(project, File.ReadAllText(project).Replace(">net6.0<", ">net10.0<", StringComparison.Ordinal));
    }

    /// <summary>Runs a command of the .NET SDK here; it must succeed.</summary>
    /// <returns>What it wrote.</returns>
    public async Task<string> DotnetAsync(params string[] args)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", args)
        {
            WorkingDirectory = Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["NUGET_PACKAGES"] = Packages,
                ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
                ["MSBUILDDISABLENODEREUSE"] = "1",
                ["DOTNET_CLI_UI_LANGUAGE"] = "en",
                ["GITHUB_ACTIONS"] = null,
            },
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        try
        {
            await process.WaitForExitAsync().WaitAsync(Limit);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
        var text = await output + await errors;
        Assert.That(process.ExitCode, Is.Zero, text);
        return text;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private static XElement Section(string name, params XElement[] content) => new(name, content);

    private static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
}
