using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using CloudUpdate.TestKit.Time;
using Google.Protobuf.WellKnownTypes;

namespace CloudUpdate.CodeGen.Tests.Packaging;

/// <summary>The package of the generated SDK, from packing to the running plugin, outside of the repository.</summary>
internal sealed class PackageTests
{
    private const string Program = """
        using Pulumi;
        using Pulumi.CloudUpdate.GlobalAccelerator;
        using Pulumi.CloudUpdate.GlobalAccelerator.Inputs;

        return await Deployment.RunAsync(() =>
        {
            var group = new EndpointGroup("group", new EndpointGroupArgs { EndpointGroupId = "g-1", TrafficDialPercentage = 50 });
            var found = GetEndpointGroup.Invoke(new GetEndpointGroupInvokeArgs { EndpointGroupId = group.Id });
        });
        """;

    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Pulumi.CloudUpdate" Version="*" />
          </ItemGroup>
        </Project>
        """;

    /// <summary>The steps of someone who gets the SDK from a feed; the later ones need the earlier ones' results.</summary>
    [Test]
    public async Task Package_FromAFeed_LeadsToTheRunningPlugin()
    {
        using var outside = new OutsideFolder();
        PulumiPackage.Write(outside.Feed);
        outside.CopySdk("sdk");

        await outside.DotnetAsync("pack", "sdk", "-o", outside.Feed, "-nologo");
        var plugin = InspectPackage(Directory.GetFiles(outside.Feed, "Pulumi.CloudUpdate.*.nupkg").Single());

        await BuildProgramAsync(outside);
        var restored = Path.Combine(outside.Packages, "pulumi.cloudupdate", plugin.Version, "content", "pulumi-plugin.json");
        var (name, version) = ReadPlugin(File.ReadAllText(restored));
        Assert.That((name, version), Is.EqualTo(("cloudupdate", plugin.Version)));
        Assert.That(await StartedVersionAsync($"pulumi-resource-{name}"), Is.EqualTo(version));
    }

    private static (string Name, string Version) InspectPackage(string file)
    {
        using var package = ZipFile.OpenRead(file);
        var plugin = ReadPlugin(Text(package, "content/pulumi-plugin.json"));
        var manifest = XElement.Parse(Text(package, "Pulumi.CloudUpdate.nuspec"));
        Assert.Multiple(() =>
        {
            Assert.That(package.Entries.Select(entry => entry.FullName), Is.SupersetOf(new[]
            {
                "lib/net10.0/Pulumi.CloudUpdate.dll", "lib/net10.0/Pulumi.CloudUpdate.xml", "logo.png", "content/version.txt",
            }));
            Assert.That(Text(package, "content/version.txt"), Is.EqualTo(plugin.Version));
            Assert.That(Value(manifest, "version"), Is.EqualTo(plugin.Version));
            Assert.That(manifest.Descendants().Where(item => item.Name.LocalName == "dependency").Select(item => $"{(string?)item.Attribute("id")} {(string?)item.Attribute("version")}"),
                Is.EqualTo(["Pulumi 3.112.1"]));
            Assert.That(Text(package, "lib/net10.0/Pulumi.CloudUpdate.xml"), Does.Contain("T:Pulumi.CloudUpdate.GlobalAccelerator.EndpointGroup"));
        });
        return plugin;
    }

    private static async Task BuildProgramAsync(OutsideFolder outside)
    {
        Directory.CreateDirectory(outside.In("program"));
        File.WriteAllText(outside.In("program/program.csproj"), Project);
        File.WriteAllText(outside.In("program/Program.cs"), Program);
        await outside.DotnetAsync("build", "program", "-nologo", "-v", "q");
    }

    /// <summary>Starts the plugin as an engine does: the port is its first line, the version one call away.</summary>
    private static async Task<string> StartedVersionAsync(string plugin)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, plugin + ".dll")])
        {
            RedirectStandardOutput = true,
        })!;
        try
        {
            var port = int.Parse((await process.StandardOutput.ReadLineAsync().OrTimeout())!, CultureInfo.InvariantCulture);
            using var channel = LoopbackChannel.Create($"127.0.0.1:{port}");
            var info = await new ResourceProvider.ResourceProviderClient(channel).GetPluginInfoAsync(new Empty()).ResponseAsync.OrTimeout();
            return info.Version;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync().OrTimeout();
        }
    }

    private static (string Name, string Version) ReadPlugin(string json)
    {
        var plugin = JsonElement.Parse(json);
        return (plugin.GetProperty("name").GetString()!, plugin.GetProperty("version").GetString()!);
    }

    private static string Text(ZipArchive package, string entry)
    {
        using var reader = new StreamReader(package.GetEntry(entry)!.Open());
        return reader.ReadToEnd();
    }

    private static string Value(XElement manifest, string name) => manifest.Descendants().First(item => item.Name.LocalName == name).Value;
}
