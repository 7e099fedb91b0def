using System.Collections.Immutable;

namespace Pulumi.Engine.Deployment;

/// <summary>One object that the import operation brings in.</summary>
/// <param name="Type">Type token.</param>
/// <param name="Name">Name the resource gets.</param>
/// <param name="Id">The provider's id of the object.</param>
public sealed record ImportRequest(string Type, string Name, string Id)
{
    /// <summary>URN of the parent; empty for the root stack.</summary>
    public string Parent { get; init; } = string.Empty;

    /// <summary>URN of the explicit provider in the state; empty for the default provider.</summary>
    public string Provider { get; init; } = string.Empty;

    /// <summary>Version of the provider plugin; empty for any.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>Names of the inputs to keep; empty for all that the provider answers.</summary>
    public ImmutableArray<string> Properties { get; init; } = [];

    /// <summary>Whether the resource is protected afterwards; on by default.</summary>
    public bool Protect { get; init; } = true;
}
