using System.Collections.Frozen;
using CloudUpdate.Emulator.Clouds.GlobalAccelerator;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.State;

/// <summary>What the emulator knows of each kind of object.</summary>
internal static class KindCatalog
{
    private static readonly FrozenDictionary<string, KindDefinition> Kinds = new KindDefinition[]
    {
        new(ObjectKinds.IamDomain, "iam", ["id"]),
        new(ObjectKinds.IamProject, "iam", ["id"]),
        new(ObjectKinds.IamUser, "iam", ["id"]),
        new(ObjectKinds.IamAccessKey, "iam", ["access"]),
        new(ObjectKinds.IamAgency, "iam", ["domain_id", "name"]),
        new(ObjectKinds.IamIdentityProvider, "iam", ["id"]),
        new(ObjectKinds.IamToken, "iam", ["token_value"]),
        new(ObjectKinds.Accelerator, "ga", ["id"]) { Complete = GlobalAcceleratorDefaults.Accelerator },
        new(ObjectKinds.Listener, "ga", ["id"]) { Complete = GlobalAcceleratorDefaults.Listener },
        new(ObjectKinds.EndpointGroup, "ga", ["id"]) { Complete = GlobalAcceleratorDefaults.EndpointGroup },
        new(ObjectKinds.Endpoint, "ga", ["endpoint_group_id", "id"]) { Complete = GlobalAcceleratorDefaults.Endpoint },
        new(ObjectKinds.HealthCheck, "ga", ["id"]) { Complete = GlobalAcceleratorDefaults.HealthCheck },
    }.ToFrozenDictionary(kind => kind.Kind);

    public static IEnumerable<KindDefinition> All => Kinds.Values;

    /// <summary>The definition of a kind, after the key has been found to fit it.</summary>
    /// <exception cref="FormatException">There is no such kind, or the key has another number of parts.</exception>
    public static KindDefinition Check(string kind, string key)
    {
        if (!Kinds.TryGetValue(kind, out var definition))
        {
            throw new FormatException($"There is no kind \"{kind}\". The kinds are {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))}.");
        }

        var parts = ObjectKey.Parts(key);
        if (parts.Length != definition.KeyParts.Count || parts.Contains(""))
        {
            throw new FormatException($"The key of {kind} is {string.Join('/', definition.KeyParts)}, not \"{key}\".");
        }

        return definition;
    }

    /// <summary>The data of an object with all that was left out filled in.</summary>
    public static JObject Completed(string kind, string key, JObject data, EmulatorState state)
    {
        var definition = Check(kind, key);
        var completed = new JObject();
        var parts = ObjectKey.Parts(key);
        for (var i = 0; i < parts.Length; i++)
        {
            completed[definition.KeyParts[i]] = parts[i];
        }

        foreach (var (name, value) in definition.Complete(state))
        {
            completed[name] = value;
        }

        foreach (var (name, value) in data)
        {
            completed[name] = value?.DeepClone();
        }

        return completed;
    }
}
