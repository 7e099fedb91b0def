using System.Collections.Frozen;
using CloudUpdate.Emulator.Clouds.Atlas;
using CloudUpdate.Emulator.Clouds.Csms;
using CloudUpdate.Emulator.Clouds.Css;
using CloudUpdate.Emulator.Clouds.EventGrid;
using CloudUpdate.Emulator.Clouds.GlobalAccelerator;
using CloudUpdate.Emulator.Clouds.Iam;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.State;

/// <summary>What the emulator knows of each kind of object.</summary>
internal static class KindCatalog
{
    private static readonly FrozenDictionary<string, KindDefinition> Kinds = new KindDefinition[]
    {
        new(ObjectKinds.IamDomain, "iam", ["id"]) { Complete = IamDefaults.Domain },
        new(ObjectKinds.IamProject, "iam", ["id"]) { Complete = IamDefaults.Project },
        new(ObjectKinds.IamUser, "iam", ["id"]) { Complete = IamDefaults.Member },
        new(ObjectKinds.IamAccessKey, "iam", ["access"]) { Complete = IamDefaults.Member },
        new(ObjectKinds.IamAgency, "iam", ["domain_id", "name"]),
        new(ObjectKinds.IamIdentityProvider, "iam", ["id"]) { Complete = IamDefaults.Member },
        new(ObjectKinds.IamToken, "iam", ["token_value"]) { Complete = IamDefaults.Member },
        new(ObjectKinds.EventGridCluster, "eg", ["project_id", "cluster_id"]) { Complete = EventGridDefaults.Cluster },
        new(ObjectKinds.Accelerator, "ga", ["id"]) { Complete = GlobalAcceleratorDefaults.Accelerator },
        new(ObjectKinds.Listener, "ga", ["id"]) { Complete = GlobalAcceleratorDefaults.Listener },
        new(ObjectKinds.EndpointGroup, "ga", ["id"]) { Complete = GlobalAcceleratorDefaults.EndpointGroup },
        new(ObjectKinds.Endpoint, "ga", ["endpoint_group_id", "id"]) { Complete = GlobalAcceleratorDefaults.Endpoint },
        new(ObjectKinds.HealthCheck, "ga", ["id"]) { Complete = GlobalAcceleratorDefaults.HealthCheck },
        new(ObjectKinds.CsmsEvent, "kms", ["project_id", "name"]) { Complete = CsmsDefaults.Event },
        new(ObjectKinds.CsmsSecret, "kms", ["project_id", "name"]),
        new(ObjectKinds.CsmsRecord, "kms", ["project_id", "id"]),
        new(ObjectKinds.CssCluster, "css", ["project_id", "id"]) { Complete = CssDefaults.Cluster },
        new(ObjectKinds.CssConnection, "css", ["project_id", "cluster_id", "id"]) { Complete = CssDefaults.Connection },
        new(ObjectKinds.AtlasGroup, "atlas", ["id"]),
        new(ObjectKinds.AtlasWorkspace, "atlas", ["groupId", "name"]) { Complete = AtlasDefaults.Workspace },
        new(ObjectKinds.AtlasConnection, "atlas", ["groupId", "tenantName", "name"]) { Complete = AtlasDefaults.Connection },
        new(ObjectKinds.AtlasServiceAccount, "atlas", ["clientId"]),
        new(ObjectKinds.AtlasApiKey, "atlas", ["publicKey"]),
        new(ObjectKinds.AtlasToken, "atlas", ["token_value"]),
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
