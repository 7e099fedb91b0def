using CloudUpdate.Emulator;
using CloudUpdate.EndToEnd.Tests.Processes;
using CloudUpdate.TestKit.Golden;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.EndToEnd.Tests.LifeCycle;

/// <summary>One program with all five resources from its first preview to its end: command, engine, program and plugin are processes, and what
/// they ask of the clouds is compared with a table.</summary>
public sealed class LifeCycleTests
{
    private const string Table = "tests/CloudUpdate.EndToEnd.Tests/LifeCycle/requests.md";
    private const string KafkaPassword = "kafka-password-of-the-test";
    private const string HookToken = "emulated-hook-token";
    private const string ProviderUrn = "urn:pulumi:dev::e2e::pulumi:providers:cloudupdate::clouds";
    private const string HookUrn = "urn:pulumi:dev::e2e::cloudupdate:mongodbatlas:StreamConnection::hook";
    private const string GroupKey = "3a9f50bb-f041-4eac-a117-82472d8a0007";
    private const string ConnectionKey = DemoCredentials.ProjectId + "/4f3deec3-efa8-4598-bf91-560aad1377a3/f132bb14-e1d5-4f25-9f7c-a29e4c8effd4";
    private const string ClusterKey = DemoCredentials.ProjectId + "/fac59513-6c18-4266-bc81-5d412dfc1925";

    private static readonly Dictionary<string, string> Names = new()
    {
        [DemoCredentials.ProjectId] = "project",
        [DemoCredentials.AtlasGroupId] = "atlasProject",
        [GroupKey] = "group",
        ["1b11747a-b139-492f-9692-2df0b1c87193"] = "listener",
        ["fac59513-6c18-4266-bc81-5d412dfc1925"] = "cluster",
        ["4f3deec3-efa8-4598-bf91-560aad1377a3"] = "searchCluster",
        ["f132bb14-e1d5-4f25-9f7c-a29e4c8effd4"] = "endpoint",
        [KafkaPassword] = "kafkaPassword",
    };

    private readonly List<string> _outputs = [];
    private EmulatorServer _emulator = null!;
    private CommandWorkspace _workspace = null!;
    private RequestTable _table = null!;

