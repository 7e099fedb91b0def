using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Validation;

/// <summary>Holds a body against its rules. Unknown members are allowed unless told otherwise.</summary>
internal sealed class BodyCheck(bool strictPatterns, bool refuseUnknown)
{
    /// <summary>Paths of members that came as an explicit null.</summary>
    public List<string> NullMembers { get; } = [];

    public Violation? Run(IReadOnlyList<FieldRule> rules, JObject body, string path = "")
    {
        foreach (var rule in rules)
        {
            if (Member(rule, body, path) is { } violation)
            {
                return violation;
            }
        }

        return refuseUnknown ? Unknown(rules, body, path) : null;
    }

    private static Violation? Unknown(IReadOnlyList<FieldRule> rules, JObject body, string path)
    {
        var unknown = body.Properties().FirstOrDefault(property => rules.All(rule => rule.Name != property.Name));
        return unknown is null ? null : new Violation(path + unknown.Name, "is not a member of this object");
    }

    private Violation? Member(FieldRule rule, JObject body, string path)
    {
        var value = body[rule.Name] ?? (rule.Alias is null ? null : body[rule.Alias]);
        var where = path + rule.Name;
        if (value is { Type: JTokenType.Null })
        {
            NullMembers.Add(where);
            value = null;
        }

        if (value is null)
        {
            return rule.Required ? new Violation(where, "is required") : null;
        }

        return rule.Type switch
        {
            FieldType.Text => Text(rule, value, where),
            FieldType.Whole => Whole(rule, value, where),
            FieldType.Truth => value.Type == JTokenType.Boolean ? null : new Violation(where, "must be a boolean"),
            FieldType.Texts => Texts(rule, value, where),
            FieldType.Object => value is JObject inner ? Run(rule.Members, inner, where + ".") : new Violation(where, "must be an object"),
            FieldType.Objects => Objects(rule, value, where),
            FieldType.TextMap => TextMap(value, where),
            _ => null,
        };
    }

    private Violation? Text(FieldRule rule, JToken value, string where)
    {
        if (value.Type != JTokenType.String)
        {
            return new Violation(where, "must be a string");
        }

        var text = (string)value!;
        if (!InRange(rule, text.Length))
        {
            return new Violation(where, $"must have {RangeText(rule)} characters");
        }

        if (rule.Values is { } values && !values.Contains(text))
        {
            return new Violation(where, $"must be one of {string.Join(", ", values)}");
        }

        var fits = rule.Pattern?.IsMatch(text) != false && (!strictPatterns || rule.StrictPattern?.IsMatch(text) != false);
        return fits ? null : new Violation(where, "has a wrong form");
    }

    private static Violation? Whole(FieldRule rule, JToken value, string where)
    {
        if (value is not JValue { Type: JTokenType.Integer, Value: long number })
        {
            return new Violation(where, "must be an integer");
        }

        return InRange(rule, number) ? null : new Violation(where, $"must be {RangeText(rule)}");
    }

    private Violation? Texts(FieldRule rule, JToken value, string where)
    {
        if (value is not JArray items || items.Any(item => item.Type != JTokenType.String))
        {
            return new Violation(where, "must be an array of strings");
        }

        if (!InRange(rule, items.Count))
        {
            return new Violation(where, $"must have {RangeText(rule)} items");
        }

        if (rule.Unique && items.Select(item => (string)item!).Distinct(StringComparer.Ordinal).Count() != items.Count)
        {
            return new Violation(where, "must not repeat an item");
        }

        var each = rule with { Range = (1, int.MaxValue) };
        return items.Select((item, i) => Text(each, item, $"{where}[{i}]")).FirstOrDefault(violation => violation is not null);
    }

    private Violation? Objects(FieldRule rule, JToken value, string where)
    {
        if (value is not JArray items || items.Any(item => item is not JObject))
        {
            return new Violation(where, "must be an array of objects");
        }

        if (!InRange(rule, items.Count))
        {
            return new Violation(where, $"must have {RangeText(rule)} items");
        }

        return items.Select((item, i) => Run(rule.Members, (JObject)item, $"{where}[{i}].")).FirstOrDefault(violation => violation is not null);
    }

    private static Violation? TextMap(JToken value, string where) =>
        value is JObject map && map.Properties().All(property => property.Value.Type == JTokenType.String)
            ? null
            : new Violation(where, "must be an object of strings");

    private static bool InRange(FieldRule rule, long value) => value >= rule.Range.Least && value <= rule.Range.Most;

    private static string RangeText(FieldRule rule) => $"{rule.Range.Least} to {rule.Range.Most}";
}
