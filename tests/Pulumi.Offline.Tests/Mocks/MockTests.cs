using System.Collections.Immutable;
using Pulumi.Acme;
using Pulumi.Acme.Inputs;
using Pulumi.Offline.Tests.Registration;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace Pulumi.Offline.Tests.Mocks;

/// <summary>Unit tests of programs, as users write them.</summary>
internal sealed class MockTests
{
    private static readonly TestOptions s_update = new() { IsPreview = false };

    private readonly AcmeMocks _mocks = new();

    [Test]
    public async Task TestAsync_OfStackClass_ReturnsStackAndResources()
    {
        var resources = await Deployment.TestAsync<WidgetStack>(_mocks, s_update);

        var stack = resources.OfType<WidgetStack>().Single();
        var widget = resources.OfType<Widget>().Single();
        using var scope = Assert.EnterMultipleScope();
        Assert.That(resources, Has.Length.EqualTo(2));
        Assert.That(await ValueOf(widget.Size), Is.EqualTo(3));
        Assert.That(await ValueOf(widget.Color), Is.EqualTo(Color.Red));
        Assert.That((await ValueOf(widget.Position))!.X, Is.EqualTo(1.5));
        Assert.That(await ValueOf(widget.Tags), Is.EqualTo(new Dictionary<string, string> { ["a"] = "b" }));
        Assert.That(await ValueOf(widget.Zones), Is.EqualTo(new[] { "north", "south" }));
        Assert.That(await ValueOf(widget.Id), Is.EqualTo("w_id"));
        Assert.That(await ValueOf(widget.Urn), Is.EqualTo("urn:pulumi:stack::project::pulumi:pulumi:Stack$acme:index:Widget::w"));
        Assert.That(await ValueOf(stack.WidgetId), Is.EqualTo("w_id"));
    }

    [Test]
    public async Task Mocks_GetPlainInputs_WithoutSecretsUnknownsAndNulls()
    {
        await Deployment.TestAsync(_mocks, s_update, () => _ = new Widget("w", new WidgetArgs
        {
            Size = 3,
            Password = "pw",
            Tags = { { "a", "b" } },
            Zones = { "z" },
            Position = OutputUtilities.CreateUnknown(new PositionArgs()),
        }));

        var args = _mocks.Resources.Single();
        using var scope = Assert.EnterMultipleScope();
        Assert.That((args.Type, args.Name, args.Id, args.Provider), Is.EqualTo(("acme:index:Widget", "w", "", "")));
        Assert.That(args.Inputs.Keys, Is.EquivalentTo(new[] { "size", "password", "tags", "zones" }));
        Assert.That((args.Inputs["size"], args.Inputs["password"]), Is.EqualTo(((object)3.0, (object)"pw")));
        Assert.That(args.Inputs["tags"], Is.TypeOf<ImmutableDictionary<string, object>>());
        Assert.That(args.Inputs["zones"], Is.TypeOf<ImmutableArray<object>>());
    }

    [Test]
    public async Task TestAsync_Lambda_ReturnsResourcesAndOutputsWithoutStack()
    {
        var (resources, outputs) = await Deployment.TestAsync(
            _mocks, s_update, () => new Dictionary<string, object?> { ["id"] = new Widget("w", new WidgetArgs { Size = 1 }).Id });

        Assert.That(resources.Single(), Is.TypeOf<Widget>());
        Assert.That(await ValueOf((Output<string>)outputs["id"]!), Is.EqualTo("w_id"));
    }

    [Test]
    public async Task TestAsync_AsynchronousLambdas_AwaitThem()
    {
        var (resources, outputs) = await Deployment.TestAsync(_mocks, s_update, async () =>
        {
            await Task.Yield();
            _ = new Widget("w", new WidgetArgs { Size = 1 });
            return new Dictionary<string, object?> { ["a"] = 1 };
        });
        var others = await Deployment.TestAsync(_mocks, s_update, async () =>
        {
            await Task.Yield();
            _ = new Widget("w", new WidgetArgs { Size = 1 });
        });

        Assert.That((resources.Length, outputs["a"], others.Length), Is.EqualTo((1, (object)1, 1)));
    }

