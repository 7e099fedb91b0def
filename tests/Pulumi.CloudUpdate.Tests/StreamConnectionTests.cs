using Pulumi.CloudUpdate.MongoDbAtlas;
using Pulumi.CloudUpdate.MongoDbAtlas.Inputs;
using Pulumi.CloudUpdate.Tests.Mocks;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.CloudUpdate.Tests;

/// <summary>Unit tests of a program that manages connections of a stream processing workspace.</summary>
internal sealed class StreamConnectionTests
{
    private readonly CloudMocks _mocks = new() { Computed = new() { ["state"] = "READY" } };

    [Test]
    public async Task Kafka_SendsHowItLogsIn()
    {
        var resources = await Deployment.TestAsync(_mocks, new TestOptions { IsPreview = false }, () => _ = new StreamConnection("kafka", Kafka));

        var sent = (IReadOnlyDictionary<string, object>)_mocks.Resources.Single().Inputs["authentication"];
        var authentication = await OutputUtilities.GetValueAsync(resources.OfType<StreamConnection>().Single().Authentication);
        using var scope = Assert.EnterMultipleScope();
        Assert.That((sent["mechanism"], sent["password"]), Is.EqualTo(((object)"SCRAM-512", (object)"hunter2")));
        Assert.That(authentication!.Username, Is.EqualTo("orders"));
    }

    [Test]
    public async Task Kafka_PasswordGivenInClear_IsSecret()
    {
        var authentication = await OutputUtilities.GetValueAsync(Kafka.Authentication!.ToOutput());

        Assert.That(await Output.IsSecretAsync(authentication.Password!.ToOutput()), Is.True);
    }

    [Test]
    public async Task Hook_HeadersAndAddress_AreSent()
    {
        await Deployment.TestAsync(_mocks, new TestOptions { IsPreview = false }, () => _ = new StreamConnection("hook", new StreamConnectionArgs
        {
            GroupId = "project",
            TenantName = "workspace",
            ConnectionName = "hook",
            Type = "Https",
            Url = Output.Format($"https://{Output.Create("hooks.example.net")}/orders"),
            Headers = { ["X-Tenant"] = "blue" },
        }));

        var sent = _mocks.Resources.Single().Inputs;
        Assert.That(sent["url"], Is.EqualTo("https://hooks.example.net/orders"));
        Assert.That(((IReadOnlyDictionary<string, object>)sent["headers"])["X-Tenant"], Is.EqualTo("blue"));
    }

    private static StreamConnectionArgs Kafka => new()
    {
        GroupId = "project",
        TenantName = "workspace",
        ConnectionName = "kafka",
        Type = "Kafka",
        BootstrapServers = "b-1.example.net:9096",
        Authentication = new StreamConnectionAuthenticationArgs { Mechanism = "SCRAM-512", Username = "orders", Password = "hunter2" },
    };
}
