using CloudUpdate.Emulator;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.TestKit.Time;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Clouds.Faults;

/// <summary>A create whose answer is lost: no duplicate, no create repeated unseen, the right result.</summary>
internal sealed class AmbiguousWriteTests : EmulatorFixture
{
    public static IEnumerable<TestCaseData> LostAnswers()
    {
        (string Name, Fault Fault, double Elapsed)[] faults =
        [
            ("reset", Fault.ConnectionReset(FaultPoint.AfterEffect), 0),
            ("no answer in time", Fault.Slow(TimeSpan.FromMinutes(10), FaultPoint.AfterEffect), 60),
            ("500", Fault.Answer(500) with { Point = FaultPoint.AfterEffect }, 0),
            ("502 with a page", Fault.NotJson(502) with { Point = FaultPoint.AfterEffect }, 0),
            ("half an answer", Fault.TruncatedBody() with { Point = FaultPoint.AfterEffect }, 0),
            ("a page instead of JSON", Fault.NotJson() with { Point = FaultPoint.AfterEffect }, 0),
        ];
        return faults.Select(row => new TestCaseData(row.Fault, row.Elapsed).SetArgDisplayNames(row.Name));
    }

    [TestCaseSource(nameof(LostAnswers))]
    public async Task Create_AnswerLostAfterTheEffect_IsReadBackAndNotSentAgain(Fault fault, double elapsed)
    {
        Emulator.Faults.Add(fault with { Method = "POST", Times = 1 });

        var response = await Bench.SendAsync(Create("edge-singapore"));

        var made = Groups("edge-singapore").Single();
        Assert.That((response.FromReadBack, (string?)response.Body?["id"]), Is.EqualTo((true, (string?)made["id"])));
        Assert.That(Count("ga.createEndpointGroup"), Is.EqualTo(1));
        Assert.That(Bench.Elapsed, Is.EqualTo(elapsed));
        Assert.That(Bench.Told, Has.One.Contains("done, as read back"));
    }

