using System.Collections.Immutable;

namespace CloudUpdate.Provider.Schema.Package;

/// <summary>What a package schema says.</summary>
/// <param name="Version">Version of the package (semver).</param>
/// <param name="Config">The provider's configuration.</param>
/// <param name="Resources">The resources.</param>
/// <param name="Functions">The functions.</param>
internal sealed record PackageModel(
    string Version,
    ImmutableArray<PropertyDefinition> Config,
    ImmutableArray<ResourceEntry> Resources,
    ImmutableArray<FunctionEntry> Functions);

/// <summary>A resource in the schema.</summary>
/// <param name="Token">Its token.</param>
/// <param name="Description">Its documentation, as Markdown.</param>
/// <param name="Inputs">What a program can give.</param>
/// <param name="Outputs">What it shows.</param>
internal sealed record ResourceEntry(
    string Token, string Description, ImmutableArray<PropertyDefinition> Inputs, ImmutableArray<PropertyDefinition> Outputs);

/// <summary>A function in the schema.</summary>
/// <param name="Token">Its token.</param>
/// <param name="Description">Its documentation, as Markdown.</param>
/// <param name="Inputs">Its arguments.</param>
/// <param name="Outputs">The members of its result.</param>
internal sealed record FunctionEntry(
    string Token, string Description, ImmutableArray<PropertyDefinition> Inputs, ImmutableArray<PropertyDefinition> Outputs);
