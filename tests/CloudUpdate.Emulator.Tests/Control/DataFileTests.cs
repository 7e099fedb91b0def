using CloudUpdate.Emulator.Tests.Support;
using CloudUpdate.TestKit.Logging;
using Microsoft.Extensions.Time.Testing;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Emulator.Tests.Control;

internal sealed class DataFileTests
{
    private const string Group = "/v1/endpoint-groups/3a9f50bb-f041-4eac-a117-82472d8a0007";
    private const string EventKey = DemoCredentials.ProjectId + "/event-test";
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 1, 15, 8, 30, 0, TimeSpan.Zero));
    private string _folder = "";

    private EmulatorOptions Options => new() { TimeProvider = _time, DataFile = Path.Combine(_folder, "state.json") };

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("emulator-data").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Objects_AfterARestart_AreAsTheyWereLeft()
    {
        await UsingAsync(async client =>
        {
            await client.SignedAsync("PUT", $"/v1/{DemoCredentials.ProjectId}/csms/events/event-test", """{"state":"DISABLED"}""");
            client.Server.Objects.Remove(ObjectKinds.Endpoint, "3a9f50bb-f041-4eac-a117-82472d8a0007/b8d2a9f4-0c6e-4b7d-8a15-5e3f9c7d1b20");
            return 0;
        });

        var (state, endpoints, time) = await UsingAsync(client =>
        {
            var data = client.Server.Objects.Get(ObjectKinds.CsmsEvent, EventKey)!;
            return Task.FromResult(((string?)data["state"], client.Server.Objects.List(ObjectKinds.Endpoint).Count, (long)data["create_time"]!));
        });

        Assert.That((state, endpoints, time), Is.EqualTo(("DISABLED", 0, 1581507580000)));
    }

    [Test]
    public async Task StateChange_UnderWayAtTheEnd_GoesOnAfterARestart()
    {
        await UsingAsync(client => client.SignedAsync("PUT", Group, """{"endpoint_group":{"traffic_dial_percentage":5}}"""));

        var (before, after) = await UsingAsync(async client =>
        {
            var pending = await client.SignedAsync("GET", Group);
            _time.Advance(TimeSpan.FromSeconds(1));
            var active = await client.SignedAsync("GET", Group);
            return ((string?)pending.Json["endpoint_group"]!["status"], (string?)active.Json["endpoint_group"]!["status"]);
        });

        Assert.That((before, after), Is.EqualTo(("PENDING", "ACTIVE")));
    }

    [Test]
    public async Task Token_IssuedBeforeARestart_StillOpens()
    {
        var body = new JObject
        {
            ["auth"] = new JObject
            {
                ["identity"] = new JObject
                {
                    ["methods"] = new JArray("password"),
                    ["password"] = new JObject
                    {
                        ["user"] = new JObject
                        {
                            ["name"] = DemoCredentials.UserName,
                            ["password"] = DemoCredentials.Password,
                            ["domain"] = new JObject { ["name"] = DemoCredentials.DomainName },
                        },
                    },
                },
                ["scope"] = new JObject { ["project"] = new JObject { ["name"] = DemoCredentials.Region } },
            },
        };
        var token = await UsingAsync(async client => (await client.SendAsync("POST", "/v3/auth/tokens", body.ToString())).Header("X-Subject-Token")!);

        Assert.That((await UsingAsync(client => client.TokenAsync("GET", Group, token: token))).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Ids_MadeAfterARestart_DoNotRepeatThoseBefore()
    {
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add(await UsingAsync(async client => (string)(await client.SignedAsync(
                "POST", "/v1/accelerators", """{"accelerator":{"name":"a","ip_sets":[{"ip_type":"IPV4"}]}}""")).Json["accelerator"]!["id"]!));
        }

        Assert.That(ids, Is.Unique);
    }

    [Test]
    public async Task File_IsReplacedAsAWholeAndForItsOwnerAlone()
    {
        await UsingAsync(client => client.SignedAsync("GET", Group));

        Assert.Multiple(() =>
        {
            Assert.That(Directory.GetFiles(_folder).Select(Path.GetFileName), Is.EqualTo(new[] { "state.json" }));
            Assert.That(EmulatorSeed.Parse(File.ReadAllText(Options.DataFile!)).Objects, Has.Count.EqualTo(EmulatorSeed.Defaults.Objects.Count));
            if (!OperatingSystem.IsWindows())
            {
                Assert.That(File.GetUnixFileMode(Options.DataFile!), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
            }
        });
    }

    [Test]
    public async Task File_ThatIsBroken_StopsTheStartAndStaysAsItIs()
    {
        await File.WriteAllTextAsync(Options.DataFile!, "{\"objects\":[");

        Assert.That(async () => await EmulatorServer.StartAsync(Options), Throws.InstanceOf<FormatException>());
        Assert.That(await File.ReadAllTextAsync(Options.DataFile!), Is.EqualTo("{\"objects\":["));
    }

    [Test]
    public async Task File_ThatCannotBeWritten_FailsTheRequestAndIsLogged()
    {
        using var log = new LogCollector();
        log.Expect(entry => entry.Event.Name == "OperationFailed");
        await using var server = await EmulatorServer.StartAsync(Options with { LoggerFactory = log }, TestContext.CurrentContext.CancellationToken);
        using var client = new TestClient(server);
        Directory.CreateDirectory(Options.DataFile! + ".new");

        var answer = await client.SignedAsync("PUT", $"/v1/{DemoCredentials.ProjectId}/csms/events/event-test", """{"state":"DISABLED"}""");

        Assert.That((answer.Status, log.Of("OperationFailed").Count), Is.EqualTo((500, 1)));
    }

    private async Task<T> UsingAsync<T>(Func<TestClient, Task<T>> use)
    {
        await using var server = await EmulatorServer.StartAsync(Options, TestContext.CurrentContext.CancellationToken);
        using var client = new TestClient(server);
        return await use(client);
    }
}
