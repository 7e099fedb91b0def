using System.Text;
using System.Text.RegularExpressions;

namespace CloudUpdate.Provider.Clouds.Http;

/// <summary>Makes a short readable text of an answer that is not JSON, such as a proxy's HTML page or half an answer.</summary>
internal static partial class Excerpt
{
    private const int Length = 200;

    /// <summary>The first words of an answer, without markup; secrets are masked before anything is cut off.</summary>
    /// <param name="body">The answer's bytes.</param>
    /// <param name="secrets">The secrets to mask.</param>
    public static string? Of(ReadOnlyMemory<byte> body, KnownSecrets secrets)
    {
        const int Enough = 16 * 1024;
        var text = Encoding.UTF8.GetString(body.Span[..Math.Min(body.Length, Enough)]);
        if (text.TrimStart().StartsWith('<'))
        {
            text = Tags().Replace(Unseen().Replace(text, " "), " ");
        }
        else if (text.TrimStart() is ['{' or '[', ..])
        {
            text = WithoutOpenText(text);
        }

        text = White().Replace(secrets.Mask(System.Net.WebUtility.HtmlDecode(text)), " ").Trim();
        return text.Length == 0 ? null : text.Length <= Length ? text : text[..Length] + "…";
    }

    /// <summary>Half an answer may end in the midst of a secret that is not known yet.</summary>
    private static string WithoutOpenText(string json)
    {
        var open = -1;
        for (var at = 0; at < json.Length; at++)
        {
            if (json[at] == '"')
            {
                open = open < 0 ? at : -1;
            }
            else if (json[at] == '\\' && open >= 0)
            {
                at++;
            }
        }

        return open < 0 ? json : json[..open];
    }

    [GeneratedRegex(
        @"<script\b.*?</script>|<style\b.*?</style>|<!--.*?-->",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Unseen();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[\s\p{C}]+")]
    private static partial Regex White();
}
