using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Grpc.Core;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>The functions that look connections up.</summary>
public sealed class ConnectionLookupTests
{
    private static readonly PropertyMap s_workspace = Bag.Of(("groupId", DemoCredentials.AtlasGroupId), ("tenantName", DemoCredentials.AtlasWorkspace));

    [TestCaseSource(typeof(ConnectionCases), nameof(ConnectionCases.All))]
    public async Task One_OfEachType_ShowsItWithoutWhatIsNeverGivenBack(object data)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        await bench.ConfigureAsync();

        var (found, _) = await bench.InvokeAsync("cloudupdate:mongodbatlas:getStreamConnection", s_workspace.With("connectionName", resource.Door["connectionName"]));

        Assert.Multiple(() =>
        {
            Assert.That(found.Text("type"), Is.EqualTo(resource.Kind));
            Assert.That(found.Text("state"), Is.EqualTo("READY"));
            Assert.That(found.Text("connectionId"), Is.EqualTo((string?)resource.Object(bench)["id"]));
            Assert.That(resource.WriteOnly.Select(path => PropertyPath.Parse(path).Get(found)), Has.All.Null);
            Assert.That(found.Get("headers"), Is.Null.Or.InstanceOf<SecretValue>());
        });
    }

    [Test]
    public async Task One_ThatDoesNotExist_IsNotFound()
    {
        await using var bench = await Workbench.StartAsync();
        await bench.ConfigureAsync();

        var error = Assert.ThrowsAsync<RpcException>(() => bench.InvokeAsync(
            "cloudupdate:mongodbatlas:getStreamConnection", s_workspace.With(Bag.Of(("connectionName", "none-such")))));

        Assert.That(error!.StatusCode, Is.EqualTo(StatusCode.NotFound));
    }

    [Test]
    public async Task Many_MoreThanOnePage_AreAllThere()
    {
        const int More = 501;
        await using var bench = await Workbench.StartAsync();
        await bench.ConfigureAsync();
        for (var number = 0; number < More; number++)
        {
            bench.PutConnection($"sample-{number}", new JObject { ["type"] = "Sample" });
        }

        var (found, _) = await bench.InvokeAsync("cloudupdate:mongodbatlas:getStreamConnections", s_workspace);

        var names = ((ListValue)found["streamConnections"].Unwrapped).Items.Select(item => ((MapValue)item.Unwrapped).Map.Text("connectionName"));
        Assert.Multiple(() =>
        {
            Assert.That(names, Is.EquivalentTo(bench.Emulator.Objects.List(ObjectKinds.AtlasConnection).Select(item => item.Key.Split('/')[2])));
            Assert.That(bench.Requests, Has.Count.EqualTo(2));
        });
    }
}
