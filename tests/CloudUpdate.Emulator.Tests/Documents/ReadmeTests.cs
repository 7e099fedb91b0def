using System.Text.RegularExpressions;
using CloudUpdate.Emulator.Control;
using CloudUpdate.Emulator.State;

namespace CloudUpdate.Emulator.Tests.Documents;

/// <summary>The README names everything that there is, and nothing else.</summary>
internal sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    [Test]
    public void Routes_InTheReadme_AreTheRoutesOfTheServer()
    {
        var actual = EmulatorServer.Clouds.SelectMany(cloud => cloud.Routes).Select(route => route.Operation);
        var written = Operations().Matches(Section("## Routes", "### Control routes")).Select(match => match.Groups["name"].Value);

        Assert.That(written, Is.EquivalentTo(actual));
    }

    [Test]
    public void Settings_InTheReadme_AreTheSettingsOfTheServer()
    {
        var actual = EmulatorJson.From(new EmulatorSettings()).Properties().Select(property => property.Name);
        var written = FirstColumn(Section("## Settings", "## Real and emulated"));

        Assert.That(written, Is.EquivalentTo(actual));
    }

    [Test]
    public void Kinds_InTheReadme_AreTheKindsOfTheStore() =>
        Assert.That(FirstColumn(Section("### Seeds", "## Faults")), Is.EquivalentTo(KindCatalog.All.Select(kind => kind.Kind)));

    [Test]
    public void Effects_InTheReadme_CoverEveryMemberOfAFault()
    {
        var members = typeof(Fault).GetProperties().Where(property => property.CanWrite).Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
        var text = Section("## Faults", "## Settings");

        Assert.That(members.Where(member => !text.Contains($"`{member}`") && !text.Contains($"\"{member}\"")), Is.Empty);
    }

    [Test]
    public void Credentials_InTheReadme_AreThoseOfTheSeed()
    {
        var constants = typeof(DemoCredentials).GetFields().Select(field => (string)field.GetRawConstantValue()!);

        Assert.That(constants.Where(value => !Readme.Contains($"`{value}`")), Is.Empty);
    }

    private static string Section(string from, string to)
    {
        var start = Readme.IndexOf(from, StringComparison.Ordinal);
        return Readme[start..Readme.IndexOf(to, start, StringComparison.Ordinal)];
    }

    private static IEnumerable<string> FirstColumn(string section) => section.Split('\n')
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
        .SelectMany(line => Names().Matches(line.Split('|')[1]).Select(match => match.Groups["name"].Value));

    [GeneratedRegex("`(?<name>(eg|ga|kms|css|iam|atlas)\\.[A-Za-z]+)`")]
    private static partial Regex Operations();

    [GeneratedRegex("`(?<name>[^`]+)`")]
    private static partial Regex Names();
}
