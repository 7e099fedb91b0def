using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.State;

namespace Pulumi.Engine.Backend;

/// <summary>Stacks in a folder, in the layout of the Pulumi command line's file backend.</summary>
public sealed class FileBackend
{
    private const string Scheme = "file://";
    private static readonly string[] CompressedExtensions = [".gz", ".zst"];

    private readonly EngineEnvironment _environment;
    private readonly string _root;

    private FileBackend(string url, string root, EngineEnvironment environment)
    {
        Url = url;
        _root = root;
        _environment = environment;
    }

    /// <summary>The URL that it was opened with.</summary>
    public string Url { get; }

    /// <summary>Opens the backend of a URL such as <c>file://~</c> or <c>file:///var/state</c>.</summary>
    /// <exception cref="EngineException">Another kind of URL, a folder that does not exist, or a layout of another version.</exception>
    public static FileBackend Open(string url, EngineEnvironment environment)
    {
        if (!url.StartsWith(Scheme, StringComparison.Ordinal))
        {
            throw new EngineException(EngineErrorKind.Unsupported, $"this engine keeps stacks in folders only (file://…), not at '{url}'; use the Pulumi CLI");
        }

        var path = url[Scheme.Length..];
        var folder = environment.Resolve(path is ['~', ..] ? environment.UserHome + path[1..] : path.Length == 0 ? "." : path);
        if (!Directory.Exists(folder))
        {
            throw new EngineException($"the folder of the backend {url} does not exist: {folder}");
        }

        var backend = new FileBackend(url, Path.Combine(folder, ".pulumi"), environment);
        backend.CheckLayout();
        return backend;
    }

    /// <summary>All stacks, or those of one project, by name.</summary>
    public IReadOnlyList<StackSummary> ListStacks(string? project = null)
    {
        var folder = Path.Combine(_root, "stacks");
        return !Directory.Exists(folder) ? [] :
        [
            .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Select(path => (Project: Path.GetRelativePath(folder, Path.GetDirectoryName(path)!), Name: Path.GetFileNameWithoutExtension(path)))
                .Where(stack => project is null || stack.Project == project)
                .OrderBy(stack => stack.Project, StringComparer.Ordinal).ThenBy(stack => stack.Name, StringComparer.Ordinal)
                .Select(stack => Summarize(new StackReference(stack.Project, stack.Name))),
        ];
    }

    /// <summary>Whether the stack exists.</summary>
    public bool Exists(StackReference stack) => File.Exists(StackPath(stack));

    /// <summary>Creates a stack without resources.</summary>
    /// <exception cref="EngineException">It exists.</exception>
    public void CreateStack(StackReference stack)
    {
        var file = new JObject { ["version"] = 3, ["checkpoint"] = new JObject { ["stack"] = stack.FullName } };
        Directory.CreateDirectory(Path.GetDirectoryName(StackPath(stack))!);
        if (!AtomicFile.TryCreate(StackPath(stack), file.ToString(Formatting.None)))
        {
            throw new EngineException(EngineErrorKind.StackAlreadyExists, $"stack '{stack.FullName}' already exists");
        }
    }

    /// <summary>Removes a stack with its history. What it was stays beside it as <c>.bak</c>.</summary>
    /// <exception cref="EngineException">It does not exist, is locked, or has resources and the removal is not forced.</exception>
    public void RemoveStack(StackReference stack, bool force)
    {
        using var held = Lock(stack);
        var resources = Deployment(stack)?["resources"] as JArray ?? [];
        if (!force && resources.Any(resource => (string?)resource["type"] != Urn.RootStackType))
        {
            throw new EngineException(EngineErrorKind.StackHasResources,
                $"'{stack.Name}' still has resources; removal rejected. Possible actions:\n" +
                $"- Make sure that '{stack.Name}' is the stack that you want to remove\n" +
                "- Run `pulumi destroy` to delete its resources, then `pulumi stack rm` again\n" +
                "- Run `pulumi stack rm --force` to remove it with its resources left as they are");
        }

        File.Move(StackPath(stack), StackPath(stack) + ".bak", overwrite: true);
        if (Directory.Exists(Folder("history", stack)))
        {
            Directory.Delete(Folder("history", stack), recursive: true);
        }
    }

    /// <summary>Takes the stack's lock.</summary>
    /// <exception cref="EngineException">The stack does not exist, or another operation holds the lock.</exception>
    public StackLock Lock(StackReference stack)
    {
        Require(stack);
        return Locks(stack).Acquire();
    }

    /// <summary>Deletes every lock of a stack, whoever holds it.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="EngineException">The stack does not exist.</exception>
    public int Cancel(StackReference stack)
    {
        Require(stack);
        return Locks(stack).ReleaseAll();
    }

    /// <summary>Reads and decrypts a stack's state, and checks its integrity.</summary>
    /// <exception cref="EngineException">The stack does not exist, its state is malformed or newer, or the passphrase is wrong.</exception>
    public Snapshot Load(StackReference stack, PassphraseSource passphrase) => Load(stack, passphrase, new SecretCache());

    /// <summary>The secrets manager that a stack's state names; null for a state without one.</summary>
    /// <exception cref="EngineException">The stack does not exist, or the manager is of a kind that this engine leaves out.</exception>
    public SecretsManager? StateSecrets(StackReference stack, PassphraseSource passphrase) =>
        StackSecrets.Open(Deployment(stack)?["secrets_providers"] as JObject, passphrase, _environment.Entropy);

