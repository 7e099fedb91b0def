namespace Pulumi;

/// <summary>
/// A name that a resource had before: its whole URN, or the parts that were different. Parts left out are as now.
/// At most one of <see cref="Parent"/>, <see cref="ParentUrn"/> and <see cref="NoParent"/> may be given.
/// </summary>
public sealed class Alias
{
    /// <summary>Creates a name.</summary>
    public Alias()
    {
    }

    /// <summary>The whole URN; excludes the parts.</summary>
    public string? Urn { get; set; }

    /// <summary>The name.</summary>
    public Input<string>? Name { get; set; }

    /// <summary>The type token.</summary>
    public Input<string>? Type { get; set; }

    /// <summary>The stack.</summary>
    public Input<string>? Stack { get; set; }

    /// <summary>The project.</summary>
    public Input<string>? Project { get; set; }

    /// <summary>The parent.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The parent's URN.</summary>
    public Input<string>? ParentUrn { get; set; }

    /// <summary>Whether it had no parent.</summary>
    public bool NoParent { get; set; }
}
