using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Newtonsoft.Json.Linq;

namespace Pulumi.Engine.State;

/// <summary>One entry of a snapshot.</summary>
public sealed record ResourceState
{
    /// <summary>Uniform resource name.</summary>
    public required string Urn { get; init; }

    /// <summary>Type token.</summary>
    public required string Type { get; init; }

    /// <summary>Whether a provider manages it; false for components and the root stack.</summary>
    public bool Custom { get; init; }

    /// <summary>Replaced and waiting for its deletion.</summary>
    public bool Delete { get; init; }

    /// <summary>The provider's id; empty for components and where a preview does not know it.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The checked inputs.</summary>
    public PropertyMap Inputs { get; init; } = PropertyMap.Empty;

    /// <summary>The outputs.</summary>
    public PropertyMap Outputs { get; init; } = PropertyMap.Empty;

    /// <summary>URN of the parent; empty for none.</summary>
    public string Parent { get; init; } = string.Empty;

    /// <summary>Whether deleting and replacing are refused.</summary>
    public bool Protect { get; init; }

    /// <summary>Whether it was read and is not managed here.</summary>
    public bool External { get; init; }

    /// <summary>Whether a delete leaves the object alone.</summary>
    public bool RetainOnDelete { get; init; }

    /// <summary>Deleted as the first half of a replacement that has not created the second.</summary>
    public bool PendingReplacement { get; init; }

    /// <summary>Whether the provider asked to be read before each diff.</summary>
    public bool RefreshBeforeUpdate { get; init; }

    /// <summary>URNs it depends on.</summary>
    public ImmutableArray<string> Dependencies { get; init; } = [];

    /// <summary>URNs that each input was made from.</summary>
    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    /// <summary>Why its initialisation is unfinished; empty where it is healthy.</summary>
    public ImmutableArray<string> InitErrors { get; init; } = [];

    /// <summary>Reference of the provider instance; empty for components and providers.</summary>
    public string Provider { get; init; } = string.Empty;

    /// <summary>Outputs that the program declared secret.</summary>
    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    /// <summary>Former URNs; read from older files, never written.</summary>
    public ImmutableArray<string> Aliases { get; init; } = [];

    /// <summary>Time limits that the program set; null for none.</summary>
    public CustomTimeouts? CustomTimeouts { get; init; }

    /// <summary>The id given to the import option; empty for none.</summary>
    public string ImportId { get; init; } = string.Empty;

    /// <summary>URN of the resource whose deletion takes this one with it; empty for none.</summary>
    public string DeletedWith { get; init; } = string.Empty;

    /// <summary>When it was created, imported or first read.</summary>
    public DateTimeOffset? Created { get; init; }

    /// <summary>When it last changed.</summary>
    public DateTimeOffset? Modified { get; init; }

    /// <summary>Where the program registers it: <c>project:///path#line,column</c>; empty for unknown.</summary>
    public string SourcePosition { get; init; } = string.Empty;

    /// <summary>Property paths whose changes are ignored.</summary>
    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    /// <summary>Property paths whose changes replace the resource.</summary>
    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    /// <summary>Property paths that displays leave out.</summary>
    public ImmutableArray<string> HideDiffs { get; init; } = [];

    /// <summary>Keys of the state file that this engine does not know; kept as they are. Null for none.</summary>
    public JObject? OtherKeys { get; init; }
}
