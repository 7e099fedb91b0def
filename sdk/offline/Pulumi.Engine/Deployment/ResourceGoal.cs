using System.Collections.Immutable;
using CloudUpdate.Protocol.Values;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Deployment;

/// <summary>What a program registered, with what it inherits from its parent.</summary>
internal sealed record ResourceGoal
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    public required bool Custom { get; init; }

    public string Parent { get; init; } = string.Empty;

    public PropertyMap Properties { get; init; } = PropertyMap.Empty;

    public bool? Protect { get; init; }

    public bool? RetainOnDelete { get; init; }

    public ImmutableArray<string> Dependencies { get; init; } = [];

    public ImmutableSortedDictionary<string, ImmutableArray<string>> PropertyDependencies { get; init; } =
        ImmutableSortedDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal);

    public string Provider { get; init; } = string.Empty;

    public bool? DeleteBeforeReplace { get; init; }

    public ImmutableArray<string> IgnoreChanges { get; init; } = [];

    public ImmutableArray<string> ReplaceOnChanges { get; init; } = [];

    public ImmutableArray<string> AdditionalSecretOutputs { get; init; } = [];

    public ImmutableArray<string> HideDiffs { get; init; } = [];

    public ImmutableArray<ResourceAlias> Aliases { get; init; } = [];

    public string ImportId { get; init; } = string.Empty;

    public CustomTimeouts? CustomTimeouts { get; init; }

    public string DeletedWith { get; init; } = string.Empty;

    public string SourcePosition { get; init; } = string.Empty;
}

/// <summary>A former identity: a whole URN, or the parts that differ from today's (null: as today).</summary>
internal sealed record ResourceAlias
{
    public string? Urn { get; init; }

    public string? Name { get; init; }

    public string? Type { get; init; }

    public string? Stack { get; init; }

    public string? Project { get; init; }

    public string? ParentUrn { get; init; }

    public bool NoParent { get; init; }
}
