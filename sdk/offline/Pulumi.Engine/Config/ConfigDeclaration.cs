using Newtonsoft.Json.Linq;

namespace Pulumi.Engine.Config;

/// <summary>One entry of the <c>config</c> section of Pulumi.yaml.</summary>
/// <param name="Key">The key.</param>
public sealed record ConfigDeclaration(ConfigKey Key)
{
    /// <summary>string, integer, boolean, array or object; null where not declared.</summary>
    public string? Type { get; init; }

    /// <summary>Type of an array's items; null where not declared.</summary>
    public string? ItemType { get; init; }

    /// <summary>What it is for; null where not given.</summary>
    public string? Description { get; init; }

    /// <summary>Whether stacks must encrypt it.</summary>
    public bool Secret { get; init; }

    /// <summary>The default, or the fixed value of another namespace's key; null where there is none.</summary>
    public JToken? Default { get; init; }
}
