using System.Collections.Immutable;

namespace CloudUpdate.Provider.Tests.Lifecycles;

/// <summary>A statement and the tests that fail when it is broken; or why none is there.</summary>
/// <param name="Statement">What is promised.</param>
/// <param name="Tests">The tests, by their class.</param>
internal sealed record Proof(string Statement, ImmutableArray<(Type Fixture, string Name)> Tests)
{
    /// <summary>Why there is no test; null where there are some.</summary>
    public string? LeftOut { get; init; }

    /// <summary>Tests of one class.</summary>
    public static ImmutableArray<(Type Fixture, string Name)> By<T>(params string[] names) => [.. names.Select(name => (typeof(T), name))];

    public override string ToString() => Statement;
}
