using System.Diagnostics;
using System.Net;
using CloudUpdate.Emulator.Tests.Support;

namespace CloudUpdate.Emulator.Tests.CommandLine;

[CancelAfter(180_000)]
internal sealed class CommandTests
{
    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("emulator-command").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Start_WithoutArguments_PrintsItsAddressAndAnswers()
    {
        var clock = Stopwatch.StartNew();
        await using var emulator = await EmulatorProcess.StartAsync();
        var status = await GetAsync(emulator.Address, "/");
        var firstAnswer = clock.Elapsed;

        await TestContext.Out.WriteLineAsync(
            $"Start to address line: {emulator.StartTime.TotalMilliseconds:0} ms; start to first answer: {firstAnswer.TotalMilliseconds:0} ms");
        Assert.Multiple(() =>
        {
            Assert.That(emulator.Address.IsLoopback, Is.True);
            Assert.That(status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(firstAnswer, Is.LessThan(TimeSpan.FromSeconds(20)));
        });
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Supervisors ask with SIGTERM elsewhere.")]
    public async Task Terminated_EndsWithZeroAndNothingOnStandardError()
    {
        await using var emulator = await EmulatorProcess.StartAsync();

        Assert.That(await emulator.TerminateAsync(), Is.EqualTo((0, "")));
    }

    [Test]
    [Platform(Exclude = "Win", Reason = "Supervisors ask with SIGTERM elsewhere.")]
    public async Task Log_WritesALineForEachRequestToStandardErrorWithoutSecrets()
    {
        await using var emulator = await EmulatorProcess.StartAsync("--log");
        await GetAsync(emulator.Address, $"/v1/{DemoCredentials.ProjectId}/csms/events", DemoCredentials.AuthToken);

        var (_, errors) = await emulator.TerminateAsync();

        Assert.That(errors, Does.Contain($"GET /v1/{DemoCredentials.ProjectId}/csms/events 200").And.Not.Contain(DemoCredentials.AuthToken));
    }

    [Test]
    public async Task Seed_FromAFile_ReplacesTheBuiltInObjects()
    {
        var seed = Path.Combine(_folder, "seed.json");
        await File.WriteAllTextAsync(seed, """{"objects":[{"kind":"iam.token","key":"t","data":{"project_id":""}},{"kind":"iam.domain","key":"99a3fff0d03c428eac3678da6a7d0f24"}]}""");
        await using var emulator = await EmulatorProcess.StartAsync("--seed", seed);

        Assert.That(await GetAsync(emulator.Address, "/v3/auth/domains", "t"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await GetAsync(emulator.Address, "/v3/auth/domains", DemoCredentials.AuthToken), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Data_IsKeptFromRunToRun()
    {
        var data = Path.Combine(_folder, "state.json");
        await using (var first = await EmulatorProcess.StartAsync("--data", data))
        {
            using var http = new HttpClient();
            using var response = await http.DeleteAsync(new Uri(first.Address, "/_emulator/objects/iam.token/" + DemoCredentials.AuthToken));
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        }

        await using var second = await EmulatorProcess.StartAsync("--data", data);

        Assert.That(await GetAsync(second.Address, "/v3/auth/domains", DemoCredentials.AuthToken), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Start_WithABrokenSeed_SaysWhatIsWrongAndEndsWithOne()
    {
        var seed = Path.Combine(_folder, "seed.json");
        await File.WriteAllTextAsync(seed, """{"objects":[{"kind":"none","key":"x"}]}""");

        var (code, output, errors) = await EmulatorProcess.RunAsync("--seed", seed);

        Assert.That((code, output), Is.EqualTo((1, "")));
        Assert.That(errors, Does.Contain("There is no kind \"none\""));
    }

    [Test]
    public async Task Start_OnATakenPort_SaysSoAndEndsWithOne()
    {
        await using var first = await EmulatorProcess.StartAsync();

        var (code, _, errors) = await EmulatorProcess.RunAsync("--urls", first.Address.GetLeftPart(UriPartial.Authority));

        Assert.That(code, Is.EqualTo(1));
        Assert.That(errors, Does.Contain("address already in use"));
    }

    [Test]
    public async Task Help_NamesEveryOption()
    {
        var (code, output, _) = await EmulatorProcess.RunAsync("--help");

        Assert.That(code, Is.Zero);
        Assert.That(output, Does.Contain("--urls").And.Contain("--seed").And.Contain("--data").And.Contain("--log"));
    }

    private static async Task<HttpStatusCode> GetAsync(Uri address, string path, string? token = null)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, path));
        if (token is not null)
        {
            request.Headers.Add("X-Auth-Token", token);
        }

        using var response = await http.SendAsync(request, TestContext.CurrentContext.CancellationToken);
        return response.StatusCode;
    }
}
