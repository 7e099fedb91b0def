using CloudUpdate.Emulator.Tests.Support;

namespace CloudUpdate.Emulator.Tests.Control;

internal sealed class FaultTests : EmulatorTest
{
    private const string Group = "/v1/endpoint-groups/3a9f50bb-f041-4eac-a117-82472d8a0007";
    private const string Key = "3a9f50bb-f041-4eac-a117-82472d8a0007";
    private const string Drain = """{"endpoint_group":{"traffic_dial_percentage":0}}""";
    private const string Event = $"/v1/{DemoCredentials.ProjectId}/csms/events/event-test";

    [TestCase("ga", "error_code", "GA.EMU503")]
    [TestCase("kms", "error", null)]
    [TestCase("css", "errCode", "CSS.0005")]
    [TestCase("eg", "error_code", "EG.00015000")]
    [TestCase("atlas", "errorCode", "SERVICE_UNAVAILABLE")]
    [TestCase("iam", "error", null)]
    public async Task Answer_WithoutABody_HasTheFormOfTheCloudsErrors(string cloud, string member, string? code)
    {
        Server.Faults.Add(Fault.Answer(503) with { Operation = cloud + ".*" });

        var answer = await GetAsync(cloud);

        Assert.That(answer.Status, Is.EqualTo(503));
        Assert.That(answer.Json.ContainsKey(member), Is.True, answer.Text);
        Assert.That(code is null || (string?)answer.Json[member] == code, Is.True, answer.Text);
    }

    [TestCase("ga")]
    [TestCase("kms")]
    [TestCase("css")]
    [TestCase("eg")]
    [TestCase("atlas")]
    public async Task Throttle_NTimes_AnswersNTimesWithItsRetryAfter(string cloud)
    {
        Server.Faults.Add(Fault.Throttle(2, retryAfter: 3) with { Operation = cloud + ".*" });

        var first = await GetAsync(cloud);
        var second = await GetAsync(cloud);
        var third = await GetAsync(cloud);

        Assert.Multiple(() =>
        {
            Assert.That((first.Status, first.Header("Retry-After")), Is.EqualTo((429, "3")));
            Assert.That(second.Status, Is.EqualTo(429));
            Assert.That((third.Status, third.Header("Retry-After")), Is.EqualTo((200, (string?)null)));
            Assert.That((string?)first.Json["error_code"], Is.EqualTo(cloud == "atlas" ? null : "APIGW.0308"));
        });
    }

    [Test]
    public async Task Count_WithSkipEveryAndTimes_IsExact()
    {
        var id = Server.Faults.Add(Fault.Answer(500) with { Skip = 1, Every = 3, Times = 2 });

        var statuses = new List<int>();
        for (var i = 0; i < 12; i++)
        {
            statuses.Add((await GetAsync("kms")).Status);
        }

        var status = Server.Faults.All.Single();
        Assert.Multiple(() =>
        {
            Assert.That(statuses, Is.EqualTo(new[] { 200, 200, 200, 500, 200, 200, 500, 200, 200, 200, 200, 200 }));
            Assert.That((status.Id, status.Hits, status.IsSpent), Is.EqualTo((id, 2, true)));
            Assert.That(Server.Journal.Entries.Where(entry => entry.Fault == id).Select(entry => entry.Status), Is.EqualTo(new[] { 500, 500 }));
        });
    }

    [Test]
    public async Task Fault_ThatLastsForATime_IsSpentAfterIt()
    {
        Server.Faults.Add(Fault.Answer(503) with { Lasts = TimeSpan.FromMinutes(5) });

        var during = await GetAsync("kms");
        Time.Advance(TimeSpan.FromMinutes(5));
        var after = await GetAsync("kms");

        Assert.That((during.Status, after.Status, Server.Faults.All.Single().IsSpent), Is.EqualTo((503, 200, true)));
    }

    [TestCase("ga", "APIGW.0301")]
    [TestCase("kms", "APIGW.0301")]
    [TestCase("eg", "APIGW.0301")]
    public async Task Answer401_OfAHuaweiCloud_IsTheGatewaysWithARequestId(string cloud, string code)
    {
        Server.Faults.Add(Fault.Answer(401));

        var answer = await GetAsync(cloud);

        Assert.That(((string?)answer.Json["error_code"], (string?)answer.Json["request_id"]), Is.EqualTo((code, answer.Header("X-Request-Id"))));
    }

