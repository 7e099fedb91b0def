using Newtonsoft.Json.Linq;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Backend;

/// <summary>Exchanges a stack's state for an exported document.</summary>
internal static class StackImport
{
    public static void Run(
        FileBackend backend,
        StackReference stack,
        JObject document,
        SecretsManager secrets,
        PassphraseSource passphrase,
        bool force,
        EngineEnvironment environment)
    {
        SnapshotReader.CheckVersion(document, stack.Name);
        var deployment = document["deployment"] as JObject
            ?? throw new EngineException(EngineErrorKind.InvalidSnapshot, "the document has no 'deployment'");
        var cache = new SecretCache();
        var snapshot = backend.ReadDeployment(deployment, passphrase, cache);
        if (!force)
        {
            CheckOwner(stack, snapshot);
            SnapshotIntegrity.Verify(snapshot);
        }

        // Ciphertexts of another manager must not be kept: what was remembered of them is forgotten.
        var sameManager = JToken.DeepEquals(deployment["secrets_providers"]?["state"], secrets.State);
        var writer = new SnapshotWriter(secrets, sameManager ? cache : new SecretCache());
        var now = environment.Time.GetUtcNow();
        backend.Save(stack, writer.WriteStackFile(stack.FullName, snapshot with { Manifest = snapshot.Manifest ?? new SnapshotManifest(now, EngineVersion.Text) }));
        backend.Record(stack, new HistoryEntry { Kind = UpdateKind.StackImport, StartTime = now, EndTime = now, Succeeded = true });
    }

    private static void CheckOwner(StackReference stack, Snapshot snapshot)
    {
        if (snapshot.Resources.FirstOrDefault(resource => Urn.Stack(resource.Urn) != stack.Name) is { } foreign)
        {
            throw new EngineException(
                EngineErrorKind.InvalidSnapshot,
                $"resource '{foreign.Urn}' belongs to another stack, '{Urn.Stack(foreign.Urn)}' instead of '{stack.Name}'; pass `--force` to import it nevertheless");
        }
    }
}
