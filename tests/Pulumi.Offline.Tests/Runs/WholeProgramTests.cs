using Pulumi.Acme;
using Pulumi.Acme.Inputs;
using Pulumi.Offline.Tests.Server;

namespace Pulumi.Offline.Tests.Runs;

internal sealed class WholeProgramTests : ServerTest
{
    [Test]
    public async Task RunAsync_ProgramWithProviderResourceAndFunction_RegistersAllInOrder()
    {
        await RunAsync(() =>
        {
            var provider = new Provider("p", new ProviderArgs { Region = "here", Endpoints = { { "eg", "http://localhost:1" } } });
            var widget = new Widget(
                "a",
                new WidgetArgs { Size = 3, Password = "pw", Color = Color.Red, Position = new PositionArgs { X = 1.5 }, Zones = { "z" } },
                new CustomResourceOptions { Provider = provider, Protect = true });
            var found = GetWidget.Invoke(new GetWidgetInvokeArgs { Name = widget.Id }, new InvokeOptions { Provider = provider });
            return new Dictionary<string, object?> { ["size"] = widget.Size, ["found"] = found.Apply(result => result.Name) };
        });

        var registered = Server.Registration("a");
        using var scope = Assert.EnterMultipleScope();
        Assert.That(registered.Type, Is.EqualTo("acme:index:Widget"));
        Assert.That(registered.Provider, Is.EqualTo("urn:pulumi:dev::proj::pulumi:providers:acme::p::p-id"));
        Assert.That(registered.Parent, Is.EqualTo("urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev"));
        Assert.That(registered.Object.Fields["password"].StructValue.Fields["value"].StringValue, Is.EqualTo("pw"));
        Assert.That(Server.Registration("p").Object.Fields["endpoints"].StringValue, Is.EqualTo("""{ "eg": "http://localhost:1" }"""));
        Assert.That(Server.Invokes.Single().Args.Fields["name"].StringValue, Is.EqualTo("a-id"));
        var outputs = Server.Outputs.Single().Outputs.Fields;
        Assert.That(outputs["size"].NumberValue, Is.EqualTo(3));
        Assert.That(outputs["found"].StringValue, Is.EqualTo("a-id"));
        Assert.That(Server.Shutdowns, Is.EqualTo(1));
    }
}