    [SetUp]
    public async Task StartAsync()
    {
        _emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Settings = EmulatorSettings.Immediate });
        _workspace = await CommandWorkspace.CreateAsync(BuiltParts.TestProgram, _emulator.Address);
        _table = new RequestTable(_emulator, Names);
        await _workspace.ConfigureAsync([("dial", "40"), ("brokers", "b-1.example.net:9096"), ("edgeRegion", "cn-south-1")], [("kafkaPassword", KafkaPassword)]);
    }

    [TearDown]
    public async Task StopAsync()
    {
        _workspace.Dispose();
        await _emulator.DisposeAsync();
    }

    [Test, CancelAfter(300_000)]
    public async Task Program_WithAllFiveResources_AsksOfTheCloudsInEachStepWhatTheTableSays()
    {
        await DeployAsync();
        await ChangeAndReplaceAsync();
        await RepairDriftAsync();
        await RenameAsync();
        await ImportByOptionAsync();
        await ImportByCommandAsync();
        await ProtectAsync();
        await PublishAsync();
        await DestroyAsync();

        GoldenFile.Verify(_table.ToString(), Table);
        SecretScan.Verify(_workspace, _outputs, KafkaPassword, HookToken, DemoCredentials.SecretKey, DemoCredentials.AtlasClientSecret);
    }

    private async Task DeployAsync()
    {
        var preview = await SucceedAsync("preview", "--diff", "--markdown", "preview.md");
        Assert.That(_table.Add("preview").Where(IsObjectWrite), Is.Empty);
        Assert.That(preview, Does.Contain("trafficDialPercentage: 100 => 40").And.Contain("    + 9 to create"));

        var up = await SucceedAsync("up", "--yes", "--skip-preview", "--event-log", "up.log");
        _table.Add("up");
        Assert.That(up, Does.Contain("    + 9 created").And.Contain("dial         : 40").And.Contain("connection   : [secret]"));

        await SucceedAsync("up", "--yes", "--expect-no-changes");
        Assert.That(_table.Add("up without a change"), Is.Empty);
    }

    private async Task ChangeAndReplaceAsync()
    {
        var change = await SucceedAsync("up", "--yes", "--skip-preview", "--config", "dial=20", "--config", "brokers=b-2.example.net:9096");
        _table.Add("up with another share of traffic and other brokers");
        Assert.That(change, Does.Contain("[diff: ~trafficDialPercentage]").And.Contain("[diff: ~bootstrapServers]"));

        var replace = await SucceedAsync("up", "--yes", "--skip-preview", "--config", "edgeRegion=ap-southeast-3");
        var writes = _table.Add("up with the group beside the platform in another region: it is replaced").Where(IsObjectWrite).Select(request => request.Method);
        Assert.That(writes, Is.EqualTo(new[] { "POST", "DELETE" }), "the new one first");
        Assert.That(replace, Does.Contain("    +-1 replaced").And.Contain("regionId"));
    }

    private async Task RepairDriftAsync()
    {
        _emulator.Objects.Change(ObjectKinds.EventGridCluster, ClusterKey, new JObject { ["description"] = "changed by hand" });
        _emulator.Objects.Change(ObjectKinds.CssConnection, ConnectionKey, new JObject { ["status"] = "rejected" });
        _emulator.Objects.Change(ObjectKinds.CsmsEvent, $"{DemoCredentials.ProjectId}/orders-alerts", new JObject { ["state"] = "DISABLED" });

        var preview = await SucceedAsync("refresh", "--yes", "--preview-only", "--diff");
        Assert.That(_table.Add("preview of a refresh after changes by hand").Where(IsObjectWrite), Is.Empty);
        Assert.That(preview, Does.Contain("description: \"orders\" => \"changed by hand\"").And.Contain("state: \"ENABLED\" => \"DISABLED\"").And.Contain("    ~ 3 to update"));

        await SucceedAsync("refresh", "--yes", "--skip-preview");
        Assert.That(_table.Add("refresh").Where(IsObjectWrite), Is.Empty);

        await SucceedAsync("up", "--yes", "--skip-preview");
        _table.Add("up: it is repaired");
        await SucceedAsync("refresh", "--yes", "--skip-preview", "--expect-no-changes");
        _table.Add("refresh of what was repaired");
    }

    private async Task RenameAsync()
    {
        await SucceedAsync("up", "--yes", "--skip-preview", "--expect-no-changes", "--config", "platform=shop", "--config", "formerPlatform=orders");
        Assert.That(_table.Add("up with another name of the component, whose former one is its alias"), Is.Empty);
        Assert.That(_workspace.ReadState(), Does.Contain("::shop-group").And.Not.Contain("orders-cluster\"").And.Not.Contain("::orders-group"));
    }

    private async Task ImportByOptionAsync()
    {
        var import = await SucceedAsync("up", "--yes", "--skip-preview", "--config", "importEvent=true");
        _table.Add("up with an object imported by the option, and another state of it");
        Assert.That(import, Does.Contain("    = 1 imported").And.Contain("    ~ 1 updated"));
        await SucceedAsync("up", "--yes", "--skip-preview", "--expect-no-changes");
        Assert.That(_table.Add("up with the option left in the program"), Is.Empty);
    }

    private async Task ImportByCommandAsync()
    {
        await SucceedAsync(
            "import", "cloudupdate:mongodbatlas:StreamConnection", "hook", $"{DemoCredentials.AtlasGroupId}/{DemoCredentials.AtlasWorkspace}/orders-https",
            "--provider", $"clouds={ProviderUrn}", "--yes", "--skip-preview", "--generate-code=false");
        _table.Add("import of an object by the command");
        await SucceedAsync("up", "--yes", "--skip-preview", "--config", "hook=true");
        Assert.That(_table.Add("up with the imported object in the program"), Is.Empty);
    }

    private async Task ProtectAsync()
    {
        var removal = await _workspace.RunAsync("up", "--yes", "--skip-preview", "--config", "hook=false");
        Keep(removal);
        Assert.That(_table.Add("up without a protected object: it is refused"), Is.Empty);
        Assert.That(removal.ExitCode, Is.EqualTo(1), removal.All);
        Assert.That(removal.All, Does.Contain($"resource \"{HookUrn}\" cannot be deleted").And.Contain("because it is protected"));

        await SucceedAsync("up", "--yes", "--skip-preview", "--config", "hook=true", "--config", "protectHook=false");
        Assert.That(_table.Add("up with the protection taken away"), Is.Empty);
    }

    // What people and pipelines read of a stack.
    private async Task PublishAsync()
    {
        await SucceedAsync("preview", "--json");
        await SucceedAsync("stack");
        await SucceedAsync("stack", "export");
        await SucceedAsync("stack", "history", "--json");
        await SucceedAsync("config", "--json");
        Assert.That(await SucceedAsync("stack", "output", "--json"), Does.Contain("\"connection\": \"[secret]\""));
        Assert.That(_table.Add("preview without a change, and reading the stack"), Is.Empty);
        Assert.That((await _workspace.SucceedAsync("stack", "output", "connection", "--show-secrets")).Output.Trim(), Is.EqualTo($"orders:{KafkaPassword}"));
    }

    private async Task DestroyAsync()
    {
        var destroy = await SucceedAsync("destroy", "--yes", "--skip-preview", "--event-log", "destroy.log");
        _table.Add("destroy: restored, retained, deleted");

        Assert.That(destroy, Does.Contain("    - 11 deleted").And.Contain("stays as it is"));
        Assert.That(_workspace.ReadState(), Does.Not.Contain("\"urn\""));
        Assert.That((string?)_emulator.Objects.Get(ObjectKinds.EndpointGroup, GroupKey)!["name"], Is.EqualTo("endpoint-group-name"), "restored");
        Assert.That((int?)_emulator.Objects.Get(ObjectKinds.EndpointGroup, GroupKey)!["traffic_dial_percentage"], Is.EqualTo(100), "restored");
        Assert.That((string?)_emulator.Objects.Get(ObjectKinds.CssConnection, ConnectionKey)!["status"], Is.EqualTo("accepted"), "retained");
        Assert.That((string?)_emulator.Objects.Get(ObjectKinds.CsmsEvent, $"{DemoCredentials.ProjectId}/event-test")!["state"], Is.EqualTo("DISABLED"), "retained");
        Assert.That(_emulator.Objects.Get(ObjectKinds.CsmsEvent, $"{DemoCredentials.ProjectId}/orders-alerts"), Is.Null, "deleted");
        Assert.That(_emulator.Objects.List(ObjectKinds.EndpointGroup), Has.Count.EqualTo(1), "deleted");
        Assert.That(_emulator.Objects.List(ObjectKinds.AtlasConnection).Select(connection => connection.Key), Has.None.EndsWith("orders-events"), "deleted");
    }

    private async Task<string> SucceedAsync(params string[] arguments)
    {
        var result = await _workspace.SucceedAsync(arguments);
        Keep(result);
        return result.All;
    }

    private void Keep(CommandResult result) => _outputs.Add(result.All);

    // A log-in is a POST too, and changes no object.
    private static bool IsObjectWrite(JournalEntry request) => request.IsWrite && !request.Path.Contains("/oauth/", StringComparison.Ordinal);
}
