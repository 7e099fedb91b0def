using Pulumi.Offline.Tests.Registration;
using Pulumi.Offline.Tests.Server;

namespace Pulumi.Offline.Tests.Runs;

/// <summary>Programs that are classes.</summary>
internal sealed class StackTests : ServerTest
{
    [Test]
    public async Task Stack_WithOutputs_RegistersThemByAttributeOrPropertyName()
    {
        var (exitCode, _) = await TryAsync(runner => runner.RunAsync<GoodStack>());

        var outputs = Server.Outputs.Single().Outputs.Fields;
        Assert.That(exitCode, Is.Zero);
        Assert.That((outputs["Plain"].NumberValue, outputs["named"].StringValue), Is.EqualTo((1, "r-id")));
    }

    [Test]
    public async Task Stack_OutputWithoutValue_FailsWithItsName()
    {
        var (exitCode, _) = await TryAsync(runner => runner.RunAsync<UnassignedStack>());

        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(
            Server.Messages.Single().Message,
            Is.EqualTo(
                "Output(s) 'One, two' have no value assigned. "
                + "[Output] attributed properties must be assigned inside Stack constructor."));
    }

    [Test]
    public async Task Stack_OutputOfOtherType_FailsWithItsName()
    {
        await TryAsync(runner => runner.RunAsync<WrongStack>());

        Assert.That(
            Server.Messages.Single().Message,
            Is.EqualTo("Output(s) 'One' have incorrect type. [Output] attributed properties must be instances of Output<T>."));
    }

    [Test]
    public async Task Stack_ConstructorThrows_FailsWithItsException()
    {
        var (exitCode, failure) = await TryAsync(runner => runner.RunAsync<ThrowingStack>());

        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(failure!.SourceException, Is.TypeOf<InvalidTimeZoneException>());
    }

    [Test]
    public async Task Stack_FromServiceProvider_IsItsInstance()
    {
        var services = new Services { Instance = () => new GoodStack() };

        var (exitCode, _) = await TryAsync(runner => runner.RunAsync<GoodStack>(services));

        Assert.That(exitCode, Is.Zero);
        Assert.That(Server.Outputs, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Stack_MissingInServiceProvider_FailsAndSaysSo()
    {
        var (_, failure) = await TryAsync(runner => runner.RunAsync<GoodStack>(new Services()));

        Assert.That(failure!.SourceException.Message, Is.EqualTo(
            $"Failed to resolve instance of type {typeof(GoodStack)} from service provider. "
            + "Register the type with the service provider before calling RunAsync."));
    }

    [Test]
    public async Task Component_RegisterOutputsWithoutArgument_RegistersItsProperties()
    {
        await RunAsync(() => _ = new Component("k"));

        var outputs = Server.Outputs.Single(request => request.Urn.EndsWith("::k", StringComparison.Ordinal)).Outputs.Fields;
        Assert.That(outputs.Keys, Is.EquivalentTo(new[] { "Plain", "named" }));
    }

    internal sealed class GoodStack : Stack
    {
        public GoodStack()
        {
            Plain = Output.Create(1);
            Named = new AnyResource<int>("r").Id;
        }

        [Output]
        public Output<int> Plain { get; set; }

        [Output("named")]
        public Output<string> Named { get; set; }
    }

    internal sealed class UnassignedStack : Stack
    {
        [Output]
        public Output<int>? One { get; set; }

        [Output("two")]
        public Output<int>? Two { get; set; }
    }

    internal sealed class WrongStack : Stack
    {
        [Output]
        public string One { get; set; } = "text";
    }

    internal sealed class ThrowingStack : Stack
    {
        public ThrowingStack() => throw new InvalidTimeZoneException("boom");
    }

    private sealed class Component : ComponentResource
    {
        public Component(string name)
            : base("t:m:Component", name)
            => RegisterOutputs();

        [Output]
        public Output<int> Plain { get; private set; } = Output.Create(1);

        [Output("named")]
        public Output<string> Named { get; private set; } = Output.Create("n");
    }

    private sealed class Services : IServiceProvider
    {
        public Func<object?> Instance { get; init; } = () => null;

        public object? GetService(Type serviceType) => Instance();
    }
}
