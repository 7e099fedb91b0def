using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CloudUpdate.CodeGen.Tests.Support;

namespace CloudUpdate.CodeGen.Tests.Rules;

/// <summary>The project of an SDK and its metadata.</summary>
internal sealed class ProjectTests
{
    private const string Versioned = """ "version": "v1.2.3-beta.1", "language": { "csharp": { "respectSchemaVersion": true } } """;

    [Test]
    public void Project_Described_CarriesTheDescription()
    {
        var project = Project("""
            "publisher": "Acme & Sons", "description": "Things <and> more.", "license": "Apache-2.0", "homepage": "https://acme.example", "repository": "https://acme.example/src"
            """);

        Assert.Multiple(() =>
        {
            Assert.That(Value(project, "Authors"), Is.EqualTo("Acme & Sons"));
            Assert.That(Value(project, "Company"), Is.EqualTo("Acme & Sons"));
            Assert.That(Value(project, "Description"), Is.EqualTo("Things <and> more."));
            Assert.That(Value(project, "PackageLicenseExpression"), Is.EqualTo("Apache-2.0"));
            Assert.That(Value(project, "PackageProjectUrl"), Is.EqualTo("https://acme.example"));
            Assert.That(Value(project, "RepositoryUrl"), Is.EqualTo("https://acme.example/src"));
            Assert.That(Value(project, "PackageIcon"), Is.EqualTo("logo.png"));
            Assert.That(Value(project, "TargetFramework"), Is.EqualTo("net6.0"));
            Assert.That(Value(project, "Nullable"), Is.EqualTo("enable"));
            Assert.That(Value(project, "GeneratePackageOnBuild"), Is.EqualTo("true"));
        });
    }

    [Test]
    public void Project_NoPublisher_Pulumis() => Assert.That(Value(Project(""), "Authors"), Is.EqualTo("Pulumi Corp."));

    [Test]
    public void Project_Files_EmbeddedAndPackedAsContent()
    {
        var project = Project("");

        Assert.That(Included(project, "EmbeddedResource"), Is.EqualTo(["version.txt", "pulumi-plugin.json"]));
        Assert.That(
            project.Descendants("None").Where(item => (string?)item.Attribute("PackagePath") == "content").Select(item => (string?)item.Attribute("Include")),
            Is.EqualTo(["version.txt", "pulumi-plugin.json"]));
    }

    [TestCase("", "Pulumi [3.76.1.0,4)")]
    [TestCase(""" "packageReferences": { "Pulumi": "3.112.1", "Zeta": "1.0", "Alpha": "2.0" } """, "Alpha 2.0, Pulumi 3.112.1, Zeta 1.0")]
    [TestCase(""" "projectReferences": ["../sdk/Pulumi.csproj"] """, "")]
    public void Project_References_PulumiUnlessThereAlready(string settings, string expected)
    {
        var project = Project($$""" "language": { "csharp": { {{settings}} } } """);

        var references = project.Descendants("PackageReference").Where(item => (string?)item.Attribute("PrivateAssets") != "All")
            .Select(item => $"{(string?)item.Attribute("Include")} {(string?)item.Attribute("Version")}");
        Assert.That(string.Join(", ", references), Is.EqualTo(expected));
    }

    [Test]
    public void Project_ReferenceToAPulumiPackage_ItsContentLeftOut() => Assert.That(
        Project(""" "language": { "csharp": { "packageReferences": { "Pulumi.Random": "4.2" } } } """).Descendants("PackageReference")
            .Single(item => (string?)item.Attribute("Include") == "Pulumi.Random").Attribute("ExcludeAssets")?.Value,
        Is.EqualTo("contentFiles"), "it would bring its own version.txt");

    [Test]
    public void Version_Respected_InEveryPlace()
    {
        var files = Generated.Files(Schemas.Package(Versioned));

        Assert.That(Encoding.UTF8.GetString(files["version.txt"]), Is.EqualTo("1.2.3-beta.1"), "no line end");
        Assert.That(Value(Project(Versioned), "Version"), Is.EqualTo("1.2.3-beta.1"));
        Assert.That(Plugin(Versioned).GetProperty("version").GetString(), Is.EqualTo("1.2.3-beta.1"));
    }

    [Test]
    public void Version_SupportPack_InEveryPlace() => Assert.That(
        Generated.Files(Schemas.Package(""" "version": "1.2.3", "meta": { "supportPack": true } """)).Keys, Does.Contain("version.txt"));

    [Test]
    public void Version_NotRespected_Nowhere()
    {
        Assert.That(Generated.Files(Schemas.Package(""" "version": "1.2.3" """)).Keys, Does.Not.Contain("version.txt"));
        Assert.That(Project(""" "version": "1.2.3" """).Descendants("Version"), Is.Empty);
        Assert.That(Plugin(""" "version": "1.2.3" """).TryGetProperty("version", out _), Is.False);
    }

    [Test]
    public void Plugin_Described_InThisOrder() => Assert.That(
        Generated.File(Schemas.Package(Versioned + """, "pluginDownloadURL": "https://acme.example/?a=1&b=2" """), "pulumi-plugin.json"),
        Is.EqualTo("""
            {
              "resource": true,
              "name": "acme",
              "version": "1.2.3-beta.1",
              "server": "https://acme.example/?a=1&b=2"
            }

            """));

    private static XElement Project(string keys) => XElement.Parse(Generated.File(Schemas.Package(keys), "Pulumi.Acme.csproj"));

    private static JsonElement Plugin(string keys) => JsonElement.Parse(Generated.File(Schemas.Package(keys), "pulumi-plugin.json"));

    private static string Value(XElement project, string property) => project.Descendants(property).Single().Value;

    private static IEnumerable<string?> Included(XElement project, string item) => project.Descendants(item).Select(element => (string?)element.Attribute("Include"));
}
