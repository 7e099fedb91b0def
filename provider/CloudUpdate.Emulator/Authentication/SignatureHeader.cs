using System.Text.RegularExpressions;

namespace CloudUpdate.Emulator.Authentication;

/// <summary>The three parameters of an <c>Authorization: SDK-HMAC-SHA256</c> header.</summary>
internal sealed partial record SignatureHeader(string AccessKey, IReadOnlyList<string> SignedHeaders, string Signature)
{
    public static SignatureHeader? Parse(string? authorization)
    {
        if (authorization is null || Form().Match(authorization) is not { Success: true } match)
        {
            return null;
        }

        var names = match.Groups["headers"].Value.Split(';');
        return new SignatureHeader(match.Groups["access"].Value, names, match.Groups["signature"].Value);
    }

    [GeneratedRegex(@"^SDK-HMAC-SHA256 Access=(?<access>[^,\s]+), ?SignedHeaders=(?<headers>[^,\s]+), ?Signature=(?<signature>[^,\s]+)\z")]
    private static partial Regex Form();
}