    [Test]
    public async Task Truncated_AnAnswerWithoutABody_IsCutBeforeItsFirstByte()
    {
        Server.Faults.Add(Fault.TruncatedBody());

        Assert.That(async () => await Client.SignedAsync("DELETE", Event), Throws.InstanceOf<HttpRequestException>());
        Assert.That(Server.Objects.Get(ObjectKinds.CsmsEvent, $"{DemoCredentials.ProjectId}/event-test"), Is.Null);
    }

    [Test]
    public async Task Faults_ThatFitOneRequest_StrikeInTheirOrder()
    {
        Server.Faults.Add(Fault.Answer(500) with { Times = 1 });
        Server.Faults.Add(Fault.Answer(503) with { Times = 1 });

        Assert.That(((await GetAsync("kms")).Status, (await GetAsync("kms")).Status, (await GetAsync("kms")).Status), Is.EqualTo((500, 503, 200)));
    }

    [TestCase("PUT", null, null, true)]
    [TestCase("GET", null, null, false)]
    [TestCase(null, "/v1/endpoint-groups/*", null, true)]
    [TestCase(null, "/v1/listeners/*", null, false)]
    [TestCase(null, null, "ga.update*", true)]
    [TestCase(null, null, "ga.update", false)]
    public async Task Route_OfAFault_DecidesWhatIsHit(string? method, string? path, string? operation, bool isHit)
    {
        Server.Faults.Add(new Fault { Status = 500, Method = method, Path = path, Operation = operation });

        Assert.That((await Client.SignedAsync("PUT", Group, Drain)).Status, Is.EqualTo(isHit ? 500 : 200));
    }

    [TestCase(FaultPoint.BeforeEffect, 100)]
    [TestCase(FaultPoint.AfterEffect, 0)]
    public async Task Reset_BeforeOrAfterTheEffect_LeavesOrKeepsTheWrite(FaultPoint point, int dial)
    {
        Server.Faults.Add(Fault.ConnectionReset(point));

        Assert.That(async () => await Client.SignedAsync("PUT", Group, Drain), Throws.InstanceOf<HttpRequestException>());
        Assert.Multiple(() =>
        {
            Assert.That(Dial, Is.EqualTo(dial));
            Assert.That(Server.Journal.Entries.Single().Outcome, Is.EqualTo(JournalOutcome.Reset));
            Assert.That(Server.Journal.Entries.Single().Status, Is.Zero);
        });
    }

    [TestCase(FaultPoint.BeforeEffect, 100)]
    [TestCase(FaultPoint.AfterEffect, 0)]
    public async Task Status_BeforeOrAfterTheEffect_LeavesOrKeepsTheWrite(FaultPoint point, int dial)
    {
        Server.Faults.Add(Fault.Answer(504, "upstream timed out") with { Point = point, ContentType = "text/plain" });

        var answer = await Client.SignedAsync("PUT", Group, Drain);

        Assert.That((answer.Status, answer.Text, answer.Header("Content-Type"), Dial), Is.EqualTo((504, "upstream timed out", "text/plain", dial)));
    }

    [Test]
    public async Task Truncated_BreaksOffAfterTheWrite()
    {
        Server.Faults.Add(Fault.TruncatedBody());

        Assert.That(async () => await Client.SignedAsync("PUT", Group, Drain), Throws.InstanceOf<HttpRequestException>());
        Assert.That((Dial, Server.Journal.Entries.Single().Outcome), Is.EqualTo((0, JournalOutcome.Truncated)));
    }

    [Test]
    public async Task NotJson_IsAnHtmlPageWithASuccess()
    {
        Server.Faults.Add(Fault.NotJson());

        var answer = await GetAsync("kms");

        Assert.That((answer.Status, answer.Header("Content-Type")), Is.EqualTo((200, "text/html")));
        Assert.That(answer.Text, Does.StartWith("<html>"));
    }

    [Test]
    public async Task WrongContentType_LeavesTheBody()
    {
        Server.Faults.Add(Fault.WrongContentType());

        var answer = await GetAsync("kms");

        Assert.That((answer.Header("Content-Type"), (string?)answer.Json["event"]!["name"]), Is.EqualTo(("text/plain", "event-test")));
    }

    [Test]
    public async Task ExpiredToken_EndsTheTokenForGoodAndLeavesOthers()
    {
        Server.Objects.Put(ObjectKinds.IamToken, "second", new Newtonsoft.Json.Linq.JObject { ["project_id"] = DemoCredentials.ProjectId });
        Server.Faults.Add(Fault.ExpiredToken() with { Times = 1 });

        var first = await Client.TokenAsync("GET", Event);
        var again = await Client.TokenAsync("GET", Event);
        var other = await Client.TokenAsync("GET", Event, token: "second");

        Assert.That((first.Status, again.Status, other.Status), Is.EqualTo((401, 401, 200)));
    }

