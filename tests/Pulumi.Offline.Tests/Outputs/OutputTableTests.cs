using System.Collections.Immutable;

namespace Pulumi.Offline.Tests.Outputs;

/// <summary>The behaviour tables of the combinators: known or unknown, secret or plain, failed.</summary>
internal sealed class OutputTableTests
{
    private readonly Resource _first = new DependencyResource("urn:pulumi:dev::proj::t:m:T::first");
    private readonly Resource _second = new DependencyResource("urn:pulumi:dev::proj::t:m:T::second");

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Rows))]
    public async Task Apply_ToValue_KeepsState(OutputState state)
        => await state.VerifyAsync(state.Make(1, _first).Apply(value => value + 1), 2, _first);

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Rows))]
    public async Task Apply_ToTask_KeepsState(OutputState state)
        => await state.VerifyAsync(state.Make(1, _first).Apply(value => Task.FromResult(value + 1)), 2, _first);

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Rows))]
    public async Task Apply_OfAction_KeepsState(OutputState state)
        => await state.VerifyAsync(state.Make(1, _first).Apply(_ => Task.CompletedTask), default, _first);

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Rows))]
    public async Task Apply_OnInput_KeepsState(OutputState state)
        => await state.VerifyAsync(((Input<int>)state.Make(1, _first)).Apply(value => value + 1), 2, _first);

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Rows))]
    public async Task Apply_ToNull_KeepsStateWithDefault(OutputState state)
    {
        await state.VerifyAsync(state.Make(1, _first).Apply(_ => (Output<int>?)null), 0, _first);
        await (state with { }).VerifyAsync(state.Make(1, _first).Apply(_ => (Input<string>?)null), null!, _first);
    }

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Pairs))]
    public async Task Apply_ToOutput_CombinesUnlessOuterUnknown(OutputState outer, OutputState inner)
    {
        var result = outer.Make(1, _first).Apply(_ => inner.Make(2, _second));

        await ExpectBound(outer, inner).VerifyAsync(result, 2, Reached(outer, inner));
    }

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Pairs))]
    public async Task Apply_ToInput_CombinesUnlessOuterUnknown(OutputState outer, OutputState inner)
    {
        var result = outer.Make(1, _first).Apply(_ => (Input<int>)inner.Make(2, _second));

        await ExpectBound(outer, inner).VerifyAsync(result, 2, Reached(outer, inner));
    }

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Pairs))]
    public async Task UntypedApply_ToOutput_CombinesUnlessOuterUnknown(OutputState outer, OutputState inner)
    {
        var result = outer.Make(1, _first).UntypedApply(_ => inner.Make(2, _second));

        await ExpectBound(outer, inner).VerifyAsync(result, 2, Reached(outer, inner));
    }

    [Test]
    public async Task Apply_ToUnknown_DoesNotRun([Values] bool isSecret)
    {
        var ran = false;

        var result = new OutputState(IsKnown: false, isSecret).Make(1, _first).Apply(value => ran = true);

        await new OutputState(IsKnown: false, isSecret).VerifyAsync(result, false, _first);
        Assert.That(ran, Is.False);
    }

    [Test]
    public void Apply_FunctionThrows_FailsWithItsException()
    {
        var result = Output.Create(1).Apply(int (_) => throw new InvalidTimeZoneException("mine"));

        Assert.That(() => result.Data, Throws.TypeOf<InvalidTimeZoneException>().With.Message.EqualTo("mine"));
    }

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Pairs))]
    public async Task All_OfInputs_Combines(OutputState one, OutputState two)
    {
        Input<int> first = one.Make(1, _first);
        Input<int> second = two.Make(2, _second);

        await VerifyArrayAsync(one.And(two), Output.All(first, second));
        await VerifyArrayAsync(one.And(two), Output.All(new[] { first, second }.AsEnumerable()));
    }

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Pairs))]
    public async Task All_OfOutputs_Combines(OutputState one, OutputState two)
    {
        var outputs = new[] { one.Make(1, _first), two.Make(2, _second) };

        await VerifyArrayAsync(one.And(two), Output.All(outputs));
        await VerifyArrayAsync(one.And(two), Output.All(outputs.AsEnumerable()));
    }

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Pairs))]
    public async Task Tuple_OfTwo_Combines(OutputState one, OutputState two)
        => await one.And(two).VerifyAsync(Output.Tuple(one.Make(1, _first), two.Make("b", _second)), (1, "b"), _first, _second);

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Pairs))]
    public async Task Format_OfOutputAndInput_Combines(OutputState one, OutputState two)
    {
        var text = Output.Format($"{one.Make(1.5, _first):0.00}-{(Input<string>)two.Make("b", _second)}-{3}");

        await one.And(two).VerifyAsync(text, "1.50-b-3", _first, _second);
    }

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Pairs))]
    public async Task JsonSerialize_OfNestedOutput_CombinesUnlessOuterUnknown(OutputState outer, OutputState inner)
    {
        var value = outer.Make(new Dictionary<string, Output<int>> { ["a"] = inner.Make(2, _second) }, _first);

        await ExpectBound(outer, inner).VerifyAsync(Output.JsonSerialize(value), """{"a":2}""", Reached(outer, inner));
    }

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Rows))]
    public async Task JsonDeserialize_OfText_KeepsState(OutputState state)
        => await state.VerifyAsync(Output.JsonDeserialize<int>(state.Make("7", _first)), 7, _first);

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Rows))]
    public async Task CreateSecret_OfOutput_IsSecret(OutputState state)
        => await (state with { IsSecret = true }).VerifyAsync(Output.CreateSecret(state.Make(1, _first)), 1, _first);

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Rows))]
    public async Task Unsecret_OfOutput_IsPlain(OutputState state)
        => await (state with { IsSecret = false }).VerifyAsync(Output.Unsecret(state.Make(1, _first)), 1, _first);

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Pairs))]
    public async Task InputList_ReadAsWhole_Combines(OutputState one, OutputState two)
    {
        var list = new InputList<int> { one.Make(1, _first), two.Make(2, _second) };

        await VerifyArrayAsync(one.And(two), list.ToOutput());
        await VerifyArrayAsync(one.And(two), ((InputList<int>)one.Make(1, _first)).Concat(two.Make(2, _second)).ToOutput());
    }

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Pairs))]
    public async Task InputMap_ReadAsWhole_Combines(OutputState one, OutputState two)
    {
        var map = new InputMap<int> { { "a", one.Make(1, _first) }, { "b", two.Make(2, _second) } };

        await one.And(two).VerifyAsync(map.Apply(entries => entries["a"] + entries["b"]), 3, _first, _second);
    }

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Rows))]
    public async Task InputUnion_OfOutput_KeepsState(OutputState state)
    {
        InputUnion<int, string> ofFirst = state.Make(1, _first);
        InputUnion<int, string> ofSecond = state.Make("b", _first);

        await state.VerifyAsync(ofFirst.ToOutput(), 1, _first);
        await state.VerifyAsync(ofSecond.ToOutput(), "b", _first);
    }

    [TestCaseSource(typeof(OutputState), nameof(OutputState.Rows))]
    public async Task DeferredOutput_Resolved_TakesOverState(OutputState state)
    {
        var deferred = new DeferredOutput<int>();
        var derived = deferred.Output.Apply(value => value + 1);

        deferred.Resolve(state.Make(1, _first));

        await state.VerifyAsync(derived, 2, _first);
    }

    // An unknown outer value ends it: what the function would have returned does not matter.
    private static OutputState ExpectBound(OutputState outer, OutputState inner)
        => outer is { IsKnown: false, HasFailed: false } ? outer : outer.HasFailed ? outer : outer.And(inner);

    private Resource[] Reached(OutputState outer, OutputState inner)
        => outer.IsKnown && !inner.HasFailed ? [_first, _second] : [_first];

    private async Task VerifyArrayAsync(OutputState state, Output<ImmutableArray<int>> output)
        => await state.VerifyAsync(output.Apply(values => values.Sum()), 3, _first, _second);
}
