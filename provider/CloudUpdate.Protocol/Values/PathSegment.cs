using System.Globalization;

namespace CloudUpdate.Protocol.Values;

/// <summary>One step of a <see cref="PropertyPath"/>: a <see cref="KeySegment"/>, an <see cref="IndexSegment"/> or a <see cref="WildcardSegment"/>.</summary>
public abstract record PathSegment
{
    private protected PathSegment()
    {
    }

    /// <summary>The step into every element of a list or map.</summary>
    public static PathSegment Wildcard { get; } = new WildcardSegment();

    /// <summary>The step into a member of a map. The key <c>*</c> cannot be told from the wildcard, so it is the wildcard.</summary>
    public static PathSegment Of(string key) => key == "*" ? Wildcard : new KeySegment(key);

    /// <summary>The step into an item of a list.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is negative.</exception>
    public static PathSegment Of(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        return new IndexSegment(index);
    }

    /// <summary>Whether this step covers another: it is the same, or a wildcard.</summary>
    public virtual bool Covers(PathSegment other) => Equals(other);

    // Only a bare key needs a dot in front of it.
    internal abstract string Print(bool first);
}

/// <summary>A step into a member of a map.</summary>
/// <param name="Key">The key.</param>
public sealed record KeySegment(string Key) : PathSegment
{
    /// <inheritdoc/>
    public override string ToString() => Print(first: true);

    internal override string Print(bool first)
    {
        if (Key.Length > 0 && Key.All(IsPlain))
        {
            return first ? Key : $".{Key}";
        }

        return $"[\"{Key.Replace("\"", "\\\"", StringComparison.Ordinal)}\"]";
    }

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character == '_';
}

/// <summary>A step into an item of a list.</summary>
/// <param name="Index">The index, from 0.</param>
public sealed record IndexSegment(int Index) : PathSegment
{
    /// <inheritdoc/>
    public override string ToString() => Print(first: true);

    internal override string Print(bool first) => string.Create(CultureInfo.InvariantCulture, $"[{Index}]");
}

/// <summary>A step into every element of a list or map.</summary>
public sealed record WildcardSegment : PathSegment
{
    /// <inheritdoc/>
    public override bool Covers(PathSegment other) => true;

    /// <inheritdoc/>
    public override string ToString() => Print(first: true);

    internal override string Print(bool first) => "[\"*\"]";
}
