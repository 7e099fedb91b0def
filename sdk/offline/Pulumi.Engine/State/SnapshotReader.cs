using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;

namespace Pulumi.Engine.State;

/// <summary>Reads deployments (version 3, and 4 where it uses no feature that this engine lacks).</summary>
/// <param name="open">Finds the secrets manager that a deployment names; asked only where there is a secret.</param>
/// <param name="cache">Remembers ciphertexts.</param>
internal sealed class SnapshotReader(Func<JObject?, SecretsManager?> open, SecretCache cache)
{
    /// <summary>Features of version 4 that are understood.</summary>
    public static IReadOnlySet<string> Features { get; } = new HashSet<string> { "refreshBeforeUpdate" };

    /// <summary>Refuses what this engine cannot read.</summary>
    public static void CheckVersion(JObject wrapper, string stack)
    {
        var version = (int?)wrapper["version"] ?? 0;
        if (version > 4)
        {
            throw Invalid($"the stack '{stack}' is newer than what this version of the Pulumi CLI understands. Please update your version of the Pulumi CLI");
        }

        if (version is 1 or 2)
        {
            throw new EngineException(EngineErrorKind.Unsupported, $"the state of stack '{stack}' has the old version {version}, which this engine does not read; let the Pulumi CLI write it once");
        }

        var unknown = (wrapper["features"] as JArray ?? []).Select(feature => (string?)feature ?? string.Empty).Where(feature => !Features.Contains(feature)).ToList();
        if (unknown.Count > 0)
        {
            throw Invalid($"the stack '{stack}' uses features that are not supported by this version of the Pulumi CLI: {string.Join(", ", unknown)}. Please update your version of the Pulumi CLI");
        }
    }

    /// <summary>Reads a deployment; absent or null is an empty one.</summary>
    /// <exception cref="EngineException">The deployment is malformed, or a secret cannot be decrypted.</exception>
    public Snapshot Read(JObject? deployment)
    {
        if (deployment is null)
        {
            return Snapshot.Empty;
        }

        var manager = new Lazy<SecretsManager>(() => open(deployment["secrets_providers"] as JObject)
            ?? throw Invalid("the state holds secrets but does not say how they are encrypted"));
        var values = new PropertyJsonReader((location, ciphertext) => cache.Open(manager.Value, location, ciphertext));
        return new Snapshot
        {
            Manifest = ReadManifest(deployment["manifest"] as JObject),
            Resources = [.. Items(deployment, "resources").Select(resource => ResourceJson.Read(resource, values))],
            PendingOperations = [.. Items(deployment, "pending_operations").Select(operation => ReadOperation(operation, values))],
        };
    }

    internal static string Magic(string version) => version.Length == 0
        ? string.Empty
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(version)));

    private static SnapshotManifest? ReadManifest(JObject? manifest)
    {
        if (manifest is null)
        {
            return null;
        }

        var version = (string?)manifest["version"] ?? string.Empty;
        if (((string?)manifest["magic"] ?? string.Empty) != Magic(version))
        {
            throw Invalid($"{SnapshotIntegrity.Banner} magic cookie mismatch; possible tampering/corruption detected");
        }

        return new SnapshotManifest(JsonText.ParseTime((string?)manifest["time"]) ?? DateTimeOffset.UnixEpoch, version);
    }

    private static PendingOperation ReadOperation(JObject operation, PropertyJsonReader values) => new(
        ResourceJson.Read(operation["resource"] as JObject ?? throw Invalid("the state holds a pending operation without a resource"), values),
        Enum.TryParse<PendingOperationKind>((string?)operation["type"], ignoreCase: true, out var kind)
            ? kind
            : throw Invalid($"the state holds a pending operation of unknown type '{operation["type"]}'"));

    private static IEnumerable<JObject> Items(JObject deployment, string name) => (deployment[name] as JArray ?? []).OfType<JObject>();

    private static EngineException Invalid(string message) => new(EngineErrorKind.InvalidSnapshot, message);
}
