using Pulumi.Acme;
using Pulumi.Offline.Tests.Server;
using Pulumi.Utilities;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi.Offline.Tests.Registration;

/// <summary>What the options of a resource become in the request that registers it.</summary>
internal sealed class OptionTests : ServerTest
{
    private const string StackUrn = "urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev";

    [Test]
    public async Task Registration_WithoutOptions_HasDefaults()
    {
        await RunAsync(() => _ = new AnyResource<object>("r", 1));

        Assert.That(Server.Registration("r"), Is.EqualTo(new Rpc.RegisterResourceRequest
        {
            Type = "t:m:Any",
            Name = "r",
            Custom = true,
            Parent = StackUrn,
            Object = new() { Fields = { ["value"] = Google.Protobuf.WellKnownTypes.Value.ForNumber(1) } },
            AcceptSecrets = true,
            AcceptResources = true,
            SupportsResultReporting = true,
            PropertyDependencies = { ["value"] = new() },
        }));
    }

    [Test]
    public async Task Registration_WithAllOptions_CarriesThem()
    {
        await RunAsync(() => _ = new AnyResource<object>("r", null, new CustomResourceOptions
        {
            Protect = true,
            IgnoreChanges = { "a" },
            Version = "1.0.0",
            PluginDownloadURL = "https://plugins",
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(5), Delete = TimeSpan.FromTicks(1) },
            ReplaceOnChanges = { "b" },
            RetainOnDelete = false,
            DeletedWith = new AnyResource<object>("owner"),
            DeleteBeforeReplace = false,
            AdditionalSecretOutputs = { "c" },
            ImportId = "existing",
        }));

