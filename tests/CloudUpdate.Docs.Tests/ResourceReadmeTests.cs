using CloudUpdate.Docs.Tests.Documents;
using CloudUpdate.Provider;
using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Docs.Tests;

/// <summary>The README of each resource has the sections that schema, pages and readers expect.</summary>
internal sealed class ResourceReadmeTests
{
    private static readonly string[] s_sections = ["Example Usage", "Behaviour to know", "Import"];

    private static IEnumerable<string> Resources => new Product().Catalog.Resources.Select(resource => resource.Token);

    [TestCaseSource(nameof(Resources))]
    public void Readme_OfAResource_HasExampleBehaviourAndImport(string token)
    {
        var resource = new Product().Catalog.Resource(token)!;
        var readme = Document.Of(resource.Name, Documentation.Of(resource));

        Assert.Multiple(() =>
        {
            Assert.That(readme.Sections, Is.EqualTo(s_sections));
            Assert.That(readme.Snippets.Where(snippet => snippet.Language == "csharp" && snippet.Text.Contains($"new {resource.Name}(", StringComparison.Ordinal)), Is.Not.Empty);
            Assert.That(readme.Snippets.Where(snippet => snippet.Language == "sh" && snippet.Text.StartsWith($"pulumi import {token} ", StringComparison.Ordinal)), Has.Exactly(1).Items);
        });
    }
}