    [Test]
    public async Task TestAsync_PreviewByDefault_LeavesWhatMocksDoNotReturnUnknown()
    {
        var resources = await Deployment.TestAsync(new EmptyMocks(), new TestOptions(), () =>
        {
            Assert.That(Deployment.Instance.IsDryRun, Is.True);
            _ = new Widget("w", new WidgetArgs { Size = 1 });
        });

        var widget = (Widget)resources.Single();
        using var scope = Assert.EnterMultipleScope();
        Assert.That(await OutputUtilities.GetIsKnownAsync(widget.Size), Is.True);
        Assert.That(await OutputUtilities.GetIsKnownAsync(widget.Color), Is.False);
        Assert.That(await OutputUtilities.GetIsKnownAsync(widget.Id), Is.False);
        Assert.That(await OutputUtilities.GetIsKnownAsync(widget.Urn), Is.True);
    }

    [Test]
    public async Task TestAsync_WithOptions_TellsThemToTheProgram()
    {
        var options = new TestOptions { ProjectName = "p", StackName = "s", OrganizationName = "o", RootDirectory = "/r" };

        await Deployment.TestAsync(_mocks, options, () =>
        {
            var instance = Deployment.Instance;
            Assert.That(
                (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.RootDirectory),
                Is.EqualTo(("p", "s", "o", "/r")));
        });
    }

    [Test]
    public async Task Function_InTest_IsAnsweredByMocks()
    {
        GetWidgetResult? found = null;

        await Deployment.TestAsync(_mocks, s_update, async () =>
        {
            found = await GetWidget.InvokeAsync(new GetWidgetArgs { Name = "n" });
            GetWidget.Invoke(new GetWidgetInvokeArgs { Name = found.Name });
        });

        Assert.That((found!.Name, found.Size), Is.EqualTo(("n", 12)));
        Assert.That(_mocks.Calls.Select(call => call.Token), Is.EqualTo(new[] { "acme:index:getWidget", "acme:index:getWidget" }));
    }

    [Test]
    public async Task Get_InTest_GivesMocksTheId()
    {
        var resources = await Deployment.TestAsync(_mocks, s_update, () => _ = Widget.Get("w", "existing"));

        Assert.That(_mocks.Resources.Single().Id, Is.EqualTo("existing"));
        Assert.That(await ValueOf(((Widget)resources.Single()).Id), Is.EqualTo("existing"));
    }

    [Test]
    public async Task Import_InTest_GivesMocksTheIdAndKeepsIt()
    {
        var resources = await Deployment.TestAsync(
            new EmptyMocks(),
            s_update,
            () => _ = new Widget("w", new WidgetArgs { Size = 1 }, new CustomResourceOptions { ImportId = "imported" }));

        Assert.That(await ValueOf(((Widget)resources.Single()).Id), Is.EqualTo("imported"));
    }

