namespace CloudUpdate.CodeGen.Model;

/// <summary>The base of a resource class.</summary>
internal enum ResourceKind
{
    /// <summary>Managed by the provider.</summary>
    Custom,

    /// <summary>Groups other resources.</summary>
    Component,

    /// <summary>Configures the provider.</summary>
    Provider,
}
