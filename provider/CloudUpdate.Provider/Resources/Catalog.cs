using System.Collections.Frozen;
using System.Collections.Immutable;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Schema.Package;

namespace CloudUpdate.Provider.Resources;

/// <summary>All resources and functions of a provider, by token.</summary>
/// <param name="resources">The resources.</param>
/// <param name="functions">The functions.</param>
internal sealed class Catalog(IEnumerable<ResourceDefinition> resources, IEnumerable<FunctionDefinition> functions)
{
    private readonly FrozenDictionary<string, ResourceDefinition> _resources = resources.ToFrozenDictionary(resource => resource.Token);
    private readonly FrozenDictionary<string, FunctionDefinition> _functions = functions.ToFrozenDictionary(function => function.Token);

    /// <summary>What this product serves.</summary>
    public static Catalog Product { get; } = new(
        [EndpointGroup.Table, EventNotification.Table, EventStreamCluster.Table, StreamConnection.Table, VpcEndpointConnection.Table],
        [.. EndpointGroup.Functions, .. EventNotification.Functions, .. EventStreamCluster.Functions, .. StreamConnection.Functions, .. VpcEndpointConnection.Functions]);

    /// <summary>The resources, in the order of their tokens.</summary>
    public ImmutableArray<ResourceDefinition> Resources => [.. _resources.Values.OrderBy(resource => resource.Token, StringComparer.Ordinal)];

    /// <summary>The functions, in the order of their tokens.</summary>
    public ImmutableArray<FunctionDefinition> Functions => [.. _functions.Values.OrderBy(function => function.Token, StringComparer.Ordinal)];

    /// <summary>The resource of a token; null for none.</summary>
    public ResourceDefinition? Resource(string token) => _resources.GetValueOrDefault(token);

    /// <summary>The function of a token; null for none.</summary>
    public FunctionDefinition? Function(string token) => _functions.GetValueOrDefault(token);

    /// <summary>The package schema of everything in the catalog.</summary>
    /// <param name="version">Version of the package (semver).</param>
    /// <param name="config">The provider's configuration.</param>
    public string WriteSchema(string version, ImmutableArray<PropertyDefinition> config) => PackageSchema.Write(new PackageModel(
        version,
        config,
        [.. Resources.Select(resource => new ResourceEntry(resource.Token, Documentation.Of(resource), resource.Inputs, resource.Outputs))],
        [.. Functions.Select(function => new FunctionEntry(function.Token, function.Description, function.Inputs, function.Outputs))]));
}
