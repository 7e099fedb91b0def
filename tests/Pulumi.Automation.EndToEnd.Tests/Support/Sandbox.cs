using Newtonsoft.Json.Linq;
using Pulumi.TestCloud;

namespace Pulumi.Automation.EndToEnd.Tests.Support;

/// <summary>A backend, a home and a test cloud for the stacks of one test. The command is a process of its own; the provider that it attaches to
/// runs in this one.</summary>
internal sealed class Sandbox : IAsyncDisposable
{
    public const string Project = "proj";

    private readonly DirectoryInfo _folder;
    private readonly CloudServer _server;

    private Sandbox(DirectoryInfo folder, CloudServer server) => (_folder, _server) = (folder, server);

    /// <summary>The objects of the cloud: properties by id.</summary>
    public JObject Cloud
    {
        get => File.Exists(CloudPath(_folder)) ? JObject.Parse(File.ReadAllText(CloudPath(_folder))) : [];
        private set => File.WriteAllText(CloudPath(_folder), value.ToString());
    }

    /// <summary>Files of locks that somebody holds.</summary>
    public IReadOnlyList<string> Locks =>
        Directory.Exists(LockFolder) ? Directory.GetFiles(LockFolder, "*", SearchOption.AllDirectories) : [];

    private string LockFolder => Path.Combine(_folder.FullName, "state", ".pulumi", "locks");

    public static async Task<Sandbox> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("automation-tests-");
        folder.CreateSubdirectory("state");
        return new Sandbox(folder, await CloudServer.StartAsync(CloudPath(folder)));
    }

    /// <summary>A stack whose program is a function of this process.</summary>
    public InlineProgramArgs Inline(string stack, PulumiFn program) => new(Project, stack, program)
    {
        PulumiHome = Path.Combine(_folder.FullName, "home"),
        EnvironmentVariables = Variables(),
    };

    /// <summary>A stack whose program is a process: it declares what <see cref="Declare"/> said.</summary>
    public LocalProgramArgs Local(string stack)
    {
        var folder = ProjectFolder();
        File.WriteAllText(Path.Combine(folder, "Pulumi.yaml"), $"""
            name: {Project}
            runtime:
              name: dotnet
              options:
                binary: {BuiltParts.Program}
            """);
        return new LocalProgramArgs(stack, folder) { PulumiHome = Path.Combine(_folder.FullName, "home"), EnvironmentVariables = Variables() };
    }

    /// <summary>Says what the program of local stacks declares.</summary>
    public void Declare(string program) => File.WriteAllText(Path.Combine(ProjectFolder(), "program.json"), program);

    /// <summary>Changes an object of the cloud behind the back of the stacks.</summary>
    public void Change(string id, Action<JObject> change)
    {
        var cloud = Cloud;
        change((JObject)cloud[id]!);
        Cloud = cloud;
    }

    /// <summary>Removes an object of the cloud behind the back of the stacks.</summary>
    public void Remove(string id)
    {
        var cloud = Cloud;
        cloud.Remove(id);
        Cloud = cloud;
    }

    /// <summary>Lets creations that wait go on.</summary>
    public void Release() => File.WriteAllText($"{CloudPath(_folder)}.release", string.Empty);

    /// <summary>Leaves a lock behind, as an operation does that was killed.</summary>
    public void LeaveLock(string stack)
    {
        var folder = Directory.CreateDirectory(Path.Combine(LockFolder, "organization", Project, stack)).FullName;
        File.WriteAllText(
            Path.Combine(folder, $"{Path.GetRandomFileName()}.json"),
            """{"pid":1,"username":"ada","hostname":"engine-room","timestamp":"2026-08-01T12:00:00Z"}""");
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string CloudPath(DirectoryInfo folder) => Path.Combine(folder.FullName, "cloud.json");

    private string ProjectFolder() => _folder.CreateSubdirectory("project").FullName;

    private Dictionary<string, string?> Variables() => new()
    {
        ["PULUMI_BACKEND_URL"] = new Uri(Path.Combine(_folder.FullName, "state")).AbsoluteUri,
        ["PULUMI_CONFIG_PASSPHRASE"] = "correct horse",
        ["PULUMI_DEBUG_PROVIDERS"] = $"testcloud:{_server.Port}",
    };
}
