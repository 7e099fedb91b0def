using CloudUpdate.Emulator.Tests.Support;

namespace CloudUpdate.Emulator.Tests.Documents;

/// <summary>The example requests of the four Huawei documents as printed there, with the project's id in the place of its placeholder.</summary>
internal sealed class HuaweiExampleTests : EmulatorTest
{
    [Test]
    public async Task EventGrid_UpdatingAProfessionalEventStreamCluster_AnswersAsDocumented()
    {
        var answer = await Client.SignedAsync(
            "PUT",
            $"/v1/{DemoCredentials.ProjectId}/eventrouter/clusters/fac59513-6c18-4266-bc81-5d412dfc1925",
            """
            {
              "name" : "cluster-xspx0v5v",
              "description" : "xxx",
              "public_access_enabled" : true,
              "nat_id" : "c43e1888-6589-4b43-xxxxxxxxxxxx",
              "eip_id" : "e7d72bae-653e-4fb5-xxxxxxxxxxxx"
            }
            """);

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Assert.That(answer.Header("X-Request-Id"), Is.Not.Empty);
        Shape.AssertLike(
            answer.Json,
            """
            {
              "cluster_id" : "fac59513-6c18-4266-bc81-5d412dfc1925",
              "name" : "cluster-ifpcv5u4",
              "description" : null,
              "source_type" : "KAFKA",
              "sink_type" : "KAFKA",
              "status" : "RUNNING",
              "job_count" : 1,
              "err_code" : null,
              "err_message" : null,
              "created_time" : "2024-05-16T11:46:07Z",
              "updated_time" : "2024-05-16T11:46:07Z",
              "vpc_id" : "199f632d-34e7-4915-b4d8-1bc4e2824867",
              "subnet_id" : "0d1799e1-116e-4551-92dc-02dd8a860072",
              "public_access_enabled" : true,
              "nat_id" : "c43e1888-6589-4b43-xxxxxxxxxxxx",
              "eip_id" : "e7d72bae-653e-4fb5-xxxxxxxxxxxx"
            }
            """);
    }

    [Test]
    public async Task GlobalAccelerator_UpdatingAnEndpointGroup_AnswersAsDocumented()
    {
        var answer = await Client.SignedAsync(
            "PUT",
            "/v1/endpoint-groups/3a9f50bb-f041-4eac-a117-82472d8a0007",
            """
            {
              "endpoint_group" : {
                "name" : "endpoint-group-name-new",
                "description" : "endpoint-group description new",
                "traffic_dial_percentage" : 5
              }
            }
            """);

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Shape.AssertLike(
            answer.Json,
            """
            {
              "endpoint_group" : {
                "id" : "3a9f50bb-f041-4eac-a117-82472d8a0007",
                "name" : "endpoint-group-name-new",
                "description" : "endpoint-group description new",
                "status" : "ACTIVE",
                "traffic_dial_percentage" : 5,
                "region_id" : "ap-southeast-1",
                "listeners" : [ {
                  "id" : "1b11747a-b139-492f-9692-2df0b1c87193"
                } ],
                "created_at" : "2019-01-08T01:21:37.151Z",
                "updated_at" : "2019-01-08T01:21:37.151Z",
                "domain_id" : "99a3fff0d03c428eac3678da6a7d0f24",
                "frozen_info" : {
                  "status" : 2,
                  "effect" : 1,
                  "scene" : [ "ARREAR", "POLICE" ]
                }
              },
              "request_id" : "915a14a6-867b-4af7-83d1-70efceb146f9"
            }
            """);
    }

    [Test]
    public async Task Csms_UpdateAnEvent_AnswersAsDocumented()
    {
        var answer = await Client.SignedAsync(
            "PUT",
            $"/v1/{DemoCredentials.ProjectId}/csms/events/event-test",
            """{ "notification" : { "target_type" : "SMN", "target_id" : "demo-smn-id", "target_name" : "demo-smn-name" } }""");

        Assert.That(answer.Status, Is.EqualTo(200), answer.Text);
        Shape.AssertLike(
            answer.Json,
            """{ "event" : { "name" : "event-test", "event_id" : "bb6a3d22-dc93-47ac-b5bd-88df7ad35f1e", "state" : "ENABLED", "event_types" : [ "SECRET_VERSION_EXPIRED" ], "create_time" : 1581507580000, "update_time" : 1581507580000, "notification" : { "target_type" : "SMN", "target_id" : "urn:smn:cn-north-4:SecertExpirationTest", "target_name" : "SecertExpirationNotificationTest" } } }""");
    }

    [Test]
    public async Task Css_UpdatingAnEndpointConnection_AnswersWithoutABody()
    {
        var answer = await Client.SignedAsync(
            "POST",
            $"/v1.0/{DemoCredentials.ProjectId}/clusters/4f3deec3-efa8-4598-bf91-560aad1377a3/vpcepservice/connections",
            """
            {
              "action" : "receive",
              "endpoint_id_list" : [ "f132bb14-e1d5-4f25-9f7c-a29e4c8effd4" ]
            }
            """);

        Assert.That((answer.Status, answer.Text), Is.EqualTo((200, "")));
    }
}
