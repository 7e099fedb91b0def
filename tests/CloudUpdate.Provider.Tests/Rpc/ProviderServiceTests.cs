using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using CloudUpdate.TestKit.Providers;
using Google.Protobuf.WellKnownTypes;

namespace CloudUpdate.Provider.Tests.Rpc;

internal sealed class ProviderServiceTests
{
    private const string Urn = "urn:pulumi:dev::shop::cloudupdate:test:Thing::a::b $odd";

    [Test]
    public async Task LifeCycle_EchoingProvider_PassesThroughEveryMethod()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));
        var client = host.Client;
        var bag = PropertyCodec.Encode(PropertyMap.Of(("a", PropertyValue.Of(1)), ("b", PropertyValue.Secret(PropertyValue.Of("hidden")))));

        var info = await client.GetPluginInfoAsync(new Empty()).OrTimeout();
        var configured = await client.ConfigureAsync(new ConfigureRequest { Args = bag }).OrTimeout();
        var check = await client.CheckAsync(new CheckRequest { Urn = Urn, News = bag }).OrTimeout();
        var diff = await client.DiffAsync(new DiffRequest { Urn = Urn, Id = "x", Olds = bag, OldInputs = bag, News = bag }).OrTimeout();
        var create = await client.CreateAsync(new CreateRequest { Urn = Urn, Properties = bag }).OrTimeout();
        var read = await client.ReadAsync(new ReadRequest { Urn = Urn, Id = create.Id, Properties = bag }).OrTimeout();
        var update = await client.UpdateAsync(new UpdateRequest { Urn = Urn, Id = create.Id, News = bag }).OrTimeout();
        await client.DeleteAsync(new DeleteRequest { Urn = Urn, Id = create.Id }).OrTimeout();
        var invoke = await client.InvokeAsync(new InvokeRequest { Tok = "cloudupdate:test:get", Args = bag }).OrTimeout();
        await client.CancelAsync(new Empty()).OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(info.Version, Is.EqualTo("1.2.3"));
            Assert.That(configured.AcceptSecrets, Is.True);
            Assert.That(check.Inputs, Is.EqualTo(bag));
            Assert.That(diff.Changes, Is.EqualTo(DiffResponse.Types.DiffChanges.DiffNone));
            Assert.That(create.Id, Is.EqualTo("id-of-a::b $odd"));
            Assert.That(read.Properties, Is.EqualTo(bag));
            Assert.That(read.Inputs, Is.Null);
            Assert.That(update.Properties, Is.EqualTo(bag));
            Assert.That(invoke.Return, Is.EqualTo(bag));
        });
    }
}
