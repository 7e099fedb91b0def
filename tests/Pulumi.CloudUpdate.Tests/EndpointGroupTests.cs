using Pulumi.CloudUpdate.GlobalAccelerator;
using Pulumi.CloudUpdate.GlobalAccelerator.Inputs;
using Pulumi.CloudUpdate.Tests.Mocks;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.CloudUpdate.Tests;

/// <summary>Unit tests of a program that manages an endpoint group.</summary>
internal sealed class EndpointGroupTests
{
    private readonly CloudMocks _mocks = new()
    {
        Computed = new()
        {
            ["ownership"] = "Adopted",
            ["status"] = "ACTIVE",
            ["listeners"] = new[] { new Dictionary<string, object> { ["id"] = "l1" } },
        },
        Answer = new() { ["endpointGroupId"] = "g1", ["name"] = "blue", ["description"] = "", ["trafficDialPercentage"] = 40 },
    };

    [Test]
    public async Task Stack_AdoptsGroup_SetsItsShareOfTraffic()
    {
        var resources = await Deployment.TestAsync<TrafficStack>(_mocks, new TestOptions { IsPreview = false });

        var group = resources.OfType<EndpointGroup>().Single();
        var sent = _mocks.Resources.Single(args => args.Type == "cloudupdate:globalaccelerator:EndpointGroup");
        using var scope = Assert.EnterMultipleScope();
        Assert.That(sent.Inputs.Keys, Is.EquivalentTo(new[] { "endpointGroupId", "trafficDialPercentage", "onDelete" }));
        Assert.That((sent.Inputs["trafficDialPercentage"], sent.Inputs["onDelete"]), Is.EqualTo(((object)25.0, (object)"Restore")));
        Assert.That(sent.Provider, Does.EndWith("::huawei::huawei-id"));
        Assert.That(await ValueOf(group.Ownership), Is.EqualTo(Ownership.Adopted));
        Assert.That((await ValueOf(group.Listeners)).Single().Id, Is.EqualTo("l1"));
        Assert.That(await ValueOf(resources.OfType<TrafficStack>().Single().Status), Is.EqualTo("ACTIVE"));
    }

    [Test]
    public async Task Stack_InPreview_DoesNotKnowWhatTheCloudComputes()
    {
        var resources = await Deployment.TestAsync<TrafficStack>(new EmptyMocks());

        var group = resources.OfType<EndpointGroup>().Single();
        Assert.That(await OutputUtilities.GetIsKnownAsync(group.Status), Is.False);
        Assert.That(await ValueOf(group.TrafficDialPercentage), Is.EqualTo(25));
    }

    [Test]
    public async Task Group_CreatedWithListener_SendsNestedInputs()
    {
        await Deployment.TestAsync(_mocks, new TestOptions(), () => _ = new EndpointGroup("g", new EndpointGroupArgs
        {
            Name = "green",
            RegionId = "cn-north-4",
            Listeners = { new EndpointGroupListenerArgs { Id = "l1" } },
        }));

        var listeners = (IEnumerable<object>)_mocks.Resources.Single().Inputs["listeners"];
        Assert.That(((IReadOnlyDictionary<string, object>)listeners.Single())["id"], Is.EqualTo("l1"));
    }

    [Test]
    public async Task Get_OfExistingGroup_AsksForItsId()
    {
        await Deployment.TestAsync(_mocks, new TestOptions(), () => _ = EndpointGroup.Get("g", "g1"));

        Assert.That(_mocks.Resources.Single().Id, Is.EqualTo("g1"));
    }

    [Test]
    public async Task GetEndpointGroup_InBothForms_ReadsTheAnswer()
    {
        GetEndpointGroupResult? found = null;

        var (_, outputs) = await Deployment.TestAsync(_mocks, new TestOptions(), async () =>
        {
            found = await GetEndpointGroup.InvokeAsync(new GetEndpointGroupArgs { EndpointGroupId = "g1" });
            var output = GetEndpointGroup.Invoke(new GetEndpointGroupInvokeArgs { EndpointGroupId = Output.Create("g1") });
            return new Dictionary<string, object?> { ["name"] = output.Apply(group => group.Name) };
        });

        Assert.That((found!.Name, found.TrafficDialPercentage), Is.EqualTo(("blue", 40)));
        Assert.That(await ValueOf((Output<string>)outputs["name"]!), Is.EqualTo("blue"));
    }

    private static Task<T> ValueOf<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);

    internal sealed class TrafficStack : Stack
    {
        public TrafficStack()
        {
            var provider = new Provider("huawei", new ProviderArgs { HuaweiRegion = "cn-north-4", HuaweiSecretKey = "sk" });
            var group = new EndpointGroup(
                "g",
                new EndpointGroupArgs { EndpointGroupId = "g1", TrafficDialPercentage = 25, OnDelete = OnDelete.Restore },
                new CustomResourceOptions { Provider = provider });
            Status = group.Status;
        }

        [Output]
        public Output<string?> Status { get; private set; }
    }
}
