using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Provider.Lifecycle;
using CloudUpdate.Provider.Rpc;
using CloudUpdate.TestKit.Engines;
using CloudUpdate.TestKit.Time;
using Grpc.Core;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CloudUpdate.Provider.Tests.Rpc;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class EngineLogTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly EngineConnection _connection = new();
    private EngineLog _log = null!;

    [SetUp]
    public void Create() => _log = new EngineLog(_connection, new SecretMask(), _time, NullLogger<EngineLog>.Instance);

    [TearDown]
    public async Task CloseAsync()
    {
        await _log.DisposeAsync();
        _connection.Dispose();
    }

    [Test]
    public async Task Log_ManyMessages_ArriveOnceInOrder()
    {
        await using var engine = await EngineServer.StartAsync();
        _connection.Connect(engine.Address);

        for (var number = 0; number < 1000; number++)
        {
            _log.Log(EngineSeverity.Info, $"{number}", "u");
        }

        await _log.FlushAsync().OrTimeout();

        Assert.That(engine.Messages.Select(message => message.Message), Is.EqualTo(Enumerable.Range(0, 1000).Select(number => $"{number}")));
    }

    [Test]
    public async Task Log_WhileSomethingPausesOnTheTestsClock_IsNotCutOff()
    {
        using var clock = new AutoAdvancingTimeProvider(new DateTimeOffset(2026, 1, 15, 8, 30, 0, TimeSpan.Zero));
        using var connection = new EngineConnection(handler => new InFlightHandler(clock, handler));
        var (arrived, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var engine = await EngineServer.StartAsync((_, cancellation) =>
        {
            arrived.SetResult();
            return answer.Task.WaitAsync(cancellation);
        });
        connection.Connect(engine.Address);
        await using var log = new EngineLog(connection, new SecretMask(), clock, NullLogger<EngineLog>.Instance);
        log.Log(EngineSeverity.Info, "trying again in 30 s", "u", ephemeral: true);
        await arrived.Task.OrTimeout();

        var pause = Task.Delay(TimeSpan.FromSeconds(30), clock);
        for (var turn = 0; turn < 1000; turn++)
        {
            await Task.Yield();
        }

        Assert.That(pause.IsCompleted, Is.False, "the message is on its way");
        answer.SetResult();
        await pause.OrTimeout();
        Assert.That(engine.Messages, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Log_WithoutAnEngine_NeitherWaitsNorFails()
    {
        _log.Log(EngineSeverity.Info, "lost", string.Empty);

        await _log.FlushAsync().OrTimeout();
    }

    [Test]
    public async Task Log_EngineThatRefuses_LosesThatMessageAlone()
    {
        var calls = 0;
        await using var engine = await EngineServer.StartAsync((_, _) =>
            ++calls == 1 ? throw new RpcException(new Status(StatusCode.ResourceExhausted, "not now")) : Task.CompletedTask);
        _connection.Connect(engine.Address);

        _log.Log(EngineSeverity.Info, "first", string.Empty);
        await _log.FlushAsync().OrTimeout();
        _log.Log(EngineSeverity.Info, "second", string.Empty);
        _log.Log(EngineSeverity.Info, "third", string.Empty);
        await engine.WaitForAsync(messages => messages.Count == 2);

        Assert.That(engine.Messages.Select(message => message.Message), Is.EqualTo(["second", "third"]));
    }

    [Test]
    public async Task Log_EngineThatIsGone_NeitherWaitsNorFails()
    {
        var engine = await EngineServer.StartAsync();
        _connection.Connect(engine.Address);
        await engine.DisposeAsync();

        _log.Log(EngineSeverity.Info, "lost", string.Empty);

        await _log.FlushAsync().OrTimeout();
    }

    [Test]
    public async Task Log_EngineThatHangs_HoldsFlushForOneSecondAndItselfForFive()
    {
        var received = new TaskCompletionSource();
        await using var engine = await EngineServer.StartAsync(async (message, token) =>
        {
            received.TrySetResult();
            await Task.Delay(message.Message == "hangs" ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, TimeProvider.System, token);
        });
        _connection.Connect(engine.Address);
        _log.Log(EngineSeverity.Info, "hangs", string.Empty);
        _log.Log(EngineSeverity.Info, "passes", string.Empty);
        var flushed = _log.FlushAsync();
        await received.Task.OrTimeout();

        Assert.That(flushed.IsCompleted, Is.False);
        _time.Advance(TimeSpan.FromSeconds(1));
        await flushed.OrTimeout();
        _time.Advance(TimeSpan.FromSeconds(4));
        await engine.WaitForAsync(messages => messages.Count == 1);

        Assert.That(engine.Messages.Single().Message, Is.EqualTo("passes"));
    }

    [Test]
    public async Task Log_MoreThanTheQueueHolds_IsDroppedAndCounted()
    {
        var gate = new TaskCompletionSource();
        await using var engine = await EngineServer.StartAsync((_, _) => gate.Task);
        _connection.Connect(engine.Address);

        for (var number = 0; number < EngineLog.Capacity + 100; number++)
        {
            _log.Log(EngineSeverity.Debug, "x", string.Empty);
        }

        gate.SetResult();
        await engine.WaitForAsync(messages => messages.Count > EngineLog.Capacity);
        _log.Log(EngineSeverity.Debug, "last", string.Empty);
        await _log.FlushAsync().OrTimeout();

        var notice = engine.Messages.Where(message => message.Severity == LogSeverity.Warning).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(notice, Has.Count.EqualTo(1));
            Assert.That(notice.Single().Message, Does.Match("^(99|100) messages of the provider were lost"));
            Assert.That(engine.Messages[^1].Message, Is.EqualTo("last"));
        });
    }

    [Test]
    public void Connect_TextThatIsNoAddress_ChangesNothing()
    {
        _connection.Connect("127.0.0.1:1");

        Assert.Multiple(() =>
        {
            foreach (var text in new[] { "", "x", "127.0.0.1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:99999", "http://127.0.0.1:1", "127.0.0.1:1/x", "u@127.0.0.1:1" })
            {
                Assert.That(_connection.Connect(text), Is.False, text);
            }

            Assert.That(_connection.Address, Is.EqualTo("127.0.0.1:1"));
        });
    }
}
