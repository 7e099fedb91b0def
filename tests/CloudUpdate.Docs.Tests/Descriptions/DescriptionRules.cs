using System.Globalization;
using System.Text.RegularExpressions;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Docs.Tests.Descriptions;

/// <summary>What a description lacks of meaning, limits and default, given what its definition says.</summary>
internal static partial class DescriptionRules
{
    private static readonly HashSet<string> s_fillers = [.. "a an the of in on for to is it its this that which with and or by at from whether what how".Split(' ')];

    /// <summary>What is missing; nothing for a good description.</summary>
    public static IEnumerable<string> Problems(DescribedProperty described) =>
    [
        .. Sentence(described.Property.Description),
        .. described.Property.Usage.Length == 0 ? [] : Sentence(described.Property.Usage),
        .. Meaning(described.Property.Description, described.Owner, described.Property.Name),
        .. Limits(described.Property.Type, described.Property.Description),
        .. Use(described.Property),
        .. Secrecy(described.Property),
    ];

    /// <summary>Whether a text is a sentence.</summary>
    public static IEnumerable<string> Sentence(string text)
    {
        if (text.Length == 0 || !(char.IsUpper(text[0]) || char.IsDigit(text[0]) || text[0] == '`') || !text.TrimEnd().EndsWith('.'))
        {
            yield return "it is no sentence";
        }
    }

    /// <summary>Whether a text says more than the names do that it stands beside.</summary>
    public static IEnumerable<string> Meaning(string text, params string[] names)
    {
        var known = names.SelectMany(Words).ToHashSet();
        if (Words(text).Where(word => !s_fillers.Contains(word)).All(word => known.Contains(word) || known.Contains(word.TrimEnd('s'))))
        {
            yield return $"it only repeats {string.Join(" and ", names)}";
        }
    }

    private static IEnumerable<string> Limits(PropertyType type, string text) => type switch
    {
        TextType content => [
            .. Number(content.MinLength, text, except: 1), .. Number(content.MaxLength, text), .. Pattern(content.Pattern, text),
            .. content.Values.Where(value => !text.Contains($"`{value.Value}`", StringComparison.Ordinal)).Select(value => $"it does not name the value {value.Value}")],
        IntegerType number => [.. Number(number.Minimum, text), .. Number(number.Maximum, text)],
        EnumerationType enumeration => enumeration.Values.Where(value => !text.Contains(value.Value, StringComparison.Ordinal)).Select(value => $"it does not name {value.Value}"),
        ListType list => [
            .. Number(list.MinItems, text), .. Number(list.MaxItems, text), .. Limits(list.Item, text),
            .. list.IsSet && !text.Contains("any order", StringComparison.Ordinal) ? ["it does not say that the order means nothing"] : Array.Empty<string>()],
        _ => [],
    };

    private static IEnumerable<string> Number(int? limit, string text, int? except = null)
    {
        if (limit is { } number && number != except && !Words(text).Contains(number.ToString(CultureInfo.InvariantCulture)) && !(number == 1 && Words(text).Contains("one")))
        {
            yield return $"it does not name the limit {number}";
        }
    }

    // Two of the rule's own words are enough; how they are put together is the author's.
    private static IEnumerable<string> Pattern(TextPattern? pattern, string text)
    {
        var words = Words(pattern?.Words ?? string.Empty).Where(word => word.Length > 4 && word != "contain").ToHashSet();
        if (words.Count > 0 && Words(text).Where(words.Contains).Distinct().Count() < Math.Min(2, words.Count) && !text.Contains('`'))
        {
            yield return $"it does not say that the text must {pattern!.Words}";
        }
    }

    private static IEnumerable<string> Use(PropertyDefinition property)
    {
        var text = property.InputDescription;
        if (property is { RequiredToCreate: true, Autonamed: false, Required: false } && property.CreationDefault is null && !text.Contains("Needed to create", StringComparison.Ordinal))
        {
            yield return "it does not say that a creation needs it";
        }

        var hasDefault = property.Autonamed || property.CreationDefault is not null || property is { Role: PropertyRole.Creation, RequiredToCreate: false, Required: false };
        if (hasDefault && !text.Contains("efault", StringComparison.Ordinal))
        {
            yield return "it names no default";
        }

        if (property.CreationDefault is BoolValue { Value: var value } && !text.Contains(value ? "`true`" : "`false`", StringComparison.Ordinal))
        {
            yield return $"it does not name its default {value}";
        }

        if (property.AbsentMeans is StringValue { Value.Length: 0 } && property.IsInput && !text.Contains("clears", StringComparison.Ordinal))
        {
            yield return "it does not say how it is cleared";
        }

        foreach (var variant in property.Variants.Where(variant => !text.Contains($"`{variant}`", StringComparison.Ordinal)))
        {
            yield return $"it does not say that it belongs to {variant}";
        }
    }

    private static IEnumerable<string> Secrecy(PropertyDefinition property)
    {
        if (property.WriteOnly && !property.Description.Contains("never gives it back", StringComparison.Ordinal))
        {
            yield return "it does not say that the cloud never gives it back";
        }
    }

    /// <summary>The words of a name or sentence, in lower case.</summary>
    private static IEnumerable<string> Words(string text) => WordPattern().Matches(text).Select(match => match.Value.ToLowerInvariant());

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")]
    private static partial Regex WordPattern();
}
