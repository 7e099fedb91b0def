using Pulumi.Serialization;

namespace Pulumi.Offline.Tests.Registration;

/// <summary>Which class stands for a resource that the engine refers to.</summary>
internal sealed class ResourceTypeTests
{
    [TestCase("v:m:T", "1.0.0", typeof(Version1Dot5))]
    [TestCase("v:m:T", "1.5.0", typeof(Version1Dot5))]
    [TestCase("v:m:T", "1.6.0", null)]
    [TestCase("v:m:T", "2.0.0", typeof(Version2))]
    [TestCase("v:m:T", "3.0.0", null)]
    [TestCase("v:m:T", "", typeof(Version2))]
    [TestCase("v:m:T", null, typeof(Version2))]
    [TestCase("v:m:Any", "9.9.9", typeof(AnyVersion))]
    [TestCase("v:m:None", "1.0.0", null)]
    public void Find_ByTokenAndVersion_TakesHighestOfSameMajor(string token, string? version, Type? expected)
        => Assert.That(ResourceTypes.Find(token, version), Is.EqualTo(expected));

    [Test]
    public void Order_OfVersions_IsThatOfTheStandard()
    {
        string[] ascending =
        [
            "1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta", "1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1",
            "1.0.0", "v1.0.1", "1.2", "2",
        ];

        var sorted = ascending.Reverse().OrderBy(SemanticVersion.Parse);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(sorted, Is.EqualTo(ascending));
        Assert.That(SemanticVersion.Parse("1.0.0+one").CompareTo(SemanticVersion.Parse("1.0.0+two")), Is.Zero);
    }

    [ResourceType("v:m:T", "1.0.0")]
    private sealed class Version1(string name, ResourceArgs? args, CustomResourceOptions? options)
        : CustomResource("v:m:T", name, args, options);

    [ResourceType("v:m:T", "1.5.0")]
    private sealed class Version1Dot5(string name, ResourceArgs? args, CustomResourceOptions? options)
        : CustomResource("v:m:T", name, args, options);

    [ResourceType("v:m:T", "2.0.0")]
    private sealed class Version2(string name, ResourceArgs? args, CustomResourceOptions? options)
        : CustomResource("v:m:T", name, args, options);

    [ResourceType("v:m:Any", null)]
    private sealed class AnyVersion(string name, ResourceArgs? args, CustomResourceOptions? options)
        : CustomResource("v:m:Any", name, args, options);
}
