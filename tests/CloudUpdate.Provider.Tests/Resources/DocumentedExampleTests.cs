using CloudUpdate.Emulator;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Tests.Lifecycles.Support;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>
/// An update that sets the values of an API document's example request sends exactly that body. None of the four needs a member more: the
/// example for event stream clusters states all five members already, and the others are documented to merge.
/// </summary>
public sealed class DocumentedExampleTests
{
    private static IEnumerable<TestCaseData> Examples =>
    [
        new TestCaseData(
            ResourceCases.EventStreamCluster,
            Bag.Of(
                ("name", "cluster-xspx0v5v"),
                ("description", "xxx"),
                ("publicAccessEnabled", true),
                ("natId", "c43e1888-6589-4b43-xxxxxxxxxxxx"),
                ("eipId", "e7d72bae-653e-4fb5-xxxxxxxxxxxx")),
            """
            {
              "name" : "cluster-xspx0v5v",
              "description" : "xxx",
              "public_access_enabled" : true,
              "nat_id" : "c43e1888-6589-4b43-xxxxxxxxxxxx",
              "eip_id" : "e7d72bae-653e-4fb5-xxxxxxxxxxxx"
            }
            """).SetArgDisplayNames("Updating a Professional Event Stream Cluster"),
        new TestCaseData(
            ResourceCases.EndpointGroup,
            Bag.Of(("name", "endpoint-group-name-new"), ("description", "endpoint-group description new"), ("trafficDialPercentage", 5)),
            """
            {
              "endpoint_group" : {
                "name" : "endpoint-group-name-new",
                "description" : "endpoint-group description new",
                "traffic_dial_percentage" : 5
              }
            }
            """).SetArgDisplayNames("Updating an Endpoint Group"),
        new TestCaseData(
            ResourceCases.EventNotification,
            Bag.Of(("notification", Bag.Of(("targetType", "SMN"), ("targetId", "demo-smn-id"), ("targetName", "demo-smn-name")))),
            """{ "notification" : { "target_type" : "SMN", "target_id" : "demo-smn-id", "target_name" : "demo-smn-name" } }""")
            .SetArgDisplayNames("Update an Event"),
        new TestCaseData(
            ResourceCases.VpcEndpointConnection,
            Bag.Of(("action", "receive")),
            """
            {
              "action" : "receive",
              "endpoint_id_list" : [ "f132bb14-e1d5-4f25-9f7c-a29e4c8effd4" ]
            }
            """).SetArgDisplayNames("Updating an Endpoint Connection"),
    ];

    [TestCaseSource(nameof(Examples))]
    public async Task Update_ValuesOfTheExample_SendsItsBody(object data, object stated, string example)
    {
        var resource = (ResourceCase)data;
        await using var bench = await resource.StartAsync();
        var thing = bench.Resource(resource.Token);
        await thing.UpAsync(resource.Door);
        bench.Emulator.Journal.Clear();

        await thing.UpAsync(resource.Door.With((PropertyMap)stated));

        Assert.Multiple(() =>
        {
            Assert.That(bench.Emulator.Journal.Writes.Single(), Has.Property(nameof(JournalEntry.Body)).EqualTo(JObject.Parse(example)));
            Assert.That(bench.Emulator.Journal.Writes.Single().NullMembers, Is.Empty);
        });
    }
}
