using System.Collections.Immutable;

namespace Pulumi.Engine.Tests.Chaos;

/// <summary>Operations on one stack, one after the other, each with something that goes wrong.</summary>
internal sealed record Scenario(ImmutableArray<Round> Rounds)
{
    public override string ToString() => string.Join('\n', Rounds);
}

/// <summary>One operation.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Program">The resources of the program, dependencies first.</param>
/// <param name="Fault">What goes wrong.</param>
/// <param name="FaultAt">At which call of the provider.</param>
internal sealed record Round(RoundKind Kind, ImmutableArray<ChaosResource> Program, Fault Fault, int FaultAt)
{
    public override string ToString() => $"{Kind} with {Fault} at {FaultAt}: {string.Join("; ", Program)}";
}

internal enum RoundKind
{
    Update,
    UpdateWithRefresh,
    Refresh,
    Destroy,
    Preview,
}

internal enum Fault
{
    None,

    /// <summary>The call is refused and has done nothing.</summary>
    Refused,

    /// <summary>The call fails with an internal error and has done nothing.</summary>
    Internal,

    /// <summary>The call has made or changed its object and says that it is unfinished.</summary>
    Unfinished,

    /// <summary>The connection breaks after the call has done its work.</summary>
    ConnectionLost,

    /// <summary>The engine is killed before the call does its work.</summary>
    KilledBefore,

    /// <summary>The engine is killed after the call has done its work.</summary>
    KilledAfter,

    /// <summary>The user interrupts.</summary>
    Interrupted,

    /// <summary>An object disappears before the operation.</summary>
    Vanished,
}

/// <summary>A resource of a random program.</summary>
internal sealed record ChaosResource(int Name, int Size)
{
    /// <summary>A change of it replaces the resource.</summary>
    public int Kind { get; init; }

    public ImmutableArray<int> DependsOn { get; init; } = [];

    public int? DeletedWith { get; init; }

    public int? Parent { get; init; }

    public bool IsComponent { get; init; }

    public bool Protect { get; init; }

    public bool Retain { get; init; }

    public bool DeleteBeforeReplace { get; init; }

    public bool Secret { get; init; }

    /// <summary>Renamed from its usual name, with an alias.</summary>
    public bool Renamed { get; init; }

    public override string ToString() =>
        $"r{Name}(size {Size}, kind {Kind}{Text("deps", string.Join(',', DependsOn))}{Text("with", $"{DeletedWith}")}{Text("in", $"{Parent}")}" +
        $"{Flag(IsComponent, "component")}{Flag(Protect, "protect")}{Flag(Retain, "retain")}{Flag(DeleteBeforeReplace, "dbr")}{Flag(Secret, "secret")}{Flag(Renamed, "renamed")})";

    private static string Text(string name, string value) => value.Length == 0 ? string.Empty : $", {name} {value}";

    private static string Flag(bool set, string name) => set ? $", {name}" : string.Empty;
}