    [Test]
    public async Task ExpiredToken_OfAtlas_IsA401()
    {
        Server.Faults.Add(Fault.ExpiredToken() with { Times = 1, Operation = "atlas.*" });

        Assert.That(((await GetAsync("atlas")).Status, (await GetAsync("atlas")).Status), Is.EqualTo((401, 401)));
    }

    [TestCase("/v1/endpoint-groups/" + Key, Drain, "endpoint_group.status", "ERROR")]
    [TestCase($"/v1/{DemoCredentials.ProjectId}/eventrouter/clusters/fac59513-6c18-4266-bc81-5d412dfc1925", """{"description":"x"}""", "status", "ERROR")]
    public async Task FailedState_EndsTheChangeInTheCloudsFailureState(string path, string body, string member, string state)
    {
        Server.Faults.Add(Fault.FailedState() with { Method = "PUT", Times = 1 });

        await Client.SignedAsync("PUT", path, body);
        Time.Advance(TimeSpan.FromSeconds(1));
        var answer = await Client.SignedAsync("GET", path);

        Assert.That((string?)answer.Json.SelectToken(member), Is.EqualTo(state));
    }

    [TestCase(FaultPoint.BeforeEffect, 100)]
    [TestCase(FaultPoint.AfterEffect, 0)]
    public async Task Slow_HoldsTheAnswerUntilTheClockSaysSo(FaultPoint point, int dialWhileHeld)
    {
        Server.Faults.Add(Fault.Slow(TimeSpan.FromMinutes(2), point));

        var answer = Client.SignedAsync("PUT", Group, Drain);
        await Server.Faults.WaitForHeldAsync(1, TestContext.CurrentContext.CancellationToken);
        var dial = Dial;
        Time.Advance(TimeSpan.FromSeconds(119));
        var isEarly = answer.IsCompleted;
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.That(((await answer).Status, isEarly, dial, Dial), Is.EqualTo((200, false, dialWhileHeld, 0)));
    }

    [Test]
    public async Task Slow_EndsWhenTimeIsAdvancedByHand()
    {
        Server.Faults.Add(Fault.Slow(TimeSpan.FromMinutes(2)));

        var answer = Client.SignedAsync("GET", Group);
        await Server.Faults.WaitForHeldAsync(1, TestContext.CurrentContext.CancellationToken);
        Server.AdvanceTime(TimeSpan.FromMinutes(2));

        Assert.That((await answer).Status, Is.EqualTo(200));
    }

    [Test]
    public async Task Slow_WhenTheSenderGoesAway_IsInTheJournalAsAbandoned()
    {
        Server.Faults.Add(Fault.Slow(TimeSpan.FromMinutes(2)));
        using var impatient = new CancellationTokenSource();
        using var http = new HttpClient { BaseAddress = Server.Address };
        http.DefaultRequestHeaders.Add("X-Auth-Token", DemoCredentials.AuthToken);

        var answer = http.GetAsync(Group, impatient.Token);
        await Server.Faults.WaitForHeldAsync(1, TestContext.CurrentContext.CancellationToken);
        await impatient.CancelAsync();

        Assert.That(async () => await answer, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await Server.Journal.WaitForAsync(1, TestContext.CurrentContext.CancellationToken))[0].Outcome, Is.EqualTo(JournalOutcome.Abandoned));
    }

    [Test]
    public void Add_OutOfRange_IsRefused() => Assert.Multiple(() =>
    {
        Assert.That(() => Server.Faults.Add(new Fault { Every = 0 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Server.Faults.Add(new Fault { Skip = -1 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Server.Faults.Add(new Fault { Status = 99 }), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That(() => Server.Faults.Add(new Fault { Delay = TimeSpan.FromTicks(-1) }), Throws.InstanceOf<ArgumentOutOfRangeException>());
    });

    private int? Dial => (int?)Server.Objects.Get(ObjectKinds.EndpointGroup, Key)!["traffic_dial_percentage"];

    private Task<Answer> GetAsync(string cloud) => cloud switch
    {
        "ga" => Client.SignedAsync("GET", Group),
        "kms" => Client.SignedAsync("GET", Event),
        "css" => Client.SignedAsync("GET", $"/v1.0/{DemoCredentials.ProjectId}/clusters"),
        "eg" => Client.SignedAsync("GET", $"/v1/{DemoCredentials.ProjectId}/eventrouter/clusters"),
        "iam" => Client.SignedAsync("GET", "/v3/projects"),
        _ => Client.AtlasAsync("GET", ""),
    };
}
