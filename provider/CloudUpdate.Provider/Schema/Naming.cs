namespace CloudUpdate.Provider.Schema;

/// <summary>From the names of the APIs to those of programs.</summary>
internal static class Naming
{
    /// <summary><c>public_access_enabled</c> to <c>publicAccessEnabled</c>; a name without underscores stays.</summary>
    public static string Camel(string wire)
    {
        var parts = wire.Split('_');
        return string.Concat(parts.Select((part, position) => position == 0 ? part : Capital(part)));
    }

    /// <summary>The text with its first letter in upper case.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