        var request = Server.Registration("r");
        using var scope = Assert.EnterMultipleScope();
        Assert.That((request.HasProtect, request.Protect), Is.EqualTo((true, true)));
        Assert.That((request.HasRetainOnDelete, request.RetainOnDelete), Is.EqualTo((true, false)));
        Assert.That((request.DeleteBeforeReplaceDefined, request.DeleteBeforeReplace), Is.EqualTo((true, false)));
        Assert.That(request.IgnoreChanges, Is.EqualTo(new[] { "a" }));
        Assert.That(request.ReplaceOnChanges, Is.EqualTo(new[] { "b" }));
        Assert.That(request.AdditionalSecretOutputs, Is.EqualTo(new[] { "c" }));
        Assert.That((request.Version, request.PluginDownloadURL, request.ImportId), Is.EqualTo(("1.0.0", "https://plugins", "existing")));
        Assert.That(request.CustomTimeouts, Is.EqualTo(
            new Rpc.RegisterResourceRequest.Types.CustomTimeouts { Create = "300000000000ns", Delete = "100ns" }));
        Assert.That(request.DeletedWith, Is.EqualTo("urn:pulumi:dev::proj::t:m:Any::owner"));
    }

    [Test]
    public async Task Registration_OfComponent_LeavesOutOptionsOfCustomResources()
    {
        await RunAsync(
            () => _ = new AnyComponent("k", 1, new ComponentResourceOptions { ReplaceOnChanges = { "b" }, IgnoreChanges = { "a" } }));

        var request = Server.Registration("k");
        using var scope = Assert.EnterMultipleScope();
        Assert.That((request.Custom, request.Remote), Is.EqualTo((false, false)));
        Assert.That(request.ReplaceOnChanges, Is.Empty);
        Assert.That(request.IgnoreChanges, Is.EqualTo(new[] { "a" }));
        Assert.That(request.Object.Fields["value"].NumberValue, Is.EqualTo(1));
    }

    [Test]
    public async Task Stack_OfProgram_IsRegisteredFirstWithoutParent()
    {
        await RunAsync(() => _ = new AnyResource<object>("r"));

        var stack = Server.Registrations.First();
        Assert.That((stack.Type, stack.Name, stack.Parent), Is.EqualTo(("pulumi:pulumi:Stack", "proj-dev", "")));
    }

    [Test]
    public async Task DeletedWith_EngineDoesNotKnowIt_FailsProgram()
    {
        Server.Supports = feature => feature != "deletedWith";

        var (_, failure) = await TryAsync(
            () => _ = new AnyResource<object>("r", null, new CustomResourceOptions { DeletedWith = new AnyResource<object>("owner") }));

        Assert.That(
            failure!.SourceException.Message,
            Is.EqualTo("The Pulumi CLI does not support the DeletedWith option. Please update the Pulumi CLI."));
    }

    [Test]
    public async Task Dependencies_OfComponent_AreItsCustomChildren()
    {
        await RunAsync(() =>
        {
            var outer = new AnyComponent("outer");
            var inner = new AnyComponent("inner", null, new ComponentResourceOptions { Parent = outer });
            var child = new AnyResource<object>("child", null, new CustomResourceOptions { Parent = inner });
            _ = new AnyResource<object>("grandchild", null, new CustomResourceOptions { Parent = child });
            _ = new AnyResource<object>("r", null, new CustomResourceOptions { DependsOn = { outer } });
        });

        Assert.That(
            Server.Registration("r").Dependencies,
            Is.EqualTo(new[] { "urn:pulumi:dev::proj::t:m:Component$t:m:Component$t:m:Any::child" }));
    }

    [Test]
    public async Task Dependencies_OfInputs_AreListedForEachProperty()
    {
        await RunAsync(() =>
        {
            var one = new AnyResource<string>("one", "v");
            var two = new AnyResource<string>("two");
            _ = new Widget(
                "w",
                new WidgetArgs { Size = one.Value.Apply(_ => 1), Password = one.Id.Apply(id => two.Id), Zones = { "z" } },
                new CustomResourceOptions { DependsOn = new AnyResource<string>("three") });
        });

        var request = Server.Registration("w");
        using var scope = Assert.EnterMultipleScope();
        Assert.That(request.Dependencies, Is.EquivalentTo(new[] { UrnOf("one"), UrnOf("two"), UrnOf("three") }));
        Assert.That(request.PropertyDependencies["size"].Urns, Is.EqualTo(new[] { UrnOf("one") }));
        Assert.That(request.PropertyDependencies["password"].Urns, Is.EquivalentTo(new[] { UrnOf("one"), UrnOf("two") }));
        Assert.That(request.PropertyDependencies["zones"].Urns, Is.Empty);
    }

    [Test]
    public async Task ParentOptions_ProtectAndProviders_AreInherited()
    {
        await RunAsync(() =>
        {
            var provider = new Provider("p");
            var outer = new AnyComponent("outer", null, new ComponentResourceOptions { Providers = { provider }, Protect = true });
            var inner = new AnyComponent("inner", null, new ComponentResourceOptions { Parent = outer });
            _ = new Widget("mine", new WidgetArgs { Size = 1 }, new CustomResourceOptions { Parent = inner });
            _ = new AnyResource<object>("other", null, new CustomResourceOptions { Parent = inner, Protect = false });
        });

        const string Provider = "urn:pulumi:dev::proj::pulumi:providers:acme::p::p-id";
        using var scope = Assert.EnterMultipleScope();
        Assert.That((Server.Registration("mine").Provider, Server.Registration("mine").Protect), Is.EqualTo((Provider, true)));
        Assert.That((Server.Registration("other").Provider, Server.Registration("other").Protect), Is.EqualTo(("", false)));
        Assert.That(Server.Registration("inner").Provider, Is.Empty);
    }

    [Test]
    public async Task Provider_OfCustomParent_IsInheritedByChildren()
    {
        await RunAsync(() =>
        {
            var parent = new Widget("parent", new WidgetArgs { Size = 1 }, new CustomResourceOptions { Provider = new Provider("p") });
            _ = new Widget("child", new WidgetArgs { Size = 1 }, new CustomResourceOptions { Parent = parent });
        });

        Assert.That(Server.Registration("child").Provider, Does.EndWith("::p::p-id"));
    }

    [Test]
    public async Task Provider_WithUnknownId_IsNamedWithUnknown()
    {
        Settings = Settings with { IsDryRun = true };
        Server.OnRegister = request =>
        {
            var response = EngineServer.Echo(request);
            response.Id = "";
            return response;
        };

        await RunAsync(() => _ = new Widget("w", new WidgetArgs { Size = 1 }, new CustomResourceOptions { Provider = new Provider("p") }));

        Assert.That(
            Server.Registration("w").Provider,
            Is.EqualTo("urn:pulumi:dev::proj::pulumi:providers:acme::p::04da6b54-80e4-46f7-96ec-b56ff0331ba9"));
    }

    [Test]
    public async Task RemoteComponent_WithProvider_SendsItByPackage()
    {
        await RunAsync(() => _ = new AnyComponent("k", null, new ComponentResourceOptions { Provider = new Provider("p") }, remote: true));

        Assert.That(Server.Registration("k").Providers["acme"], Does.EndWith("::p::p-id"));
    }

    [Test]
    public async Task Component_WithProviderAndProviders_IsRefused()
    {
        var (exitCode, failure) = await TryAsync(() =>
        {
            var provider = new Provider("p");
            _ = new AnyComponent("k", null, new ComponentResourceOptions { Provider = provider, Providers = { provider } });
        });

        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(
            failure!.SourceException,
            Is.TypeOf<ResourceException>().With.Message.EqualTo(
                "Do not supply both 'provider' and 'providers' options to a ComponentResource."));
    }

    [Test]
    public async Task Get_WithId_ReadsInsteadOfRegistering()
    {
        Widget? widget = null;
        Server.OnRead = request => new()
        {
            Urn = EngineServer.UrnOf("", request.Type, request.Name),
            Properties = new() { Fields = { ["size"] = Google.Protobuf.WellKnownTypes.Value.ForNumber(4) } },
        };

        await RunAsync(() => widget = Widget.Get("w", "the-id"));

        var request = Server.Reads.Single();
        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            (request.Id, request.Type, request.Name, request.Parent, request.Version),
            Is.EqualTo(("the-id", "acme:index:Widget", "w", StackUrn, "1.2.3")));
        Assert.That((request.AcceptSecrets, request.AcceptResources), Is.EqualTo((true, true)));
        Assert.That((await widget!.Size.Data).Value, Is.EqualTo(4));
        Assert.That((await widget.Id.Data).Value, Is.EqualTo("the-id"));
        Assert.That(Server.Registrations.Select(registered => registered.Name), Does.Not.Contain("w"));
    }

    [Test]
    public async Task Get_WithUnknownId_Registers()
    {
        await RunAsync(() => _ = Widget.Get("w", OutputUtilities.CreateUnknown("")));

        Assert.That(Server.Reads, Is.Empty);
        Assert.That(Server.Registration("w").Custom, Is.True);
    }

    [Test]
    public async Task Id_OnComponent_IsRefused()
    {
        var (_, failure) = await TryAsync(() => _ = new AnyComponent("k", null, new ComponentResourceOptions { Id = "x" }));

        Assert.That(failure!.SourceException.Message, Is.EqualTo("ResourceOptions.Id is only valid for a CustomResource"));
    }

    [TestCase("", "n", "'type' cannot be null or empty. (Parameter 'type')")]
    [TestCase("t:m:T", "", "'name' cannot be null or empty. (Parameter 'name')")]
    public async Task Constructor_WithoutTypeOrName_Throws(string type, string name, string message)
    {
        var (_, failure) = await TryAsync(() => _ = new CustomResource(type, name, null));

        Assert.That(failure!.SourceException, Is.TypeOf<ArgumentException>().With.Message.EqualTo(message));
    }

    [Test]
    public async Task RegisterOutputs_OfComponent_SendsThemWithoutNulls()
    {
        await RunAsync(() => new AnyComponent("k").Complete(new Dictionary<string, object?>
        {
            ["plain"] = 1,
            ["none"] = null,
            ["secret"] = Output.CreateSecret("s"),
        }));

        var request = Server.Outputs.Single(outputs => outputs.Urn.EndsWith("::k", StringComparison.Ordinal));
        Assert.That(request.Outputs.Fields.Keys, Is.EquivalentTo(new[] { "plain", "secret" }));
        Assert.That(request.Outputs.Fields["secret"].StructValue.Fields["value"].StringValue, Is.EqualTo("s"));
    }

    private static string UrnOf(string name) => $"urn:pulumi:dev::proj::t:m:Any::{name}";
}
