using NUnit.Framework;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace UnitTested.Infrastructure.Tests;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class RegionRolloutTests
{
    private readonly CloudMocks _mocks = new();

    [TestCase("canary", 5)]
    [TestCase("half", 50)]
    [TestCase("full", 100)]
    public async Task Stage_Known_DecidesTheShareOfTheTraffic(string stage, int percentage)
    {
        await DeployAsync(stage);

        Assert.That(Group().Inputs["trafficDialPercentage"], Is.EqualTo(percentage));
    }

    [Test]
    public void Stage_Unknown_FailsAndNamesThoseThatThereAre() =>
        Assert.That(() => DeployAsync("quarter"), Throws.InstanceOf<RunException>().With.Message.Contains("canary, half and full"));

    [Test]
    public async Task Group_IsAdopted_AndGetsItsTrafficBackWhenTheStackGoes()
    {
        await DeployAsync("canary");

        Assert.That(Group().Inputs["endpointGroupId"], Is.EqualTo("group-1"));
        Assert.That(Group().Inputs["onDelete"], Is.EqualTo("Restore"));
        Assert.That(Group().Inputs, Does.Not.ContainKey("name"), "the rollout has no business with the group's name");
    }

    [Test]
    public async Task Summary_NamesTheRegionThatTheCloudKnows()
    {
        var outputs = await DeployAsync("half");

        var summary = await OutputUtilities.GetValueAsync((Output<string>)outputs["summary"]!);
        Assert.That(summary, Is.EqualTo("ap-southeast-1 takes 50 % of its traffic"));
    }

    private async Task<IDictionary<string, object?>> DeployAsync(string stage)
    {
        var (_, outputs) = await Deployment.TestAsync(_mocks, new TestOptions { IsPreview = false }, () =>
        {
            var rollout = new RegionRollout("storefront", new RegionRolloutArgs { EndpointGroupId = "group-1", Stage = stage });
            return new Dictionary<string, object?> { ["summary"] = rollout.Summary };
        });
        return outputs;
    }

    private MockResourceArgs Group() =>
        _mocks.Declared.Single(resource => resource.Type == "cloudupdate:globalaccelerator:EndpointGroup");
}
