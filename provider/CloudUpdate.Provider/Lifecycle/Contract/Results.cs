using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>One thing wrong with an input.</summary>
/// <param name="Property">Top-level property, or empty (always empty for secrets, whose value the engine would print).</param>
/// <param name="Reason">What is wrong, with the full property path and what is allowed; never a secret.</param>
internal sealed record CheckFailure(string Property, string Reason);

/// <summary>Answer to a check.</summary>
/// <param name="Inputs">The inputs as they will be stored; so far as known where there are failures.</param>
/// <param name="Failures">Everything wrong, in stable order.</param>
internal sealed record CheckResult(PropertyMap Inputs, ImmutableArray<CheckFailure> Failures);

/// <summary>How one property differs.</summary>
internal enum DiffKind
{
    /// <summary>New.</summary>
    Add,

    /// <summary>Gone.</summary>
    Delete,

    /// <summary>Another value.</summary>
    Update,
}

/// <summary>One difference.</summary>
/// <param name="Kind">How it differs.</param>
/// <param name="Replace">Whether it forces a replacement.</param>
/// <param name="InputDiff">Whether old and new are to be shown from the inputs, otherwise old from the outputs.</param>
internal sealed record PropertyDifference(DiffKind Kind, bool Replace, bool InputDiff);

/// <summary>Answer to a diff.</summary>
/// <param name="Differences">By property path, in stable order; empty for no change.</param>
/// <param name="DeleteBeforeReplace">Whether old and new cannot exist side by side.</param>
/// <param name="Stables">Top-level outputs that the update cannot change.</param>
/// <param name="ChangedWithoutDetail">True where something changed that has no property to show (never alone for resources).</param>
internal sealed record DiffResult(
    ImmutableSortedDictionary<string, PropertyDifference> Differences,
    bool DeleteBeforeReplace,
    ImmutableArray<string> Stables,
    bool ChangedWithoutDetail = false)
{
    /// <summary>No change.</summary>
    public static DiffResult None { get; } =
        new(ImmutableSortedDictionary.Create<string, PropertyDifference>(StringComparer.Ordinal), false, []);
}

/// <summary>Answer to a creation.</summary>
/// <param name="Id">Id of the object; empty only in preview.</param>
/// <param name="Outputs">Outputs; unknowns in preview only.</param>
internal sealed record CreateResult(string Id, PropertyMap Outputs);

/// <summary>Answer to a read.</summary>
/// <param name="Id">Canonical id.</param>
/// <param name="Inputs">Inputs that a program describing the live object would give.</param>
/// <param name="Outputs">Outputs.</param>
internal sealed record ReadResult(string Id, PropertyMap? Inputs, PropertyMap? Outputs)
{
    /// <summary>There is no such object.</summary>
    public static ReadResult Gone { get; } = new(string.Empty, null, null);
}

/// <summary>Answer to an update.</summary>
/// <param name="Outputs">Outputs; unknowns in preview only.</param>
internal sealed record UpdateResult(PropertyMap Outputs);

/// <summary>Answer to a data function.</summary>
/// <param name="Result">The result; null where there are failures.</param>
/// <param name="Failures">Everything wrong with the arguments.</param>
internal sealed record InvokeResult(PropertyMap? Result, ImmutableArray<CheckFailure> Failures);
