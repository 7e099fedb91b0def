using System.Reflection;
using System.Text.RegularExpressions;
using CloudUpdate.TestKit.Golden;

namespace Pulumi.Engine.Tests;

/// <summary>Every numbered behaviour has a test that names it, stands in the engine's README with the tests that show it, or is left out there with a reason.</summary>
internal sealed partial class ChecklistTests
{
    private static readonly (char Group, int First, int Last)[] Groups =
    [
        ('A', 1, 17), ('B', 18, 24), ('C', 25, 32), ('D', 33, 40), ('E', 41, 44), ('F', 45, 50), ('G', 51, 61), ('H', 62, 70), ('I', 71, 77), ('J', 78, 83), ('K', 84, 87),
    ];

    private static readonly string Readme = File.ReadAllText(Path.Combine(GoldenFile.RepositoryRoot(), "sdk/offline/Pulumi.Engine/README.md"));

    private static IEnumerable<string> Items => Groups.SelectMany(group => Enumerable.Range(group.First, group.Last - group.First + 1).Select(number => $"{group.Group}{number:00}"));

    [TestCaseSource(nameof(Items))]
    public void Item_IsTestedOrLeftOutWithAReason(string item)
    {
        var tested = Assembly.GetExecutingAssembly().GetTypes().SelectMany(type => type.GetMethods()).Any(method => method.Name.StartsWith($"Engine_{item}_", StringComparison.Ordinal));

        Assert.That(tested || InReadme().Contains(item), Is.True, $"{item} has neither a test nor a line in the README");
    }

    [Test]
    public void Readme_NamesTestsThatExist() => Assert.That(
        TestPath().Matches(Readme).Select(match => match.Groups[1].Value).Where(path => !Path.Exists(Path.Combine(GoldenFile.RepositoryRoot(), path))), Is.Empty);

    private static HashSet<string> InReadme() =>
        [.. Row().Matches(Readme).Select(match => match.Groups[1].Value), .. Range().Matches(Readme).SelectMany(match => Between(match.Groups[1].Value, match.Groups[2].Value)), .. Further().Matches(Readme).Select(match => match.Groups[1].Value)];

    private static IEnumerable<string> Between(string first, string last) =>
        Items.Where(item => string.CompareOrdinal(item, first) >= 0 && string.CompareOrdinal(item, last) <= 0);

    [GeneratedRegex(@"^\| ([A-K]\d\d)", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"^\| ([A-K]\d\d) to ([A-K]\d\d)", RegexOptions.Multiline)]
    private static partial Regex Range();

    [GeneratedRegex(@"^\| [^|]*, ([A-K]\d\d) ", RegexOptions.Multiline)]
    private static partial Regex Further();

    [GeneratedRegex("`(tests/[^`]+)`")]
    private static partial Regex TestPath();
}
