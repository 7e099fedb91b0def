using System.Text.RegularExpressions;

namespace CloudUpdate.CodeGen.Schema;

/// <summary>From tokens to modules.</summary>
internal static class Modules
{
    /// <summary>The module of a token under a module format; empty for the root module.</summary>
    public static string Of(string token, Regex format)
    {
        var parts = token.Split(':');
        if (parts.Length != 3 || (parts[0] == "pulumi" && parts[1] is "pulumi" or "providers"))
        {
            return "";
        }

        var match = format.Match(parts[1]);
        return match.Success && match.Groups[1].Value is not "index" and var module ? module : "";
    }
}
