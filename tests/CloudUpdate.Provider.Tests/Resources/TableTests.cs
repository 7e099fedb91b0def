using CloudUpdate.Provider.Resources;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>What the tables of the resources say.</summary>
public sealed class TableTests
{
    [TestCase("cloudupdate:eventgrid:EventStreamCluster", 20)]
    [TestCase("cloudupdate:globalaccelerator:EndpointGroup", 10)]
    [TestCase("cloudupdate:csms:EventNotification", 5)]
    [TestCase("cloudupdate:css:VpcEndpointConnection", 5)]
    [TestCase("cloudupdate:mongodbatlas:StreamConnection", 40)]
    public void Timeout_WithoutTheUsers_IsTheDocumentedOne(string token, int minutes) =>
        Assert.That(Catalog.Product.Resource(token)!.Timeout, Is.EqualTo(TimeSpan.FromMinutes(minutes)));

    [TestCaseSource(typeof(ResourceCases), nameof(ResourceCases.Huawei))]
    public void Readme_OfTheResource_SaysWhatItManagesHowToImportAndWhatMaySurprise(object data)
    {
        var text = Documentation.Of(Catalog.Product.Resource(((ResourceCase)data).Token)!);
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("## Example Usage").And.Contain("```csharp"));
            Assert.That(text, Does.Contain("## Import").And.Contain($"pulumi import {((ResourceCase)data).Token}"));
            Assert.That(text, Does.Contain("## Behaviour to know"));
            Assert.That(text, Does.Contain("`retainOnDelete` and `deletedWith`"));
        });
    }
}
