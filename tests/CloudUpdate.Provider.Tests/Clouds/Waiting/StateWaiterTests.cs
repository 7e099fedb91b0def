using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Waiting;
using CloudUpdate.TestKit.Time;

namespace CloudUpdate.Provider.Tests.Clouds.Waiting;

/// <summary>Waiting for final states.</summary>
public sealed class StateWaiterTests : IDisposable
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 15, 8, 30, 0, TimeSpan.Zero);

    private readonly AutoAdvancingTimeProvider _time = new(s_start);
    private readonly List<double> _polls = [];
    private readonly List<WaitProgress> _progress = [];

    public void Dispose() => _time.Dispose();

    [Test]
    public async Task WaitAsync_DoneAtTheFirstPoll_TakesNoTime()
    {
        var seen = await WaitAsync(Spec(), "RUNNING").OrTimeout();

        Assert.That((seen.State, _time.GetUtcNow()), Is.EqualTo(("RUNNING", s_start)));
    }

    [Test]
    public async Task WaitAsync_Pending_PollsInGrowingPausesUpToALimit()
    {
        await WaitAsync(Spec(), [.. Enumerable.Repeat("CREATING", 9), "RUNNING"]).OrTimeout();

        Assert.That(Pauses(), Is.EqualTo(new[] { 1, 1.5, 2.25, 3.375, 5.0625, 7.59375, 10, 10, 10 }).Within(0.001));
    }

    [Test]
    public async Task WaitAsync_FirstPause_IsKept()
    {
        await WaitAsync(Spec() with { FirstPause = TimeSpan.FromSeconds(4) }, "RUNNING").OrTimeout();

        Assert.That(_polls, Is.EqualTo(new[] { 4.0 }));
    }

    [Test]
    public void WaitAsync_Failed_ThrowsWithTheCloudsReason()
    {
        var error = Assert.ThrowsAsync<CloudException>(async () => await Waiter().WaitAsync(
            Spec(),
            _ => Task.FromResult(new StateObservation("ERROR") { Code = "EG.1", Reason = "The EIP is bound to another resource.", RequestId = "r1" }),
            default).OrTimeout())!;

        Assert.Multiple(() =>
        {
            Assert.That((error.Code, error.RequestId, error.Service, error.Operation), Is.EqualTo(("EG.1", "r1", "eg", "UpdateEventStreamCluster")));
            Assert.That(error.CloudMessage, Is.EqualTo("cluster orders ended in state ERROR: The EIP is bound to another resource."));
        });
    }

    [Test]
    public void WaitAsync_StateNobodyNamed_IsPendingUnlessPendingIsListed()
    {
        var spec = Spec() with { Pending = new HashSet<string> { "CREATING" } };

        var error = Assert.ThrowsAsync<CloudException>(async () => await WaitAsync(spec, "CREATING", "FROZEN").OrTimeout())!;

        Assert.That((error.Kind, error.CloudMessage), Is.EqualTo((CloudErrorKind.UnexpectedAnswer, "cluster orders is in the unexpected state FROZEN")));
    }

    [Test]
    public void WaitAsync_Deadline_HasAPollAtThatVeryMomentAndThenAnError()
    {
        var error = Assert.ThrowsAsync<CloudException>(
            async () => await WaitAsync(Spec() with { Deadline = s_start + TimeSpan.FromSeconds(6) }, "CREATING").OrTimeout())!;

        Assert.That(error.Kind, Is.EqualTo(CloudErrorKind.TimedOut));
        Assert.That(error.CloudMessage, Is.EqualTo("cluster orders is still in state CREATING at the deadline; waited for RUNNING"));
        Assert.That(_polls, Is.EqualTo(new[] { 0, 1, 2.5, 4.75, 6 }));
    }

    [Test]
    public async Task WaitAsync_DoneAtTheDeadline_IsDone()
    {
        var seen = await WaitAsync(Spec() with { Deadline = s_start + TimeSpan.FromSeconds(2) }, "CREATING", "CREATING", "RUNNING").OrTimeout();

        Assert.That(seen.State, Is.EqualTo("RUNNING"));
    }

    [Test]
    public async Task WaitAsync_Gone_IsAStateLikeOthers()
    {
        var spec = Spec() with { Done = new HashSet<string> { StateObservation.Gone } };

        Assert.That((await WaitAsync(spec, "DELETING", StateObservation.Gone).OrTimeout()).State, Is.EqualTo(StateObservation.Gone));
    }

    [Test]
    public async Task WaitAsync_Progress_IsReportedAtChangesAndNowAndThen()
    {
        await WaitAsync(Spec() with { ReportEvery = TimeSpan.FromSeconds(10) }, ["CREATING", "CREATING", "STARTING", .. Enumerable.Repeat("STARTING", 5), "RUNNING"])
            .OrTimeout();

        Assert.That(_progress.Select(report => (report.State, Math.Round(report.Elapsed.TotalSeconds, 1))), Is.EqualTo(new[]
        {
            ("CREATING", 0.0), ("STARTING", 2.5), ("STARTING", 13.2), ("STARTING", 30.8),
        }));
        Assert.That(_progress[0], Is.EqualTo(new WaitProgress("cluster orders", "CREATING", TimeSpan.Zero, TimeSpan.FromMinutes(20))));
    }

    [Test]
    public void WaitAsync_Cancelled_EndsAtOnce()
    {
        using var cancel = new CancellationTokenSource();
        _time.AutoAdvance = false;
        var wait = Waiter().WaitAsync(Spec(), _ => Task.FromResult(new StateObservation("CREATING")), cancel.Token);

        cancel.Cancel();

        Assert.That(async () => await wait.OrTimeout(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_time.GetUtcNow(), Is.EqualTo(s_start));
    }

    [Test]
    public void WaitAsync_ReadFails_EndsTheWaitWithThatError() =>
        Assert.That(
            async () => await Waiter().WaitAsync(
                Spec(), _ => throw new CloudException(new CloudError(CloudErrorKind.Denied, "eg", "Show")), default).OrTimeout(),
            Throws.InstanceOf<CloudException>().With.Property("Kind").EqualTo(CloudErrorKind.Denied));

    private StateWaiter Waiter() => new(_time);

    private static WaitSpec Spec() => new()
    {
        Service = "eg",
        Operation = "UpdateEventStreamCluster",
        Subject = "cluster orders",
        Done = new HashSet<string> { "RUNNING" },
        Failed = new HashSet<string> { "ERROR" },
        Deadline = s_start + TimeSpan.FromMinutes(20),
    };

    private Task<StateObservation> WaitAsync(WaitSpec spec, params string[] states)
    {
        var next = 0;
        return Waiter().WaitAsync(
            spec with { OnProgress = _progress.Add },
            _ =>
            {
                _polls.Add((_time.GetUtcNow() - s_start).TotalSeconds);
                return Task.FromResult(new StateObservation(states[Math.Min(next++, states.Length - 1)]));
            },
            default);
    }

    private IEnumerable<double> Pauses() => _polls.Zip(_polls.Skip(1), (before, after) => after - before);
}
