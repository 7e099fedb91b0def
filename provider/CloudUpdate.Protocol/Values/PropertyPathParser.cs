using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace CloudUpdate.Protocol.Values;

internal static class PropertyPathParser
{
    public static ImmutableArray<PathSegment>? Parse(string text, out string? error)
    {
        var segments = ImmutableArray.CreateBuilder<PathSegment>();
        var position = 0;
        error = text.StartsWith('.') ? "it starts with '.'" : null;
        while (error is null && position < text.Length)
        {
            if (text[position] == '.' && ++position == text.Length)
            {
                error = "it ends with '.'";
            }
            else
            {
                var segment = text[position] == '[' ? Bracketed(text, ref position, out error) : Bare(text, ref position, out error);
                segments.Add(segment ?? PathSegment.Wildcard);
            }
        }

        return error is null ? segments.ToImmutable() : null;
    }

    private static PathSegment? Bare(string text, ref int position, out string? error)
    {
        var length = text.AsSpan(position).IndexOfAny('.', '[');
        var key = length < 0 ? text[position..] : text.Substring(position, length);
        position += key.Length;
        error = key.Length == 0 ? "a name is missing between two dots" : null;
        return PathSegment.Of(key);
    }

    private static PathSegment? Bracketed(string text, ref int position, out string? error)
    {
        position++;
        var segment = text.AsSpan(position).StartsWith("\"") ? Quoted(text, ref position, out error) : Index(text, ref position, out error);
        if (error is null && (position == text.Length || text[position++] != ']'))
        {
            error = "a closing bracket is missing";
        }

        return segment;
    }

    private static PathSegment? Quoted(string text, ref int position, out string? error)
    {
        var key = new StringBuilder();
        for (position++; position < text.Length; position++)
        {
            if (text[position] == '"')
            {
                position++;
                error = null;
                return PathSegment.Of(key.ToString());
            }

            // The quote is the only character that is escaped; any other backslash is itself.
            if (text[position] == '\\' && position + 1 < text.Length && text[position + 1] == '"')
            {
                position++;
            }

            key.Append(text[position]);
        }

        error = "a closing quote is missing";
        return null;
    }

    private static PathSegment? Index(string text, ref int position, out string? error)
    {
        var length = text.AsSpan(position).IndexOf(']');
        var digits = length < 0 ? text[position..] : text.Substring(position, length);
        position += digits.Length;
        error = null;
        if (digits == "*")
        {
            return PathSegment.Wildcard;
        }

        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index))
        {
            return PathSegment.Of(index);
        }

        error = $"\"{digits}\" is not an index";
        return null;
    }
}
