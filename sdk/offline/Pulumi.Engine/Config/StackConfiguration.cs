using System.Collections.Immutable;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Config;

/// <summary>The configuration of one operation: texts, decrypted, with the project's defaults filled in.</summary>
public sealed record StackConfiguration
{
    /// <summary>No configuration.</summary>
    public static StackConfiguration Empty { get; } = new();

    /// <summary>Texts by key; objects and other scalars than texts are JSON.</summary>
    public ImmutableSortedDictionary<ConfigKey, string> Values { get; init; } = ImmutableSortedDictionary.Create<ConfigKey, string>(ConfigKey.Order);

    /// <summary>Keys whose value is, or holds, a secret.</summary>
    public ImmutableHashSet<ConfigKey> SecretKeys { get; init; } = [];

    /// <summary>The values as the stack file has them, secrets encrypted; recorded in history.</summary>
    public ImmutableSortedDictionary<ConfigKey, ConfigValue> Stored { get; init; } = ImmutableSortedDictionary.Create<ConfigKey, ConfigValue>(ConfigKey.Order);

    /// <summary>Merges a stack's configuration over its project's defaults, and checks it against the project's declarations.</summary>
    /// <param name="project">The project.</param>
    /// <param name="stack">Short stack name, for messages.</param>
    /// <param name="file">The stack's configuration.</param>
    /// <param name="secrets">Decrypts; asked only where there is a ciphertext.</param>
    /// <exception cref="EngineException">A value is missing, of another type than declared, or not encrypted although declared secret.</exception>
    public static StackConfiguration Resolve(ProjectFile project, string stack, StackConfigFile file, SecretsManager secrets)
    {
        var stored = ProjectConfigRules.Merge(project, stack, file.Values);
        var values = stored.ToImmutableSortedDictionary(entry => entry.Key, entry => entry.Value.Decrypt(secrets), ConfigKey.Order);
        ProjectConfigRules.CheckTypes(project, stack, stored, values);
        return new StackConfiguration
        {
            Values = values,
            SecretKeys = [.. stored.Where(entry => entry.Value.IsSecret).Select(entry => entry.Key)],
            Stored = stored,
        };
    }

    /// <summary>The value for display: <c>[secret]</c> for secrets.</summary>
    public string Masked(ConfigKey key) => SecretKeys.Contains(key) ? "[secret]" : Values[key];

    /// <summary>Never the secrets.</summary>
    public override string ToString() => string.Join(", ", Values.Keys.Select(key => $"{key}={Masked(key)}"));
}