    [Test]
    public async Task Create_ReadsLagBehind_IsFoundALittleLater()
    {
        Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.AfterEffect) with { Method = "POST", Times = 1 });
        Emulator.Faults.Add(Fault.Answer(200, """{"endpoint_groups":[],"page_info":{"current_count":0}}""") with { Operation = "ga.listEndpointGroups", Times = 3 });

        var response = await Bench.SendAsync(Create("edge-singapore"));

        Assert.That((response.FromReadBack, Groups("edge-singapore").Count, Count("ga.createEndpointGroup")), Is.EqualTo((true, 1, 1)));
        Assert.That(Bench.Elapsed, Is.EqualTo(3));
    }

    [Test]
    public async Task Create_LostBeforeTheEffect_IsSentAgainAfterReadsAgree()
    {
        Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.BeforeEffect) with { Method = "POST", Times = 1 });

        var response = await Bench.SendAsync(Create("edge-singapore"));

        Assert.That((response.FromReadBack, response.Status, Groups("edge-singapore").Count), Is.EqualTo((false, 201, 1)));
        AssertOperations([
            "ga.createEndpointGroup", .. Enumerable.Repeat("ga.listEndpointGroups", 6), "ga.createEndpointGroup",
        ]);
        Assert.That(Bench.Elapsed, Is.EqualTo(5));
    }

    [Test]
    public async Task Create_InConflictWithItsOwnFirstAttempt_IsReadBack()
    {
        // The first create takes effect, no read sees it in time, and the second one finds it in its way.
        Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.AfterEffect) with { Method = "POST", Times = 1 });
        Emulator.Faults.Add(Fault.Answer(200, """{"endpoint_groups":[],"page_info":{"current_count":0}}""") with { Operation = "ga.listEndpointGroups", Times = 6 });

        var response = await Bench.SendAsync(Create("edge-singapore"));

        Assert.That((response.FromReadBack, Groups("edge-singapore").Count), Is.EqualTo((true, 1)));
        Assert.That(Journal.Where(entry => entry.IsWrite).Select(entry => entry.Status), Is.EqualTo(new[] { 0, 409 }));
    }

    [Test]
    public void Create_InConflictWithSomethingElse_IsAnErrorAtOnce()
    {
        Emulator.Faults.Add(Fault.Answer(409) with { Method = "POST" });

        var error = Bench.Fail(Create("edge-singapore"));

        Assert.That((error.Kind, error.MayHaveTakenEffect, Journal.Count), Is.EqualTo((CloudErrorKind.Conflict, false, 1)));
    }

    [Test]
    public void Update_LostAndThenThrottledUntilTheDeadline_StillMayHaveTakenEffect()
    {
        Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.AfterEffect) with { Method = "PUT", Times = 1 });
        Emulator.Faults.Add(Fault.Answer(429) with { Method = "PUT" });

        var error = Bench.Fail(Verbs.All["PUT"] with { Deadline = CloudBench.Start.AddMinutes(1) });

        Assert.That((error.Kind, error.MayHaveTakenEffect), Is.EqualTo((CloudErrorKind.Throttled, true)));
    }

    [Test]
    public void Create_NoWayToReadBack_IsAnErrorThatSaysSo()
    {
        Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.AfterEffect) with { Method = "POST", Times = 1 });

        var error = Bench.Fail(Verbs.CreateGroup("edge-singapore"));

        Assert.That((error.Kind, error.MayHaveTakenEffect, Count("ga.createEndpointGroup")), Is.EqualTo((CloudErrorKind.Unavailable, true, 1)));
        Assert.That(error.Message, Does.EndWith("(the request may have taken effect)"));
    }

    [Test]
    public void Create_ReadBackFails_IsAnErrorAndNotSentAgain()
    {
        Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.AfterEffect) with { Method = "POST", Times = 1 });
        Emulator.Faults.Add(Fault.Answer(403) with { Operation = "ga.listEndpointGroups" });

        var error = Bench.Fail(Create("edge-singapore"));

        Assert.That((error.Kind, error.MayHaveTakenEffect, Count("ga.createEndpointGroup")), Is.EqualTo((CloudErrorKind.Unavailable, true, 1)));
    }

    [Test]
    public void Create_ReadBackUnclear_IsAnErrorAndNotSentAgain()
    {
        Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.BeforeEffect) with { Method = "POST", Times = 1 });

        var error = Bench.Fail(Verbs.CreateGroup("edge-singapore") with { ReadBack = _ => Task.FromResult(ReadBack.Unclear) });

        Assert.That((error.MayHaveTakenEffect, Journal.Count), Is.EqualTo((true, 1)));
    }

    [Test]
    public void Create_AnswerLostAgainAndAgain_EndsAtTheDeadlineWithOneObjectAtMost()
    {
        Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.BeforeEffect) with { Method = "POST" });

        var error = Bench.Fail(Create("edge-singapore") with { Deadline = CloudBench.Start.AddSeconds(30) });

        Assert.That((error.Kind, Groups("edge-singapore").Count), Is.EqualTo((CloudErrorKind.Unavailable, 0)));
        Assert.That(Count("ga.createEndpointGroup"), Is.EqualTo(5), "every five seconds, none in the last five");
    }

    [Test]
    public async Task Create_MaxRetriesZero_StillReadsBack()
    {
        Bench.Configuration["maxRetries"] = "0";
        Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.AfterEffect) with { Method = "POST", Times = 1 });

        Assert.That((await Bench.SendAsync(Create("edge-singapore"))).FromReadBack, Is.True);
    }

    [Test]
    public async Task Update_AnswerLostAfterTheEffect_IsSentAgainSinceItIsTheSameTwice()
    {
        Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.AfterEffect) with { Method = "PUT", Times = 1 });

        var response = await Bench.SendAsync(Verbs.All["PUT"]);

        Assert.That((response.Status, Count("ga.updateEndpointGroup")), Is.EqualTo((200, 2)));
        Assert.That((string?)Emulator.Objects.Get(ObjectKinds.EndpointGroup, Verbs.GroupId)!["description"], Is.EqualTo("changed"));
    }

    [Test]
    public async Task Create_Cancelled_EndsAtOnceAlsoWhileReadingBack()
    {
        Emulator.Faults.Add(Fault.ConnectionReset(FaultPoint.BeforeEffect) with { Method = "POST", Times = 1 });
        using var cancel = new CancellationTokenSource();
        var request = Verbs.CreateGroup("edge-singapore") with
        {
            ReadBack = async token =>
            {
                await cancel.CancelAsync();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                return ReadBack.NotTaken;
            },
        };

        Assert.That(async () => await Bench.SendAsync(request, cancel.Token).OrTimeout(), Throws.InstanceOf<OperationCanceledException>());
    }

    private CloudRequest Create(string name) => Verbs.CreateGroup(name) with
    {
        ReadBack = async token =>
        {
            var list = await Bench.Clients.SendAsync(Verbs.ListGroups(), token);
            var made = list.Body?["endpoint_groups"]?.OfType<JObject>().Where(group => (string?)group["name"] == name).ToList() ?? [];
            return made.Count == 1 ? ReadBack.Taken(new CloudResponse(200, made[0])) : ReadBack.NotTaken;
        },
    };

    private List<JObject> Groups(string name) =>
        [.. Emulator.Objects.List(ObjectKinds.EndpointGroup).Select(item => item.Data).Where(group => (string?)group["name"] == name)];
}
