using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>Reads single settings from the sources in their order, and collects what is wrong with them.</summary>
/// <param name="sources">The sources, highest first.</param>
internal sealed class SettingReader(IReadOnlyList<SettingSource> sources)
{
    private readonly List<SettingsProblem> _problems = [];

    /// <summary>What was wrong so far.</summary>
    public IReadOnlyList<SettingsProblem> Problems => _problems;

    /// <summary>Notes a problem.</summary>
    /// <param name="key">The key to mend.</param>
    /// <param name="message">What is wrong and what would be right.</param>
    public void Add(string key, string message) => _problems.Add(new SettingsProblem(key, message));

    /// <summary>The value of the highest source that has one; null if none does.</summary>
    /// <param name="key">The key.</param>
    public SettingValue? Find(string key) => sources.Select(source => source.Find(key)).FirstOrDefault(value => value is not null);

    /// <summary>A text without white space around it; null if there is none, or it is not one of the allowed ones.</summary>
    /// <param name="key">The key.</param>
    public string? Text(string key)
    {
        var value = Find(key);
        var text = value?.Text.Trim();
        if (text is not null && SettingKeys.Get(key).Allowed is { } allowed && !allowed.Contains(text))
        {
            Add(key, $"{value} is \"{text}\", but must be one of: {string.Join(", ", allowed)}");
            return null;
        }

        return text;
    }

    /// <summary>A text that becomes part of a host name.</summary>
    /// <param name="key">The key.</param>
    /// <param name="what">What it should look like, for the error.</param>
    public string? HostPart(string key, string what)
    {
        var text = Text(key);
        if (text is not null && !HostNames.IsPart(text))
        {
            Add(key, $"{Find(key)} is \"{text}\", which is not {what}");
            return null;
        }

        return text;
    }

    /// <summary>A whole number within limits; null if there is none.</summary>
    /// <param name="key">The key, which says what the limits are.</param>
    public int? Number(string key)
    {
        var (least, most) = (SettingKeys.Get(key).Least, SettingKeys.Get(key).Most);
        if (Find(key) is not { } value)
        {
            return null;
        }

        if (int.TryParse(value.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        Add(key, string.Create(CultureInfo.InvariantCulture, $"{value} is \"{value.Text}\", but must be a whole number from {least} to {most}"));
        return null;
    }

    /// <summary><c>true</c> or <c>false</c>; false if there is none.</summary>
    /// <param name="key">The key.</param>
    public bool Flag(string key)
    {
        if (Find(key) is not { } value)
        {
            return false;
        }

        if (!bool.TryParse(value.Text, out var flag))
        {
            Add(key, $"{value} is \"{value.Text}\", but must be true or false");
        }

        return flag;
    }

    /// <summary>A JSON object of texts; empty if there is none.</summary>
    /// <param name="key">The key.</param>
    public IReadOnlyDictionary<string, string> Map(string key)
    {
        var map = new Dictionary<string, string>();
        if (Find(key) is not { } value)
        {
            return map;
        }

        if (Parse(value.Text) is not { } members)
        {
            Add(key, $"{value} must be a JSON object whose values are texts");
            return map;
        }

        foreach (var (name, member) in members)
        {
            if (member is JValue { Type: JTokenType.String, Value: string text })
            {
                map[name] = text;
            }
            else
            {
                Add($"{key}.{name}", $"the value of \"{name}\" must be a text");
            }
        }

        return map;
    }

    private static JObject? Parse(string text)
    {
        try
        {
            return JToken.Parse(text) as JObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
