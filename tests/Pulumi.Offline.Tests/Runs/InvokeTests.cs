using Google.Protobuf.WellKnownTypes;
using Pulumi.Acme;
using Pulumi.Offline.Tests.Registration;
using Pulumi.Offline.Tests.Server;
using Pulumi.Utilities;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi.Offline.Tests.Runs;

internal sealed class InvokeTests : ServerTest
{
    private const string Unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    [SetUp]
    public void AnswerFunctions()
        => Server.OnInvoke = request => new()
        {
            Return = new Struct { Fields = { ["name"] = request.Args.Fields["name"], ["size"] = Value.ForNumber(5) } },
        };

    [Test]
    public async Task Invoke_WithKnownArguments_DependsOnTheirResources()
    {
        Output<GetWidgetResult>? found = null;
        Widget? widget = null;

        await RunAsync(() =>
        {
            widget = new Widget("w", new WidgetArgs { Size = 1 });
            found = GetWidget.Invoke(new GetWidgetInvokeArgs { Name = widget.Id });
        });

        var data = await found!.Data;
        using var scope = Assert.EnterMultipleScope();
        Assert.That((data.Value.Name, data.Value.Size), Is.EqualTo(("w-id", 5)));
        Assert.That((data.IsKnown, data.IsSecret), Is.EqualTo((true, false)));
        Assert.That(data.Traits.Resources, Is.EquivalentTo(new[] { widget }));
        Assert.That(Server.Invokes.Single(), Is.EqualTo(new Rpc.ResourceInvokeRequest
        {
            Tok = "acme:index:getWidget",
            Args = new Struct { Fields = { ["name"] = Value.ForString("w-id") } },
            Version = "1.2.3",
            AcceptResources = true,
        }));
    }

    [Test]
    public async Task Invoke_WithUnknownArgument_IsUnknownWithoutCall()
    {
        Output<GetWidgetResult>? found = null;

        await RunAsync(() => found = GetWidget.Invoke(new GetWidgetInvokeArgs { Name = OutputUtilities.CreateUnknown("") }));

        await new Outputs.OutputState(IsKnown: false, IsSecret: false).VerifyAsync(found!, null!);
        Assert.That(Server.Invokes, Is.Empty);
    }

    [Test]
    public async Task Invoke_OfResourceWithoutIdYet_IsUnknownWithoutCall([Values] bool byOption)
    {
        Settings = Settings with { IsDryRun = true };
        Server.OnRegister = request =>
        {
            var response = EngineServer.Echo(request);
            response.Id = "";
            return response;
        };
        Output<GetWidgetResult>? found = null;

        await RunAsync(() =>
        {
            var component = new AnyComponent("k");
            var widget = new Widget("w", new WidgetArgs { Size = 1, Password = "p" }, new CustomResourceOptions { Parent = component });
            found = byOption
                ? GetWidget.Invoke(new GetWidgetInvokeArgs { Name = "n" }, new InvokeOutputOptions { DependsOn = { component } })
                : GetWidget.Invoke(new GetWidgetInvokeArgs { Name = widget.Size.Apply(_ => "n") });
        });

        Assert.That((await found!.Data).IsKnown, Is.False);
        Assert.That(Server.Invokes, Is.Empty);
    }

    [Test]
    public async Task Invoke_WithDependsOn_WaitsAndDependsOnIt()
    {
        Output<GetWidgetResult>? found = null;
        Widget? widget = null;

        await RunAsync(() =>
        {
            widget = new Widget("w", new WidgetArgs { Size = 1 });
            found = GetWidget.Invoke(new GetWidgetInvokeArgs { Name = "n" }, new InvokeOutputOptions { DependsOn = { widget } });
        });

        Assert.That((await found!.Data).Traits.Resources, Is.EquivalentTo(new[] { widget }));
    }

    [Test]
    public async Task Invoke_WithSecretArgument_IsAsSecretAsTheAnswer([Values] bool answerIsSecret)
    {
        var name = new Struct
        {
            Fields =
            {
                ["4dabf18193072939515e22adb298388d"] = Value.ForString("1b47061264138c4ac30d75fd1eb44270"),
                ["value"] = Value.ForString("s"),
            },
        };
        var answer = answerIsSecret ? Value.ForStruct(name) : Value.ForString("s");
        Server.OnInvoke = _ => new() { Return = new Struct { Fields = { ["name"] = answer, ["size"] = Value.ForNumber(1) } } };
        Output<GetWidgetResult>? found = null;

        await RunAsync(() => found = GetWidget.Invoke(new GetWidgetInvokeArgs { Name = Output.CreateSecret("n") }));

        var data = await found!.Data;
        Assert.That((data.IsSecret, data.Value.Name), Is.EqualTo((answerIsSecret, "s")));
        Assert.That(Server.Invokes.Single().Args.Fields["name"].StructValue.Fields["value"].StringValue, Is.EqualTo("n"));
    }

