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
        new(ObjectKinds.IamDomain, "iam", "Account", ["id"]) { Complete = IamDefaults.Domain },
        new(ObjectKinds.IamProject, "iam", "Project", ["id"]) { Complete = IamDefaults.Project },
        new(ObjectKinds.IamUser, "iam", "User", ["id"]) { Complete = IamDefaults.Member },
        new(ObjectKinds.IamAccessKey, "iam", "Access key", ["access"]) { Complete = IamDefaults.Member },
        new(ObjectKinds.IamAgency, "iam", "Agency", ["domain_id", "name"]),
        new(ObjectKinds.IamIdentityProvider, "iam", "Identity provider", ["id"]) { Complete = IamDefaults.Member },
        new(ObjectKinds.IamToken, "iam", "Token", ["token_value"]) { Complete = IamDefaults.Member, IsKeySecret = true },
        new(ObjectKinds.EventGridCluster, "eg", "Professional event stream cluster", ["project_id", "cluster_id"]) { Complete = EventGridDefaults.Cluster },
        new(ObjectKinds.Accelerator, "ga", "Accelerator", ["id"]) { Complete = GlobalAcceleratorDefaults.Accelerator },
        new(ObjectKinds.Listener, "ga", "Listener", ["id"]) { Complete = GlobalAcceleratorDefaults.Listener },
        new(ObjectKinds.EndpointGroup, "ga", "Endpoint group", ["id"]) { Complete = GlobalAcceleratorDefaults.EndpointGroup },
        new(ObjectKinds.Endpoint, "ga", "Endpoint", ["endpoint_group_id", "id"]) { Complete = GlobalAcceleratorDefaults.Endpoint },
        new(ObjectKinds.HealthCheck, "ga", "Health check", ["id"]) { Complete = GlobalAcceleratorDefaults.HealthCheck },
        new(ObjectKinds.CsmsEvent, "kms", "Event notification", ["project_id", "name"]) { Complete = CsmsDefaults.Event },
        new(ObjectKinds.CsmsSecret, "kms", "Secret", ["project_id", "name"]),
        new(ObjectKinds.CsmsRecord, "kms", "Delivery record", ["project_id", "id"]),
        new(ObjectKinds.CssCluster, "css", "Cluster", ["project_id", "id"]) { Complete = CssDefaults.Cluster },
        new(ObjectKinds.CssConnection, "css", "VPC-endpoint connection", ["project_id", "cluster_id", "id"]) { Complete = CssDefaults.Connection },
        new(ObjectKinds.AtlasGroup, "atlas", "Project", ["id"]),
        new(ObjectKinds.AtlasWorkspace, "atlas", "Stream workspace", ["groupId", "name"]) { Complete = AtlasDefaults.Workspace },
        new(ObjectKinds.AtlasConnection, "atlas", "Stream connection", ["groupId", "tenantName", "name"]) { Complete = AtlasDefaults.Connection },
        new(ObjectKinds.AtlasServiceAccount, "atlas", "Service account", ["clientId"]),
        new(ObjectKinds.AtlasApiKey, "atlas", "API key", ["publicKey"]),
        new(ObjectKinds.AtlasToken, "atlas", "Bearer token", ["token_value"]) { IsKeySecret = true },
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
