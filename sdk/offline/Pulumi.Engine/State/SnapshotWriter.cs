using System.Runtime.CompilerServices;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Pulumi.Engine.State;

/// <summary>Writes deployments. The text of each resource is kept for as long as the resource is, since a snapshot is written after every
/// step and most of it is as before.</summary>
/// <param name="secrets">Encrypts; null where the stack has no secrets manager, which only fails where there is a secret.</param>
/// <param name="cache">Keeps unchanged ciphertexts.</param>
internal sealed class SnapshotWriter(SecretsManager? secrets, SecretCache cache)
{
    private readonly ConditionalWeakTable<ResourceState, string> _texts = [];

    /// <summary>The whole stack file.</summary>
    public string WriteStackFile(string stack, Snapshot snapshot) =>
        $"{{{Version(snapshot)},\"checkpoint\":{{\"stack\":{JsonConvert.ToString(stack)},\"latest\":{WriteDeployment(snapshot)}}}}}";

    private static string Version(Snapshot snapshot) => snapshot.Resources.Any(resource => resource.RefreshBeforeUpdate)
        ? "\"version\":4,\"features\":[\"refreshBeforeUpdate\"]"
        : "\"version\":3";

    private string WriteDeployment(Snapshot snapshot)
    {
        var result = new StringBuilder("{");
        if (snapshot.Manifest is { } manifest)
        {
            result.Append("\"manifest\":").Append(Manifest(manifest).ToString(Formatting.None)).Append(',');
        }

        if (secrets is not null)
        {
            var providers = new JObject { ["type"] = secrets.Type, ["state"] = secrets.State };
            result.Append("\"secrets_providers\":").Append(providers.ToString(Formatting.None)).Append(',');
        }

        Append(result, "resources", snapshot.Resources.Select(Text));
        Append(result, "pending_operations", snapshot.PendingOperations.Select(
            operation => $"{{\"resource\":{Text(operation.Resource)},\"type\":\"{operation.Kind.ToString().ToLowerInvariant()}\"}}"));
        return result.Append("\"metadata\":{}}").ToString();
    }

    private static void Append(StringBuilder result, string name, IEnumerable<string> texts)
    {
        var joined = string.Join(',', texts);
        if (joined.Length > 0)
        {
            result.Append('"').Append(name).Append("\":[").Append(joined).Append("],");
        }
    }

    private static JObject Manifest(SnapshotManifest manifest) => new()
    {
        ["time"] = JsonText.Time(manifest.Time),
        ["magic"] = SnapshotReader.Magic(manifest.Version),
        ["version"] = manifest.Version,
    };

    private string Text(ResourceState state) =>
        _texts.GetValue(state, resource => ResourceJson.Write(resource, new PropertyJsonWriter(Seal)).ToString(Formatting.None));

    private JObject Seal(string location, string plaintext) => PropertyJsonWriter.SecretObject(
        "ciphertext",
        cache.Seal(secrets ?? throw new EngineException(EngineErrorKind.Secrets, "the stack has no secrets manager, but a secret must be saved"), location, plaintext));
}
