namespace CloudUpdate.Emulator.State;

/// <summary>Keys of stored objects: the parts that a path names, percent-encoded and joined by slashes.</summary>
internal static class ObjectKey
{
    public static string Of(params ReadOnlySpan<string> parts)
    {
        var encoded = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            encoded[i] = Uri.EscapeDataString(parts[i]);
        }

        return string.Join('/', encoded);
    }

    public static string[] Parts(string key) => [.. key.Split('/').Select(Uri.UnescapeDataString)];
}
