using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

public sealed class EndpointGroupTests
{
    private const string Token = "cloudupdate:globalaccelerator:EndpointGroup";
    private const string GroupId = "3a9f50bb-f041-4eac-a117-82472d8a0007";

    [Test]
    public async Task Up_AdoptedWithTheSeedsValues_SendsTheSeedsBodyOnceAndThenNothing()
    {
        await using var bench = await Workbench.StartAsync();
        var group = bench.Resource(Token);
        var program = Bag.Of(
            ("endpointGroupId", GroupId),
            ("name", "endpoint-group-name-new"),
            ("description", "endpoint-group description new"),
            ("trafficDialPercentage", 5));

        var preview = await group.PreviewAsync(program);
        Assert.That(bench.Written, Is.Empty);

        var up = await group.UpAsync(program);
        var written = bench.Written;
        var again = await group.UpAsync(program);

        Assert.Multiple(() =>
        {
            Assert.That(preview.Op, Is.EqualTo(Op.Create));
            Assert.That(written, Has.Count.EqualTo(1));
            Assert.That(JToken.DeepEquals(written[0], JObject.Parse(
                """{"endpoint_group":{"name":"endpoint-group-name-new","description":"endpoint-group description new","traffic_dial_percentage":5}}""")), Is.True);
            Assert.That(up.Outputs.Text("status"), Is.EqualTo("ACTIVE"));
            Assert.That(again.Op, Is.EqualTo(Op.Same));
            Assert.That(bench.Written, Has.Count.EqualTo(1));
            Assert.That(group.Said, Has.Some.Contains("trafficDialPercentage"));
        });
    }
}
