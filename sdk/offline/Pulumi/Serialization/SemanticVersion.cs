using System.Globalization;

namespace Pulumi.Serialization;

/// <summary>A version of a package, ordered as Semantic Versioning 2.0.0, section 11, says.</summary>
internal sealed class SemanticVersion : IComparable<SemanticVersion>
{
    private readonly int[] _numbers;
    private readonly string[] _preRelease;

    private SemanticVersion(int[] numbers, string[] preRelease)
    {
        _numbers = numbers;
        _preRelease = preRelease;
    }

    public int Major => _numbers[0];

    /// <summary>Parses one to three numbers, with or without a leading v, a pre-release and build metadata.</summary>
    /// <exception cref="FormatException">The text is no version.</exception>
    public static SemanticVersion Parse(string text)
    {
        var version = text.TrimStart('v').Split('+')[0].Split('-', 2);
        var numbers = version[0].Split('.').Select(part => int.Parse(part, NumberStyles.None, CultureInfo.InvariantCulture)).ToArray();
        Array.Resize(ref numbers, 3);
        return new SemanticVersion(numbers, version.Length > 1 ? version[1].Split('.') : []);
    }

    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var byNumber = _numbers.Zip(other._numbers, (one, two) => one.CompareTo(two)).FirstOrDefault(order => order != 0);
        return byNumber != 0 ? byNumber : ComparePreRelease(_preRelease, other._preRelease);
    }

    // A release comes after its pre-releases; of two pre-releases with a common start the longer one comes later.
    private static int ComparePreRelease(string[] one, string[] two)
    {
        if (one.Length == 0 || two.Length == 0)
        {
            return two.Length.CompareTo(one.Length);
        }

        var byPart = one.Zip(two, CompareIdentifier).FirstOrDefault(order => order != 0);
        return byPart != 0 ? byPart : one.Length.CompareTo(two.Length);
    }

    private static int CompareIdentifier(string one, string two)
        => (IsNumber(one, out var first), IsNumber(two, out var second)) switch
        {
            (true, true) => first.CompareTo(second),
            (true, false) => -1,
            (false, true) => 1,
            _ => string.CompareOrdinal(one, two),
        };

    private static bool IsNumber(string text, out ulong number)
        => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