    [Test]
    public async Task Invoke_WithProviderOfParent_UsesIt()
    {
        await RunAsync(() =>
        {
            var parent = new AnyComponent("k", null, new ComponentResourceOptions { Provider = new Provider("p") });
            _ = GetWidget.Invoke(new GetWidgetInvokeArgs { Name = "n" }, new InvokeOptions { Parent = parent, Version = "9.0.0" });
        });

        var request = Server.Invokes.Single();
        Assert.That((request.Provider, request.Version), Is.EqualTo(("urn:pulumi:dev::proj::pulumi:providers:acme::p::p-id", "9.0.0")));
    }

    [Test]
    public async Task InvokeAsync_WithArguments_ReturnsTheAnswer()
    {
        GetWidgetResult? found = null;

        var (exitCode, _) = await TryAsync(runner => runner.RunAsync(async () =>
        {
            found = await GetWidget.InvokeAsync(new GetWidgetArgs { Name = "n" });
            return new Dictionary<string, object?>();
        }));

        Assert.That(exitCode, Is.Zero);
        Assert.That((found!.Name, found.Size), Is.EqualTo(("n", 5)));
    }

    [Test]
    public async Task InvokeAsync_WithUnknownArgument_SendsIt()
    {
        await TryAsync(runner => runner.RunAsync(async () =>
        {
            await Deployment.Instance.InvokeAsync(
                "acme:index:getWidget", new GetWidgetInvokeArgs { Name = OutputUtilities.CreateUnknown("") });
            return new Dictionary<string, object?>();
        }));

        Assert.That(Server.Invokes.Single().Args.Fields["name"].StringValue, Is.EqualTo(Unknown));
    }

    [Test]
    public async Task InvokeSingle_OfAnswerWithOneValue_IsThatValue()
    {
        Server.OnInvoke = _ => new() { Return = new Struct { Fields = { ["result"] = Value.ForNumber(3) } } };
        var args = new GetWidgetArgs { Name = "n" };
        var values = new List<int>();
        var outputs = new List<Output<int>>();

        await TryAsync(runner => runner.RunAsync(async () =>
        {
            values.Add(await Deployment.Instance.InvokeSingleAsync<int>("acme:index:f", args));
            outputs.Add(Deployment.Instance.InvokeSingle<int>("acme:index:f", args));
            outputs.Add(Deployment.Instance.InvokeSingle<int>("acme:index:f", args, new InvokeOutputOptions()));
            return new Dictionary<string, object?>();
        }));

        values.AddRange(await Task.WhenAll(outputs.Select(OutputUtilities.GetValueAsync)));
        Assert.That(values, Is.EqualTo(new[] { 3, 3, 3 }));
    }

    [Test]
    public async Task Invoke_ThatReportsFailures_FailsProgramWithAll()
    {
        Server.OnInvoke = _ => new()
        {
            Failures =
            {
                new Rpc.CheckFailure { Property = "name", Reason = "too long" },
                new Rpc.CheckFailure { Property = "x", Reason = "bad" },
            },
        };

        var (exitCode, failure) = await TryAsync(() => _ = GetWidget.Invoke(new GetWidgetInvokeArgs { Name = "n" }));

        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(
            failure!.SourceException.Message, Is.EqualTo("Invoke of 'acme:index:getWidget' failed: too long (name); bad (x)"));
    }

    [Test]
    public async Task Invoke_WithArgumentThatCannotBeWritten_IsLoggedAsError()
    {
        var (exitCode, failure) = await TryAsync(() => _ = Deployment.Instance.Invoke<object>("t:m:f", new BadArgs()));

        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(
            failure!.SourceException.Message, Does.StartWith("error serializing property \"when\": System.DateTime is not a supported"));
        Assert.That(
            Server.Messages.Select(message => message.Message), Has.Some.StartsWith("Error serializing arguments for invoke t:m:f: "));
    }

    private sealed class BadArgs : InvokeArgs
    {
        [Input("when")]
        public DateTime When { get; set; } = DateTime.UnixEpoch;
    }
}