    [Test]
    public async Task Component_InTest_IsGivenToMocksWithItsChildrenAndOutputs()
    {
        var resources = await Deployment.TestAsync(_mocks, s_update, () =>
        {
            var component = new AnyComponent("k");
            _ = new Widget(
                "w", new WidgetArgs { Size = 1 }, new CustomResourceOptions { Parent = component, Provider = new Provider("p") });
            component.Complete(new Dictionary<string, object?> { ["secret"] = Output.CreateSecret("s") });
        });

        var outputs = _mocks.Outputs.Single(request => request.Urn.EndsWith("::k", StringComparison.Ordinal));
        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            _mocks.Resources.Select(args => args.Type),
            Is.EquivalentTo(new[] { "t:m:Component", "pulumi:providers:acme", "acme:index:Widget" }));
        Assert.That(_mocks.Resources.Single(args => args.Name == "w").Provider, Does.EndWith("::p::p_id"));
        Assert.That(
            await ValueOf(resources.OfType<Widget>().Single().Urn),
            Is.EqualTo("urn:pulumi:stack::project::pulumi:pulumi:Stack$acme:index:Widget::w"));
        Assert.That(await ValueOf(outputs.Outputs["secret"]), Is.EqualTo("s"));
        Assert.That(await Output.IsSecretAsync(outputs.Outputs["secret"]), Is.True);
    }

    [Test]
    public async Task ResourceReference_InTest_IsFoundAmongRegisteredOnes()
    {
        Resource? found = null;

        await Deployment.TestAsync(_mocks, s_update, () =>
        {
            var widget = new Widget("w", new WidgetArgs { Size = 7 });
            var holder = new AnyResource<Widget>("holder", widget);
            holder.Value.Apply(value => found = value);
        });

        Assert.That(await ValueOf(((Widget)found!).Size), Is.EqualTo(7));
    }

    [Test]
    public void TestAsync_ProgramThrows_ThrowsRunExceptionWithItsText()
        => Assert.That(
            () => Deployment.TestAsync(_mocks, s_update, void () => throw new InvalidTimeZoneException("boom")),
            Throws.TypeOf<RunException>().With.Message.Contains(
                "failed with an unhandled exception:\nSystem.InvalidTimeZoneException: boom"));

    [Test]
    public void TestAsync_MockThrows_ThrowsRunExceptionWithItsText()
        => Assert.That(
            () => Deployment.TestAsync(new FailingMocks(), s_update, () => _ = new Widget("w", new WidgetArgs { Size = 1 })),
            Throws.TypeOf<RunException>().With.Message.Contains("no widgets today"));

    [Test]
    public void TestAsync_SeveralErrorsLogged_ThrowsAllOfThem()
        => Assert.That(
            () => Deployment.TestAsync(_mocks, s_update, () =>
            {
                Log.Error("one");
                Log.Error("two");
            }),
            Throws.TypeOf<AggregateException>().With.Property(nameof(AggregateException.InnerExceptions))
                .Matches<IEnumerable<Exception>>(errors => errors.Select(error => error.Message).Order().SequenceEqual(["one", "two"])));

    [Test]
    public async Task TestWithServiceProviderAsync_OfStackClass_UsesItsInstance()
    {
        var resources = await Deployment.TestWithServiceProviderAsync<WidgetStack>(_mocks, new Services(), s_update);

        Assert.That(resources.OfType<WidgetStack>().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task TestAsync_InParallel_KeepsTestsApart()
    {
        var stacks = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            var (_, outputs) = await Deployment.TestAsync(_mocks, new TestOptions { StackName = $"s{number}" }, async () =>
            {
                await Task.Yield();
                return new Dictionary<string, object?> { ["stack"] = Deployment.Instance.StackName };
            });
            return outputs["stack"];
        }));

        Assert.That(stacks, Is.EqualTo(Enumerable.Range(0, 8).Select(number => $"s{number}")));
        Assert.That(() => Deployment.Instance, Throws.InvalidOperationException);
    }

    private static Task<T> ValueOf<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);

    internal sealed class WidgetStack : Stack
    {
        public WidgetStack()
            => WidgetId = new Widget(
                "w",
                new WidgetArgs { Size = 3, Color = Color.Red, Position = new PositionArgs { X = 1.5 }, Tags = { ["a"] = "b" } }).Id;

        [Output]
        public Output<string> WidgetId { get; private set; }
    }

    private sealed class FailingMocks : IMocks
    {
        public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
            => throw new InvalidTimeZoneException("no widgets today");

        public Task<object> CallAsync(MockCallArgs args) => throw new InvalidTimeZoneException("no calls");
    }

    private sealed class Services : IServiceProvider
    {
        public object? GetService(Type serviceType) => new WidgetStack();
    }
}
