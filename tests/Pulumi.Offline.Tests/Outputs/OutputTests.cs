using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Pulumi.Serialization;
using Pulumi.Utilities;

namespace Pulumi.Offline.Tests.Outputs;

internal sealed class OutputTests
{
    private readonly Resource _resource = new DependencyResource("urn:pulumi:dev::proj::t:m:T::name");

    [Test]
    public async Task Create_OfValueAndTask_IsKnownAndPlain()
    {
        var expected = new OutputState(IsKnown: true, IsSecret: false);

        await expected.VerifyAsync(Output.Create(1), 1);
        await expected.VerifyAsync(Output.Create(Task.FromResult(1)), 1);
        await expected.VerifyAsync(Output<int>.Create(Task.FromResult(1)), 1);
    }

    [Test]
    public async Task CreateSecret_OfValueAndTask_IsKnownAndSecret()
    {
        var expected = new OutputState(IsKnown: true, IsSecret: true);

        await expected.VerifyAsync(Output.CreateSecret(1), 1);
        await expected.VerifyAsync(Output.CreateSecret(Task.FromResult(1)), 1);
        Assert.That(await Output.IsSecretAsync(Output.CreateSecret(1)), Is.True);
    }

    [Test]
    public void Create_OfNullTaskOrOutput_Throws()
    {
        using var scope = Assert.EnterMultipleScope();
        Assert.That(() => Output.Create((Task<int>)null!), Throws.ArgumentNullException);
        Assert.That(() => Output.CreateSecret((Output<int>)null!), Throws.ArgumentNullException);
        Assert.That(() => Output.JsonSerialize<int>(null!), Throws.ArgumentNullException);
        Assert.That(() => Output.JsonDeserialize<int>(null!), Throws.ArgumentNullException);
    }

    [Test]
    public async Task CreateUnknown_OfValueAndFactory_IsUnknownAndFactoryDoesNotRun()
    {
        var ran = false;

        var fromFactory = OutputUtilities.CreateUnknown(() =>
        {
            ran = true;
            return Task.FromResult(1);
        });

        var expected = new OutputState(IsKnown: false, IsSecret: false);
        await expected.VerifyAsync(OutputUtilities.CreateUnknown(1), 0);
        await expected.VerifyAsync(fromFactory, 0);
        Assert.That(ran, Is.False);
        Assert.That(await OutputUtilities.GetIsKnownAsync(fromFactory), Is.False);
    }

    [Test]
    public async Task WithDependency_OfOutput_AddsResource()
    {
        var output = OutputUtilities.WithDependency(Output.CreateSecret(1), _resource);

        Assert.That(await OutputUtilities.GetDependenciesAsync(output), Is.EquivalentTo(new[] { _resource }));
        Assert.That(await Output.IsSecretAsync(output), Is.True);
    }

    private static IEnumerable<MethodInfo> Tuples => typeof(Output).GetMethods().Where(method => method.Name == nameof(Output.Tuple));

    [TestCaseSource(nameof(Tuples))]
    public async Task Tuple_OfEachArityAndKind_HoldsAllInOrder(MethodInfo tuple)
    {
        var count = tuple.GetGenericArguments().Length;
        var kind = tuple.GetParameters()[0].ParameterType.GetGenericTypeDefinition();
        var items = Enumerable.Range(0, count).Select(item => kind == typeof(Input<>) ? (object)(Input<int>)item : Output.Create(item));

        var output = (IOutput)tuple.MakeGenericMethod([.. Enumerable.Repeat(typeof(int), count)]).Invoke(null, [.. items])!;

        var value = (ITuple)(await output.GetDataAsync()).Value!;
        Assert.That(Enumerable.Range(0, value.Length).Select(item => value[item]), Is.EqualTo(Enumerable.Range(0, count)));
    }

    [Test]
    public async Task Extensions_OnArrayAndUnion_ReadParts()
    {
        var array = Output.Create(ImmutableArray.Create("a", "b"));
        var union = Output.Create(Union<int, string>.FromT1("u"));
        using var scope = Assert.EnterMultipleScope();
        Assert.That(await ValueOf(array.First()), Is.EqualTo("a"));
        Assert.That(await ValueOf(array.GetAt(1)), Is.EqualTo("b"));
        Assert.That(await ValueOf(array.Length()), Is.EqualTo(2));
        Assert.That(await ValueOf(union.IsT0()), Is.False);
        Assert.That(await ValueOf(union.IsT1()), Is.True);
        Assert.That(await ValueOf(union.AsT1()), Is.EqualTo("u"));
        Assert.That(await ValueOf(union.Value()), Is.EqualTo("u"));
        Assert.That(() => union.AsT0().Data, Throws.InvalidOperationException);
    }

    [Test]
    public async Task JsonSerialize_OfInputsOfAllKinds_WritesValuesWithGivenOptions()
    {
        var value = Output.Create(new Mixed { One = 1, Many = { "a", "b" }, Named = { ["k"] = true } });

        var text = Output.JsonSerialize(value, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });

        Assert.That(await ValueOf(text), Is.EqualTo("""{"one":1,"many":["a","b"],"named":{"k":true}}"""));
    }

    [Test]
    public async Task JsonDeserialize_OfSecretText_MakesNestedInputsSecret()
    {
        var value = await ValueOf(Output.JsonDeserialize<Mixed>(Output.CreateSecret("""{"One":2,"Many":["c"],"Named":{"k":false}}""")));

        using var scope = Assert.EnterMultipleScope();
        Assert.That(await ValueOf(value.One.ToOutput()), Is.EqualTo(2));
        Assert.That(await Output.IsSecretAsync(value.One.ToOutput()), Is.True);
        Assert.That(await ValueOf(value.Many.ToOutput()), Is.EqualTo(new[] { "c" }));
        Assert.That(await ValueOf(value.Named.ToOutput()), Contains.Key("k"));
    }

    [Test]
    public void DeferredOutput_ResolvedTwice_Throws()
    {
        var deferred = new DeferredOutput<int>();
        deferred.Resolve(Output.Create(1));

        Assert.That(() => deferred.Resolve(Output.Create(2)), Throws.InvalidOperationException);
    }

    private static Task<T> ValueOf<T>(Output<T> output) => OutputUtilities.GetValueAsync(output);

    private sealed class Mixed
    {
        public Input<int> One { get; set; } = null!;

        public InputList<string> Many { get; set; } = [];

        public InputMap<bool> Named { get; set; } = [];
    }
}
