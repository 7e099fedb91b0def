using System.Diagnostics.CodeAnalysis;

namespace Pulumi;

/// <summary>The name of a resource that is unique over all stacks.</summary>
public readonly struct Urn : IEquatable<Urn>
{
    private readonly string _value;

    /// <summary>Takes a text as a URN.</summary>
    /// <param name="value">The text.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public Urn(string value)
        => _value = string.IsNullOrEmpty(value)
            ? throw new ArgumentException("URN cannot be null or empty.", nameof(value))
            : value;

    /// <summary>Makes a URN from its parts.</summary>
    /// <param name="name">The resource's name.</param>
    /// <param name="type">The resource's type token.</param>
    /// <param name="parent">The parent.</param>
    /// <param name="parentUrn">The parent's URN.</param>
    /// <param name="project">The project. Default: the current one.</param>
    /// <param name="stack">The stack. Default: the current one.</param>
    /// <exception cref="ArgumentException">Both the parent and its URN are given.</exception>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        if (parent is not null && parentUrn is not null)
        {
            throw new ArgumentException("Only one of 'parent' and 'parentUrn' can be non-null.");
        }

        var owner = parent?.Urn ?? parentUrn?.ToOutput();
        var prefix = owner is null
            ? Output.Format($"urn:pulumi:{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::")
            : owner.Apply(urn => string.Concat(urn.AsSpan(0, urn.LastIndexOf("::", StringComparison.Ordinal)), "$"));
        return Output.Format($"{prefix}{type}::{name}");
    }

    /// <inheritdoc/>
    public bool Equals(Urn other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Urn other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <summary>The text.</summary>
    public override string ToString() => _value;

    /// <summary>The text of a URN.</summary>
    /// <param name="value">The URN.</param>
    public static implicit operator string(Urn value) => value._value;

    /// <summary>Whether two are the same.</summary>
    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    /// <summary>Whether two differ.</summary>
    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>The name in a URN; it may itself contain the separator.</summary>
    internal static string NameIn(string urn) => urn.Split("::", 4)[3];

    /// <summary>The type token in a URN, without those of its parents.</summary>
    internal static string TypeIn(string urn) => urn.Split("::")[2].Split('$')[^1];
}
