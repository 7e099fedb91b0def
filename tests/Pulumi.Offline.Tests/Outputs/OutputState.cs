using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi.Offline.Tests.Outputs;

/// <summary>One row of a behaviour table: what an output is, besides its value.</summary>
internal sealed record OutputState(bool IsKnown, bool IsSecret, bool HasFailed = false)
{
    public static readonly ImmutableArray<OutputState> All =
        [new(true, false), new(true, true), new(false, false), new(false, true), new(true, false, HasFailed: true)];

    /// <summary>All pairs of rows.</summary>
    public static IEnumerable<TestCaseData> Pairs => from one in All from two in All select new TestCaseData(one, two);

    public static IEnumerable<TestCaseData> Rows => All.Select(row => new TestCaseData(row));

    /// <summary>What a combination of the two is; a failure is one whatever the other is.</summary>
    public OutputState And(OutputState other)
        => new(IsKnown && other.IsKnown, IsSecret || other.IsSecret, HasFailed || other.HasFailed);

    /// <summary>An output in this state that depends on a resource.</summary>
    public Output<T> Make<T>(T value, Resource from)
        => HasFailed
            ? Output.Create(Task.FromException<T>(new InvalidTimeZoneException($"failure of {value}")))
            : Output<T>.FromData(IsKnown ? value : default!, new OutputTraits(IsKnown, IsSecret, [from]));

    public override string ToString() => HasFailed ? "failed" : $"{(IsKnown ? "known" : "unknown")} {(IsSecret ? "secret" : "plain")}";

    /// <summary>Asserts that an output is in this state, holds the value if it is known, and depends on the resources.</summary>
    public async Task VerifyAsync<T>(Output<T> output, T value, params Resource[] resources)
    {
        if (HasFailed)
        {
            Assert.ThrowsAsync<InvalidTimeZoneException>(() => output.Data);
            return;
        }

        var data = await output.Data.WaitAsync(TimeSpan.FromSeconds(10));
        using var scope = Assert.EnterMultipleScope();
        Assert.That(data.IsKnown, Is.EqualTo(IsKnown), "known");
        Assert.That(data.IsSecret, Is.EqualTo(IsSecret), "secret");
        Assert.That(data.Traits.Resources, Is.EquivalentTo(resources), "resources");
        Assert.That(await OutputUtilitiesValue(output), Is.EqualTo(IsKnown ? value : default), "value");
    }

    private static Task<T> OutputUtilitiesValue<T>(Output<T> output) => Pulumi.Utilities.OutputUtilities.GetValueAsync(output);
}
