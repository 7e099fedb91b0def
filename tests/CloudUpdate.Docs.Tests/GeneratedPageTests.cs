using CloudUpdate.Docs.Tests.Documents;
using CloudUpdate.Provider;

namespace CloudUpdate.Docs.Tests;

/// <summary>The pages that follow from the definitions are what the definitions say.</summary>
internal sealed class GeneratedPageTests
{
    [Test]
    public void Pages_OfTheDocumentation_AreCurrent()
    {
        var pages = new Product().WriteDocs();
        var files = Library.Files.Where(file => file.Path.StartsWith("provider/docs/", StringComparison.Ordinal)).ToDictionary(file => file.Path["provider/docs/".Length..], file => file.Text);

        Assert.Multiple(() =>
        {
            Assert.That(pages.Where(page => files.GetValueOrDefault(page.Key) != page.Value).Select(page => page.Key), Is.Empty, "dotnet run --project provider/CloudUpdate.Provider -- --write-docs provider/docs");
            Assert.That(files.Keys.Where(path => path.Contains('/')), Is.SubsetOf(pages.Keys));
        });
    }

    [Test]
    public void Readme_Configuration_NamesKeysAndVariablesThatExist()
    {
        var keys = CloudUpdate.Provider.Clouds.Settings.SettingKeys.All;
        var names = keys.Select(key => $"`cloudupdate:{key.Name}`").Concat(keys.SelectMany(key => key.Variables).Select(variable => $"`{variable}`")).ToHashSet();

        var rows = Library.Named("README.md").Table("Configuration");

        Assert.That(rows.SelectMany(row => new[] { row[0], row[2] }).SelectMany(cell => cell.Split(", ")).Where(name => name.Length > 0 && !names.Contains(name)), Is.Empty);
    }
}