    /// <summary>The document of <c>pulumi stack export</c>: <c>{"version":…,"deployment":…}</c>, secrets encrypted.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="plaintext">Where given, secrets are decrypted with it and stand in clear as <c>plaintext</c>.</param>
    /// <exception cref="EngineException">The stack does not exist, or the passphrase is wrong.</exception>
    public JObject Export(StackReference stack, PassphraseSource? plaintext = null)
    {
        var file = ReadFile(stack);
        var result = new JObject { ["version"] = (int?)file["version"] is > 0 and var version ? version : 3 };
        if (file["features"] is { } features)
        {
            result["features"] = features;
        }

        var deployment = file["checkpoint"]?["latest"] as JObject ?? [];
        result["deployment"] = plaintext is null ? deployment
            : StateSecrets(stack, plaintext) is { } secrets ? StateSecretTexts.Reveal(deployment, secrets) : deployment;
        return result;
    }

    /// <summary>Exchanges a stack's state for an exported document, checks it, and records that in the history.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="document">The document of <see cref="Export"/>.</param>
    /// <param name="secrets">Encrypts secrets that stand in clear.</param>
    /// <param name="passphrase">The passphrase of the manager that the document names.</param>
    /// <param name="force">Whether a document of another stack or one with integrity errors is taken too.</param>
    /// <exception cref="EngineException">The stack does not exist or is locked, or the document is refused.</exception>
    public void Import(StackReference stack, JObject document, SecretsManager secrets, PassphraseSource passphrase, bool force = false)
    {
        using var held = Lock(stack);
        StackImport.Run(this, stack, document, secrets, passphrase, force, _environment);
    }

    /// <summary>The operations of a stack, newest first.</summary>
    public IReadOnlyList<HistoryEntry> History(StackReference stack) => HistoryFiles(stack).Read();

    internal Snapshot Load(StackReference stack, PassphraseSource passphrase, SecretCache cache)
    {
        var snapshot = ReadDeployment(Deployment(stack), passphrase, cache);
        SnapshotIntegrity.Verify(snapshot);
        return snapshot;
    }

    internal Snapshot ReadDeployment(JObject? deployment, PassphraseSource passphrase, SecretCache cache) =>
        SnapshotMigration.Run(
            new SnapshotReader(providers => StackSecrets.Open(providers, passphrase, _environment.Entropy), cache).Read(deployment), _environment.Entropy);

    internal void Save(StackReference stack, string text) => Write(StackPath(stack), text, StackPath(stack) + ".bak");

    // The record of an operation, with a copy of the state it left, and the same copy as backup.
    internal void Record(StackReference stack, HistoryEntry entry)
    {
        var state = File.ReadAllBytes(StackPath(stack));
        var stamp = HistoryFiles(stack).Add(entry, state);
        if (!_environment.IsOn("PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS"))
        {
            var folder = Folder("backups", stack);
            Directory.CreateDirectory(folder);
            AtomicFile.Write(Path.Combine(folder, $"{stack.Name}.{stamp}.json"), state, backup: null);
        }
    }

    private JObject? Deployment(StackReference stack) => ReadFile(stack)["checkpoint"]?["latest"] as JObject;

    private JObject ReadFile(StackReference stack)
    {
        Require(stack);
        var file = JsonText.ParseObject(File.ReadAllText(StackPath(stack)), $"the state of stack '{stack.Name}'");
        SnapshotReader.CheckVersion(file, stack.Name);
        return file;
    }

    private void Require(StackReference stack)
    {
        if (Exists(stack))
        {
            return;
        }

        throw CompressedExtensions.FirstOrDefault(extension => File.Exists(StackPath(stack) + extension)) is { } compressed
            ? new EngineException(EngineErrorKind.Unsupported, $"the state of stack '{stack.Name}' is compressed ({compressed}), which this engine does not read; use the Pulumi CLI")
            : new EngineException(EngineErrorKind.StackNotFound, $"no stack named '{stack.Name}' found");
    }

    private StackSummary Summarize(StackReference stack)
    {
        var deployment = Deployment(stack);
        return new StackSummary(
            stack,
            JsonText.ParseTime((string?)deployment?["manifest"]?["time"]),
            deployment is null ? null : (deployment["resources"] as JArray)?.Count ?? 0,
            Locks(stack).AnyHeld);
    }

    private StackLocks Locks(StackReference stack) =>
        new(Path.Combine(_root, "locks", StackReference.Organization, stack.Project, stack.Name), _environment);

    private HistoryFiles HistoryFiles(StackReference stack) => new(Folder("history", stack), stack.Name, _environment.Time);

    private string Folder(string kind, StackReference stack) => Path.Combine(_root, kind, stack.Project, stack.Name);

    private string StackPath(StackReference stack) => Path.Combine(_root, "stacks", stack.Project, $"{stack.Name}.json");

    private static void Write(string path, string text, string? backup)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        AtomicFile.Write(path, text, backup);
    }

    private void CheckLayout()
    {
        var meta = Path.Combine(_root, "meta.yaml");
        if (File.Exists(meta))
        {
            if (File.ReadAllText(meta).Trim() != "version: 1")
            {
                throw new EngineException(EngineErrorKind.Unsupported, $"the backend {Url} has a layout that this engine does not know: {meta}");
            }

            return;
        }

        if (Directory.Exists(Path.Combine(_root, "stacks")) && Directory.EnumerateFiles(Path.Combine(_root, "stacks"), "*.json").Any())
        {
            throw new EngineException(EngineErrorKind.Unsupported, $"the backend {Url} has the layout of old releases, without projects; run `pulumi state upgrade` of the Pulumi CLI");
        }

        Write(meta, "version: 1\n", backup: null);
    }
}
