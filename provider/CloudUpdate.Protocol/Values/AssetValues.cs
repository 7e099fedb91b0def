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
    /// <summary>Hash of the empty text. An empty text travels as this hash alone, so it is never elided.</summary>
    public const string EmptyTextHash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>Whether the content was left out. It goes back as it came: the engine then puts the old content in its place.</summary>
    public bool IsElided => Source == AssetSource.None && Hash != EmptyTextHash;

    /// <summary>The text; null where the content stands elsewhere or is elided.</summary>
    public string? Text => (Source, Hash) switch
    {
        (AssetSource.Text, _) => Content,
        (AssetSource.None, EmptyTextHash) => string.Empty,
        _ => null,
    };

    /// <summary>Whether the two have the same content: by hash where both have one, otherwise exactly.</summary>
    public bool SameContent(AssetValue other) => Hash is not null && other.Hash is not null ? Hash == other.Hash : Equals(other);

    /// <summary>Names the content, and never shows it.</summary>
    public override string ToString() => $"asset({Hash ?? (Source == AssetSource.Text ? "text" : Content)})";
}

/// <summary>A folder-like value.</summary>
/// <param name="Hash">Hex SHA-256 of the content; null where the sender left it out.</param>
/// <param name="Source">Where the content stands.</param>
/// <param name="Content">The path or URI; null where elided or a map.</param>
/// <param name="Assets">The members by name; null unless <paramref name="Source"/> is <see cref="AssetSource.Assets"/>.</param>
public sealed record ArchiveValue(string? Hash, AssetSource Source, string? Content, PropertyMap? Assets) : PropertyValue
{
    /// <summary>Hash of the archive without members. It travels as this hash alone, so it is never elided.</summary>
    public const string EmptyArchiveHash = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";

    /// <summary>Whether the content was left out. It goes back as it came: the engine then puts the old content in its place.</summary>
    public bool IsElided => Source == AssetSource.None && Hash != EmptyArchiveHash;

    /// <summary>The members by name; null where the content stands elsewhere or is elided.</summary>
    public PropertyMap? Members => Assets ?? (Source == AssetSource.None && Hash == EmptyArchiveHash ? PropertyMap.Empty : null);

    /// <summary>Whether the two have the same content: by hash where both have one, otherwise exactly.</summary>
    public bool SameContent(ArchiveValue other) => Hash is not null && other.Hash is not null ? Hash == other.Hash : Equals(other);

    /// <summary>Names the content, and never shows it.</summary>
    public override string ToString() => $"archive({Hash ?? (Source == AssetSource.Assets ? "assets" : Content)})";
}
