namespace Pulumi.Engine.Backend;

/// <summary>Kinds of operations that history records.</summary>
public enum UpdateKind
{
    /// <summary>The program is carried out; <c>update</c>.</summary>
    Update,

    /// <summary>The state is brought up to date with the objects; <c>refresh</c>.</summary>
    Refresh,

    /// <summary>Everything is deleted; <c>destroy</c>.</summary>
    Destroy,

    /// <summary>Existing objects are brought in; <c>resource-import</c>.</summary>
    ResourceImport,

    /// <summary>The state was exchanged; <c>import</c>.</summary>
    StackImport,
}
