using CloudUpdate.Provider.Hosting;
using CloudUpdate.Provider.Rpc;
using CloudUpdate.TestKit.Time;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Time.Testing;

namespace CloudUpdate.Provider.Tests.Hosting;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class EngineWatchTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RunGate _gate = new();
    private readonly ConnectionTracker _connections = new();
    private readonly SemaphoreSlim _polled = new(0);
    private readonly CancellationTokenSource _stop = new();
    private bool _engineAnswers = true;
    private EngineWatch _watch = null!;
    private Task<string> _leaving = null!;

    [TearDown]
    public void Stop()
    {
        _stop.Cancel();
        _watch.Dispose();
        _gate.Dispose();
        _polled.Dispose();
        _stop.Dispose();
    }

    [Test]
    public async Task Wait_EngineStopsAnsweringWithItsConnectionOpen_LeavesAfterThreePolls()
    {
        using var connection = Connect();
        await StartAsync();

        _engineAnswers = false;
        await PollAsync();
        await PollAsync();
        Assert.That(_leaving.IsCompleted, Is.False);
        await PollAsync();

        Assert.That(await _leaving.OrTimeout(), Is.EqualTo("the engine is gone"));
    }

    [Test]
    public async Task Wait_EngineAnswersAgain_StartsToCountAnew()
    {
        using var connection = Connect();
        await StartAsync();

        _engineAnswers = false;
        await PollAsync();
        await PollAsync();
        _engineAnswers = true;
        await PollAsync();
        _engineAnswers = false;
        await PollAsync();
        await PollAsync();

        Assert.That(_leaving.IsCompleted, Is.False);
    }

    [Test]
    public async Task Wait_EngineGoneWithItsConnection_LeavesAtOnce()
    {
        var connection = Connect();
        await StartAsync();

        _engineAnswers = false;
        connection.Dispose();

        Assert.That(await _leaving.OrTimeout(), Is.EqualTo("the engine is gone"));
    }

    [Test]
    public async Task Wait_ConnectionClosesAndEngineAnswers_Stays()
    {
        var connection = Connect();
        await StartAsync();

        connection.Dispose();
        await _polled.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.That(_leaving.IsCompleted, Is.False);
    }

    [Test]
    public async Task Wait_EngineSilentDuringAnOperation_WaitsForItsEnd()
    {
        using var connection = Connect();
        await StartAsync();
        var operation = _gate.Enter(CancellationToken.None)!;

        _engineAnswers = false;
        for (var polls = 0; polls < 5; polls++)
        {
            await PollAsync();
        }

        Assert.That(_leaving.IsCompleted, Is.False);
        operation.Dispose();

        Assert.That(await _leaving.OrTimeout(), Is.EqualTo("the engine is gone"));
    }

    [Test]
    public async Task Wait_EngineThatNeverAnswered_IsGivenFiveMinutes()
    {
        _engineAnswers = false;
        await StartAsync();

        for (var polls = 1; polls < 29; polls++)
        {
            await PollAsync();
        }

        Assert.That(_leaving.IsCompleted, Is.False);
        await PollAsync();

        Assert.That(await _leaving.OrTimeout(), Is.EqualTo("the engine is gone"));
    }

    [Test]
    public async Task Wait_CancelledAndDeserted_LeavesAfterTheGrace()
    {
        var connection = Connect();
        await StartAsync();

        _gate.Close();
        await _polled.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.That(_leaving.IsCompleted, Is.False, "the engine is still connected");
        connection.Dispose();
        while (!_leaving.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        Assert.Multiple(() =>
        {
            Assert.That(_leaving.Result, Is.EqualTo("the run was cancelled and the engine closed its connection"));
            Assert.That(_time.GetUtcNow() - _time.Start, Is.GreaterThanOrEqualTo(EngineWatch.Grace));
        });
    }

    private async Task StartAsync()
    {
        _watch = new EngineWatch(_gate, _connections, _ =>
        {
            _polled.Release();
            return Task.FromResult(_engineAnswers);
        }, _time);
        _leaving = _watch.WaitAsync(_stop.Token);
        await _polled.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task PollAsync()
    {
        _time.Advance(EngineWatch.PollInterval);
        await _polled.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private Connection Connect() => new(_connections);

    private sealed class Connection : IDisposable
    {
        private readonly TaskCompletionSource _end = new();
        private readonly Task _served;

        public Connection(ConnectionTracker tracker)
        {
            var track = tracker.Track(_ => _end.Task);
            _served = track(new DefaultConnectionContext());
        }

        public void Dispose()
        {
            _end.TrySetResult();
            _served.Wait(TimeSpan.FromSeconds(30));
        }
    }
}
