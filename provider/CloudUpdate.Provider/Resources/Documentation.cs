namespace CloudUpdate.Provider.Resources;

/// <summary>The README of each resource's folder, which is its description in the schema.</summary>
internal static class Documentation
{
    /// <summary>The text for a resource.</summary>
    /// <exception cref="InvalidOperationException">The resource has no README: a mistake of its author, found at the first look at the schema.</exception>
    public static string Of(ResourceDefinition definition)
    {
        if (definition.Documentation is { } given)
        {
            return given;
        }

        using var stream = typeof(Documentation).Assembly.GetManifestResourceStream($"docs/{definition.Name}/README.md")
            ?? throw new InvalidOperationException($"The folder of {definition.Name} has no README.md.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
