using System.Text.RegularExpressions;

namespace CloudUpdate.Emulator.Validation;

/// <summary>What a document says of one member of a request body.</summary>
internal sealed record FieldRule(string Name, FieldType Type)
{
    public bool Required { get; init; }

    /// <summary>Shortest and longest text, or smallest and largest number, or fewest and most items.</summary>
    public (long Least, long Most) Range { get; init; } = (long.MinValue, long.MaxValue);

    public Regex? Pattern { get; init; }

    /// <summary>A pattern that holds only while strict patterns are on, since examples break it.</summary>
    public Regex? StrictPattern { get; init; }

    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>True where no two items may be equal.</summary>
    public bool Unique { get; init; }

    /// <summary>Rules of the members of an object or of each object in a list.</summary>
    public IReadOnlyList<FieldRule> Members { get; init; } = [];

    /// <summary>Another spelling that is taken as well.</summary>
    public string? Alias { get; init; }
}
