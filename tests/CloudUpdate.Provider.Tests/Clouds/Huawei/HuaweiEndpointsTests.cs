using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Huawei;
using CloudUpdate.Provider.Clouds.Settings;

namespace CloudUpdate.Provider.Tests.Clouds.Huawei;

/// <summary>Where the services are.</summary>
public sealed class HuaweiEndpointsTests
{
    [TestCase("eg", "cn-north-4", null, "https://eg.cn-north-4.myhuaweicloud.com/")]
    [TestCase("kms", "ap-southeast-3", null, "https://kms.ap-southeast-3.myhuaweicloud.com/")]
    [TestCase("css", "cn-north-4", null, "https://css.cn-north-4.myhuaweicloud.com/")]
    [TestCase("css", "cn-north-1", null, "https://es.cn-north-1.myhuaweicloud.com/")]
    [TestCase("css", "cn-east-2", null, "https://es.cn-east-2.myhuaweicloud.com/")]
    [TestCase("ga", "cn-north-4", null, "https://ga.myhuaweicloud.com/")]
    [TestCase("ga", null, null, "https://ga.myhuaweicloud.com/")]
    [TestCase("iam", "cn-north-4", null, "https://iam.cn-north-4.myhuaweicloud.com/")]
    [TestCase("iam", null, null, "https://iam.myhuaweicloud.com/")]
    [TestCase("eg", "eu-west-101", null, "https://eg.eu-west-101.myhuaweicloud.eu/")]
    [TestCase("ga", "eu-west-101", null, "https://ga.eu-west-101.myhuaweicloud.eu/")]
    [TestCase("iam", "eu-west-101", null, "https://iam.eu-west-101.myhuaweicloud.eu/")]
    [TestCase("eg", "region-1", "example.cloud", "https://eg.region-1.example.cloud/")]
    public void AddressOf_Service_IsItsHost(string service, string? region, string? cloud, string address)
    {
        var endpoints = new HuaweiEndpoints(new HuaweiSettings { Cloud = cloud });

        Assert.That(endpoints.AddressOf(Request(service), region).AbsoluteUri, Is.EqualTo(address));
    }

    [Test]
    public void AddressOf_ConfiguredService_IsTheConfiguredAddressInEveryRegion()
    {
        var configured = new Uri("http://127.0.0.1:8080");
        var endpoints = new HuaweiEndpoints(new HuaweiSettings { Endpoints = new Dictionary<string, Uri> { ["eg"] = configured } });

        Assert.That((endpoints.AddressOf(Request("eg"), "a"), endpoints.AddressOf(Request("eg"), null)), Is.EqualTo((configured, configured)));
    }

    [TestCase(null, "huaweiRegion is not set")]
    [TestCase("evil.example/", "is not a region")]
    [TestCase("a@b", "is not a region")]
    public void AddressOf_NoUsableRegion_IsExplained(string? region, string message) =>
        Assert.That(
            Assert.Throws<CloudException>(() => new HuaweiEndpoints(new HuaweiSettings()).AddressOf(Request("eg"), region))!.Message,
            Does.Contain(message));

    private static CloudRequest Request(string service) =>
        new() { Service = service, Operation = "Op", Method = HttpMethod.Get, PathTemplate = "/" };
}
