using System.Text;
using Newtonsoft.Json;

namespace CloudUpdate.Provider.Values;

/// <summary>
/// A text that must not be shown, and how to take it out of others. It is found as it is, as it stands in JSON, and as it stands in addresses; as a
/// whole, and in part: no twelve of its characters in a row are left.
/// </summary>
/// <param name="text">The text.</param>
internal sealed class HiddenText(string text)
{
    /// <summary>A shorter text is not looked for, since it stands in innocent words too.</summary>
    public const int Shortest = 4;

    // Made when a text is first searched, which for most tokens is never.
    private readonly Lazy<Form[]> _forms = new(() =>
        [.. new[] { text, JsonConvert.ToString(text)[1..^1], Uri.EscapeDataString(text) }.Distinct(StringComparer.Ordinal).Select(form => new Form(form))]);

    /// <summary>A text with every hidden one replaced.</summary>
    /// <param name="shown">The text that people will read.</param>
    /// <param name="all">What it must not show.</param>
    /// <param name="replacement">What stands in place of each.</param>
    public static string Mask(string shown, IEnumerable<HiddenText> all, string replacement)
    {
        var hidden = new bool[shown.Length];
        foreach (var form in all.SelectMany(one => one._forms.Value))
        {
            form.HideIn(shown, hidden);
        }

        return Array.IndexOf(hidden, true) < 0 ? shown : Replace(shown, hidden, replacement);
    }

    private static string Replace(string text, bool[] hidden, string replacement)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!hidden[at])
            {
                result.Append(text[at]);
            }
            else if (at == 0 || !hidden[at - 1])
            {
                result.Append(replacement);
            }
        }

        return result.ToString();
    }

    private sealed class Form
    {
        private const int PartLength = 12;
        private const int AnchorLength = 4;

        private readonly string _text;
        private readonly string[] _anchors;
        private readonly HashSet<string> _parts;

        public Form(string text)
        {
            _text = text;
            _parts = [.. Slices(text, PartLength, step: 1)];

            // Any twelve characters in a row hold one of these, which are quick to look for: most texts hold none.
            _anchors = [.. Slices(text, AnchorLength, step: PartLength - AnchorLength + 1)];
        }

        public void HideIn(string text, bool[] hidden)
        {
            if (_text.Length <= PartLength)
            {
                for (var at = Find(text, 0); at >= 0; at = Find(text, at + 1))
                {
                    Array.Fill(hidden, true, at, _text.Length);
                }

                return;
            }

            if (!_anchors.Any(anchor => text.Contains(anchor, StringComparison.Ordinal)))
            {
                return;
            }

            var lookup = _parts.GetAlternateLookup<ReadOnlySpan<char>>();
            for (var at = 0; at + PartLength <= text.Length; at++)
            {
                if (lookup.Contains(text.AsSpan(at, PartLength)))
                {
                    Array.Fill(hidden, true, at, PartLength);
                }
            }
        }

        private static IEnumerable<string> Slices(string text, int length, int step)
        {
            for (var at = 0; at + length <= text.Length; at += step)
            {
                yield return text.Substring(at, length);
            }
        }

        private int Find(string text, int from) => text.IndexOf(_text, from, StringComparison.Ordinal);
    }
}
