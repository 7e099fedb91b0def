using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>A data function as a table. It reads, and changes nothing.</summary>
internal sealed record FunctionDefinition
{
    /// <summary>Token, <c>package:module:name</c>.</summary>
    public required string Token { get; init; }

    /// <summary>What it answers, as Markdown.</summary>
    public required string Description { get; init; }

    /// <summary>The resource whose objects it looks at.</summary>
    public required ResourceDefinition Resource { get; init; }

    /// <summary>The arguments.</summary>
    public required ImmutableArray<PropertyDefinition> Inputs { get; init; }

    /// <summary>The members of the result.</summary>
    public required ImmutableArray<PropertyDefinition> Outputs { get; init; }

    /// <summary>Finds the result; null where there is no such object.</summary>
    public required Func<PropertyMap, EffectiveLocation, CallScope, Task<PropertyMap?>> Run { get; init; }
}
