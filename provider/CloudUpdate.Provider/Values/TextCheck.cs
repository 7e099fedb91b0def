using System.Text.RegularExpressions;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Values;

/// <summary>Holds a text against its length, its pattern and the values that the cloud documents.</summary>
internal static class TextCheck
{
    private static readonly TimeSpan s_patternLimit = TimeSpan.FromSeconds(1);

    /// <summary>What is wrong with a text.</summary>
    public static IEnumerable<Finding> Of(TextType type, string value, PropertyPath path, bool hide)
    {
        var length = value.EnumerateRunes().Count();
        if (length < type.MinLength || length > type.MaxLength)
        {
            yield return new Finding(path, $"{path} has {length} characters; allowed: {ValueCheck.Range(type.MinLength, type.MaxLength)}");
        }

        if (type.Pattern is { } pattern && !Matches(pattern, value))
        {
            yield return new Finding(path, $"{path} is {ValueCheck.Quote(value, hide)}; it must {pattern.Words}", IsWarning: !pattern.Strict);
        }

        var known = type.Values.Select(named => named.Value).ToList();
        if (known.Count > 0 && !known.Contains(value))
        {
            yield return new Finding(
                path,
                $"{path} is {ValueCheck.Quote(value, hide)}, which the cloud's documents do not list{ValueCheck.Hint(value, known, hide)}; "
                + $"listed: {string.Join(", ", known)}",
                IsWarning: true);
        }
    }

    private static bool Matches(TextPattern pattern, string value) =>
        Regex.IsMatch(value, $@"\A(?:{pattern.Expression})\z", RegexOptions.CultureInvariant, s_patternLimit);
}
