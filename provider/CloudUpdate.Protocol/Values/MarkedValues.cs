using System.Collections.Immutable;

namespace CloudUpdate.Protocol.Values;

/// <summary>A value that must not be shown. Equality is that of what it holds and of being secret.</summary>
/// <param name="Value">What it holds; may be unknown, may hold secrets of its own.</param>
public sealed record SecretValue(PropertyValue Value) : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => Value.ContainsUnknowns;

    /// <inheritdoc/>
    public override bool ContainsSecrets => true;

    /// <inheritdoc/>
    public override PropertyValue Unwrapped => Value.Unwrapped;

    /// <summary>Never the value itself.</summary>
    public override string ToString() => "[secret]";
}

/// <summary>A value that is not known yet.</summary>
public sealed record UnknownValue : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => true;

    /// <inheritdoc/>
    public override string ToString() => "[unknown]";
}

/// <summary>An output with what it depends on; travels in component construction and method calls alone.</summary>
/// <param name="Value">The value; null where it is unknown.</param>
/// <param name="IsSecret">Whether it must not be shown; null where the sender left the mark out.</param>
/// <param name="Dependencies">URNs it was made from, in the order they came; default where the sender left the list out.</param>
public sealed record OutputValue(PropertyValue? Value, bool? IsSecret, ImmutableArray<string> Dependencies) : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => Value is null || Value.ContainsUnknowns;

    /// <inheritdoc/>
    public override bool ContainsSecrets => IsSecret == true || Value is { ContainsSecrets: true };

    /// <inheritdoc/>
    public override PropertyValue Unwrapped => Value is null ? Unknown : Value.Unwrapped;

    /// <summary>Compares value, mark and dependencies.</summary>
    public bool Equals(OutputValue? other) =>
        other is not null && Equals(Value, other.Value) && IsSecret == other.IsSecret && SameDependencies(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, IsSecret, Dependencies.IsDefault ? -1 : Dependencies.Length);

    /// <inheritdoc/>
    public override string ToString() => IsSecret == true ? "[secret]" : Value?.ToString() ?? "[unknown]";

    private bool SameDependencies(OutputValue other) =>
        Dependencies.IsDefault || other.Dependencies.IsDefault
            ? Dependencies.IsDefault == other.Dependencies.IsDefault
            : Dependencies.SequenceEqual(other.Dependencies);
}

/// <summary>A reference to another resource.</summary>
/// <param name="Urn">Its URN.</param>
/// <param name="Id">Its id: null for a component; unknown or empty where not known yet.</param>
/// <param name="Name">Its name, where the sender gave one.</param>
/// <param name="Type">Its type token, where the sender gave one.</param>
/// <param name="PackageVersion">Version of the package that knows its type, where given.</param>
public sealed record ResourceReferenceValue(
    string Urn, PropertyValue? Id, string? Name = null, string? Type = null, string? PackageVersion = null) : PropertyValue
{
    /// <inheritdoc/>
    public override bool ContainsUnknowns => Id is { ContainsUnknowns: true };

    /// <inheritdoc/>
    public override string ToString() => $"resource({Urn})";
}
