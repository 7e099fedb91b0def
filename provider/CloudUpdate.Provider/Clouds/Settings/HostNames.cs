namespace CloudUpdate.Provider.Clouds.Settings;

/// <summary>Which texts may become part of a host name. Anything else could send credentials to another host.</summary>
internal static class HostNames
{
    /// <summary>Whether a text is one or more labels of a host name, joined with dots.</summary>
    /// <param name="text">The text, for example a region or a domain.</param>
    public static bool IsPart(string text) => text.Split('.').All(IsLabel);

    private static bool IsLabel(string label) =>
        label is [not '-', ..] and [.., not '-'] && label.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
}
