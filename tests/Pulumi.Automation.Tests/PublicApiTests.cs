using CloudUpdate.TestKit.Api;

namespace Pulumi.Automation.Tests;

internal sealed class PublicApiTests
{
    [Test]
    public async Task PublicSurface_EveryTypeAndMember_IsInListOfPublishedOnes()
    {
        var listed = await ApiList.ReadAsync(typeof(PublicApiTests).Assembly);

        Assert.That(string.Join("\n", ApiListing.Of(typeof(WorkspaceStack).Assembly).Except(listed)), Is.Empty);
    }

    [Test]
    public async Task ListOfPublishedMembers_EveryLine_IsInPublicSurface()
    {
        var listed = await ApiList.ReadAsync(typeof(PublicApiTests).Assembly);

        Assert.That(string.Join("\n", listed.Except(ApiListing.Of(typeof(WorkspaceStack).Assembly))), Is.Empty);
    }
}
