using System.Collections.Frozen;

namespace CloudUpdate.Emulator.Http;

/// <summary>A path with <c>{parameters}</c>, each standing for exactly one non-empty segment.</summary>
internal sealed class PathTemplate(string text)
{
    private readonly string[] _segments = text.Split('/');

    public override string ToString() => text;

    /// <summary>The decoded parameters where the path fits; otherwise null.</summary>
    public IReadOnlyDictionary<string, string>? Match(string[] rawSegments)
    {
        if (rawSegments.Length != _segments.Length)
        {
            return null;
        }

        Dictionary<string, string>? parameters = null;
        for (var i = 0; i < _segments.Length; i++)
        {
            var expected = _segments[i];
            var actual = Uri.UnescapeDataString(rawSegments[i]);
            if (expected.StartsWith('{'))
            {
                if (actual.Length == 0)
                {
                    return null;
                }

                (parameters ??= new(StringComparer.Ordinal))[expected[1..^1]] = actual;
            }
            else if (!string.Equals(expected, actual, StringComparison.Ordinal))
            {
                return null;
            }
        }

        return parameters ?? (IReadOnlyDictionary<string, string>)FrozenDictionary<string, string>.Empty;
    }
}
