namespace CloudUpdate.Protocol.Values;

/// <summary>Where the content of an asset or archive stands.</summary>
public enum AssetSource
{
    /// <summary>Elided: the hash alone is given.</summary>
    None,

    /// <summary>The content itself, an asset's text.</summary>
    Text,

    /// <summary>A file path, relative to the engine's working directory.</summary>
    Path,

    /// <summary>A URI.</summary>
    Uri,

    /// <summary>A map of assets and archives, an archive's content.</summary>
    Assets,
}

/// <summary>A file-like value.</summary>
/// <param name="Hash">Hex SHA-256 of the content; null where the sender left it out.</param>
/// <param name="Source">Where the content stands.</param>
/// <param name="Content">The text, path or URI; null where elided.</param>
public sealed record AssetValue(string? Hash, AssetSource Source, string? Content) : PropertyValue
{
    /// <summary>Whether the two have the same content: by hash where both have one, otherwise exactly.</summary>
    public bool SameContent(AssetValue other) => Hash is not null && other.Hash is not null ? Hash == other.Hash : Equals(other);

    /// <inheritdoc/>
    public override string ToString() => $"asset({Hash ?? Content})";
}

/// <summary>A folder-like value.</summary>
/// <param name="Hash">Hex SHA-256 of the content; null where the sender left it out.</param>
/// <param name="Source">Where the content stands.</param>
/// <param name="Content">The path or URI; null where elided or a map.</param>
/// <param name="Assets">The members by name; null unless <paramref name="Source"/> is <see cref="AssetSource.Assets"/>.</param>
public sealed record ArchiveValue(string? Hash, AssetSource Source, string? Content, PropertyMap? Assets) : PropertyValue
{
    /// <summary>Whether the two have the same content: by hash where both have one, otherwise exactly.</summary>
    public bool SameContent(ArchiveValue other) => Hash is not null && other.Hash is not null ? Hash == other.Hash : Equals(other);

    /// <inheritdoc/>
    public override string ToString() => $"archive({Hash ?? Content})";
}
