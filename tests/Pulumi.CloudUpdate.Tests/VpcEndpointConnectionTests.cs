using Pulumi.CloudUpdate.Css;
using Pulumi.CloudUpdate.Tests.Mocks;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.CloudUpdate.Tests;

/// <summary>Unit tests of a program that decides about endpoint connections.</summary>
internal sealed class VpcEndpointConnectionTests
{
    private readonly CloudMocks _mocks = new()
    {
        Computed = new() { ["connections"] = new[] { new Dictionary<string, object> { ["id"] = "e1", ["status"] = "accepted" } } },
        Answer = new()
        {
            ["clusterId"] = "c1",
            ["connections"] = new[] { Found("e1", "pendingAcceptance"), Found("e2", "accepted"), Found("e3", "pendingAcceptance") },
        },
    };

    [Test]
    public async Task Partners_WhoseConnectionsWait_AreAccepted()
    {
        var resources = await Deployment.TestAsync(_mocks, new TestOptions { IsPreview = false }, () =>
        {
            var waiting = GetVpcEndpointConnections.Invoke(new GetVpcEndpointConnectionsInvokeArgs { ClusterId = "c1" })
                .Apply(found => found.Connections.Where(connection => connection.Status == "pendingAcceptance").Select(connection => connection.Id!));
            _ = new VpcEndpointConnection("partners", new VpcEndpointConnectionArgs
            {
                ClusterId = "c1",
                Action = "receive",
                EndpointIdList = waiting.Apply(ids => ids.ToList()),
            });
        });

        var sent = _mocks.Resources.Single();
        var partners = resources.OfType<VpcEndpointConnection>().Single();
        using var scope = Assert.EnterMultipleScope();
        Assert.That(sent.Inputs["endpointIdList"], Is.EqualTo(new[] { "e1", "e3" }));
        Assert.That(sent.Inputs["action"], Is.EqualTo("receive"));
        Assert.That((await OutputUtilities.GetValueAsync(partners.Connections)).Single().Status, Is.EqualTo("accepted"));
    }

    private static Dictionary<string, object> Found(string id, string status) => new() { ["id"] = id, ["status"] = status };
}
