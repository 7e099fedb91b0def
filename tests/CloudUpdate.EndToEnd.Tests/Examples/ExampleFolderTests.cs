using System.Xml.Linq;
using CloudUpdate.EndToEnd.Tests.Processes;
using YamlDotNet.RepresentationModel;

namespace CloudUpdate.EndToEnd.Tests.Examples;

/// <summary>What holds for all examples, so that people who know one know all.</summary>
internal sealed class ExampleFolderTests
{
    // The parts that tour and pipeline share, and the two themselves, which have tests of their own.
    private static readonly string[] OtherFolders = ["Local", "Pipeline", "Quickstart"];

    public static IEnumerable<TestCaseData> Projects() => ExampleLifeCycleTests.Projects();

    [Test]
    public void EveryFolder_IsCoveredByATest()
    {
        var folders = Directory.GetDirectories(BuiltParts.Examples).Select(folder => Path.GetFileName(folder));
        var covered = ExampleProject.All.Select(project => project.Name.Split('/')[0]).Distinct();

        Assert.That(folders, Is.EquivalentTo(covered.Concat(OtherFolders)));
        Assert.That(ExampleProject.All.Select(project => project.Name), Is.EquivalentTo(Expectations.All.Keys));
    }

    [Test]
    public void EveryProject_IsInTheSolution()
    {
        var solution = File.ReadAllText(Path.Combine(BuiltParts.Examples, "..", "CloudUpdateProvider.sln"));
        var projects = Directory.GetFiles(BuiltParts.Examples, "*.csproj", SearchOption.AllDirectories);

        Assert.That(projects.Select(path => Path.GetFileName(path)).Where(name => !solution.Contains($"\\{name}\"", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void EveryFolder_IsInTheOverview()
    {
        var overview = File.ReadAllText(Path.Combine(BuiltParts.Examples, "README.md"));
        var folders = Directory.GetDirectories(BuiltParts.Examples).Select(folder => Path.GetFileName(folder)).Where(name => name != "Local");

        Assert.That(folders.Where(name => !overview.Contains($"[{name}]({name})", StringComparison.Ordinal)), Is.Empty);
    }

    [TestCaseSource(nameof(Projects))]
    public void Project_IsAnOrdinaryOne(ExampleProject project)
    {
        var file = Yaml(project, "Pulumi.yaml");
        var packages = XDocument.Load(Directory.GetFiles(project.Folder, "*.csproj").Single()).Descendants("PackageReference");

        Assert.Multiple(() =>
        {
            Assert.That(file["runtime"].ToString(), Is.EqualTo("dotnet"));
            Assert.That(file["description"].ToString(), Does.EndWith("."));
            Assert.That(packages.Select(package => (string?)package.Attribute("Include")), Is.EqualTo(new[] { "Pulumi" }));
        });
    }

    [TestCaseSource(nameof(Projects))]
    public void Configuration_IsDescribed_SetForTheEmulator_AndInTheReadme(ExampleProject project)
    {
        var file = Yaml(project, "Pulumi.yaml");
        var declared = ((YamlMappingNode)file["config"]).ToDictionary(entry => entry.Key.ToString(), entry => (YamlMappingNode)entry.Value);
        var required = declared.Where(entry => !entry.Value.Children.ContainsKey("default")).Select(entry => entry.Key).ToList();
        var prefix = file["name"] + ":";
        var set = ((YamlMappingNode)Yaml(project, "Pulumi.dev.yaml")["config"]).Select(entry => entry.Key.ToString())
            .Where(key => !key.StartsWith("cloudupdate:", StringComparison.Ordinal)).ToList();
        var named = project.CloudCommands.Where(command => command is ["config", "set", ..])
            .Select(command => command.Skip(2).First(word => !word.StartsWith('-')).Split('[', '.')[0]).Distinct().ToList();

        Assert.Multiple(() =>
        {
            Assert.That(declared.Values.Select(declaration => declaration["description"].ToString()), Is.All.Not.Empty);
            Assert.That(set, Is.EquivalentTo(required.Select(key => prefix + key)), "Pulumi.dev.yaml");
            Assert.That(named, Is.SupersetOf(required).And.SubsetOf(declared.Keys), "README.md");
        });
    }

    private static YamlMappingNode Yaml(ExampleProject project, string file)
    {
        using var text = File.OpenText(Path.Combine(project.Folder, file));
        var yaml = new YamlStream();
        yaml.Load(text);
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
