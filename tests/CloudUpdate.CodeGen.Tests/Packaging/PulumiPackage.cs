using System.IO.Compression;

namespace CloudUpdate.CodeGen.Tests.Packaging;

/// <summary>The subset of the Pulumi SDK, in a package of the published one's name, with all that it needs to run.</summary>
internal static class PulumiPackage
{
    /// <summary>The version that the schema asks for.</summary>
    private const string Version = "3.112.1";

    private const string Manifest = $"""
        <?xml version="1.0" encoding="utf-8"?>
        <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
          <metadata>
            <id>Pulumi</id>
            <version>{Version}</version>
            <authors>Tests</authors>
            <description>Stands in for the published package.</description>
            <dependencies><group targetFramework="net10.0" /></dependencies>
          </metadata>
        </package>
        """;

    /// <summary>Writes the package into a folder feed.</summary>
    public static void Write(string feed)
    {
        using var package = ZipFile.Open(Path.Combine(feed, $"Pulumi.{Version}.nupkg"), ZipArchiveMode.Create);
        using (var manifest = new StreamWriter(package.CreateEntry("Pulumi.nuspec").Open()))
        {
            manifest.Write(Manifest);
        }
        foreach (var file in Assemblies())
        {
            package.CreateEntryFromFile(file, $"lib/net10.0/{Path.GetFileName(file)}");
        }
    }

    private static IEnumerable<string> Assemblies() =>
        new[] { "Pulumi.Offline.dll", "CloudUpdate.Protocol.dll", "Google.Protobuf.dll", "Grpc.Core.Api.dll", "Grpc.Net.Client.dll", "Grpc.Net.Common.dll" }
            .Select(name => Path.Combine(AppContext.BaseDirectory, name));
}
