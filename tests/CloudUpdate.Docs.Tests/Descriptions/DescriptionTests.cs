using System.Globalization;
using CloudUpdate.Docs.Tests.Documents;
using CloudUpdate.Provider.Clouds.Settings;
using CloudUpdate.Provider.Schema;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Docs.Tests.Descriptions;

/// <summary>Everything that users meet has a description, and a description says something: meaning, limits and default.</summary>
internal sealed class DescriptionTests
{
    private static IEnumerable<DescribedProperty> Properties => DescribedProperty.All;

    private static IEnumerable<string> Keys => SettingKeys.All.Select(key => key.Name);

    private static JObject Schema { get; } = JObject.Parse(File.ReadAllText(Library.Resolve("schema.json")));

    [TestCaseSource(nameof(Properties))]
    public void Property_OfADefinition_SaysWhatItMeansItsLimitsAndDefault(object property) =>
        Assert.That(DescriptionRules.Problems((DescribedProperty)property), Is.Empty, ((DescribedProperty)property).Property.Description);

    [TestCaseSource(nameof(Keys))]
    public void Key_OfTheConfiguration_SaysItsLimitsAndDefault(string name)
    {
        var key = SettingKeys.Get(name);
        var named = new[] { key.Least, key.Most }.Where(_ => key.Kind is SettingKind.Number).Select(limit => limit.ToString(CultureInfo.InvariantCulture))
            .Concat((key.Allowed ?? []).Select(value => $"`{value}`"));

        Assert.Multiple(() =>
        {
            Assert.That(key.IsCredential || key.Description.Contains("Default: ", StringComparison.Ordinal) || key.Description.Contains("Needed ", StringComparison.Ordinal), Is.True, key.Description);
            Assert.That(named.Where(value => !key.Description.Contains(value, StringComparison.Ordinal)), Is.Empty, key.Description);
        });
    }

    [Test]
    public void Schema_EverythingInIt_HasADescription()
    {
        var parts = ((JObject)Schema["resources"]!).Properties().Concat(((JObject)Schema["functions"]!).Properties()).Concat(((JObject)Schema["types"]!).Properties())
            .Concat(Schema.SelectTokens("$..properties").Concat(Schema.SelectTokens("$..inputProperties")).Concat(Schema.SelectTokens("$.config.variables"))
                .OfType<JObject>().SelectMany(members => members.Properties()).Where(member => member.Value is JObject));

        Assert.That(parts.Where(part => string.IsNullOrWhiteSpace((string?)part.Value["description"])).Select(part => part.Path), Is.Empty);
    }

    [Test]
    public void Schema_ResourcesFunctionsAndTypes_SayMoreThanTheirNames()
    {
        var parts = new[] { "resources", "functions", "types" }.SelectMany(kind => ((JObject)Schema[kind]!).Properties());

        Assert.That(
            parts.Select(part => (part.Name, Problems: DescriptionRules.Meaning((string)part.Value["description"]!, part.Name.Split(':')[2]))).Where(part => part.Problems.Any()).Select(part => part.Name),
            Is.Empty);
    }

    [TestCase("", "Nothing.", "")]
    [TestCase("Name of the group.", "Group", "name")]
    [TestCase("The endpoint groups.", "Group", "endpointGroup")]
    [TestCase("no sentence", "Group", "size")]
    public void Problems_OfADescriptionThatSaysNothing_AreFound(string description, string owner, string name) =>
        Assert.That(DescriptionRules.Problems(new DescribedProperty(owner, Property.Managed(name, Property.Text, description))), Is.Not.Empty);

    [Test]
    public void Problems_OfADescriptionWithoutLimitsAndDefault_AreFound()
    {
        var length = Property.Managed("size", new TextType { MaxLength = 64, Pattern = new TextPattern("[a-z]*", "have letters only") }, "How big a thing may be.");
        var count = Property.Creation("count", new IntegerType { Minimum = 2 }, "How many there are.") with { Variants = ["Kind"] };

        Assert.Multiple(() =>
        {
            Assert.That(DescriptionRules.Problems(new DescribedProperty("Thing", length)), Has.Exactly(2).Items);
            Assert.That(DescriptionRules.Problems(new DescribedProperty("Thing", count)), Has.Exactly(3).Items);
        });
    }
}
