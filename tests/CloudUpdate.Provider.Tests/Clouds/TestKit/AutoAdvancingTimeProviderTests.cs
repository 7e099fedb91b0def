using CloudUpdate.TestKit.Time;

namespace CloudUpdate.Provider.Tests.Clouds.TestKit;

/// <summary>The tests' own clock.</summary>
public sealed class AutoAdvancingTimeProviderTests : IDisposable
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 15, 8, 30, 0, TimeSpan.Zero);

    private readonly AutoAdvancingTimeProvider _time = new(s_start);

    public void Dispose() => _time.Dispose();

    [Test]
    public async Task Delay_WithNothingInFlight_PassesAtOnceAndTakesItsTime()
    {
        await Task.Delay(TimeSpan.FromHours(3), _time).OrTimeout();

        Assert.That(_time.GetUtcNow(), Is.EqualTo(s_start.AddHours(3)));
    }

    [Test]
    public async Task Delays_InARow_AreExact()
    {
        for (var second = 1; second <= 500; second++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), _time).OrTimeout();
            Assert.That(_time.GetUtcNow(), Is.EqualTo(s_start.AddSeconds(second)));
        }
    }

    [Test]
    public async Task Delay_WhileSomethingIsInFlight_Waits()
    {
        var hold = _time.Hold();
        var delay = Task.Delay(TimeSpan.FromSeconds(1), _time);
        for (var turn = 0; turn < 1000; turn++)
        {
            await Task.Yield();
        }

        Assert.That((delay.IsCompleted, _time.GetUtcNow()), Is.EqualTo((false, s_start)));
        hold.Dispose();
        await delay.OrTimeout();
    }

    [Test]
    public async Task Delay_OfAServerThatHoldsARequestBack_LetsTimePass()
    {
        using var hold = _time.Hold();

        await Task.Delay(TimeSpan.FromSeconds(90), _time.ServerSide).OrTimeout();

        Assert.That(_time.GetUtcNow(), Is.EqualTo(s_start.AddSeconds(90)));
    }

    [Test]
    public async Task TimeLimit_OfARequestThatIsHeldBack_StrikesAtItsTime()
    {
        using var hold = _time.Hold();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60), _time);

        var delay = Task.Delay(TimeSpan.FromSeconds(90), _time.ServerSide, limit.Token);

        Assert.That(async () => await delay.OrTimeout(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_time.GetUtcNow(), Is.EqualTo(s_start.AddSeconds(60)));
    }

    [Test]
    public async Task TimeLimit_Alone_DoesNotMoveTime()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10), _time);

        await Task.Delay(TimeSpan.FromSeconds(1), _time).OrTimeout();

        Assert.That((limit.IsCancellationRequested, _time.GetUtcNow()), Is.EqualTo((false, s_start.AddSeconds(1))));
    }

    [Test]
    public void Advance_ByHand_FiresInOrder()
    {
        _time.AutoAdvance = false;
        var fired = new List<int>();
        using var late = _time.CreateTimer(_ => fired.Add(2), null, TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan);
        using var periodic = _time.CreateTimer(_ => fired.Add(1), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        using var never = _time.CreateTimer(_ => fired.Add(3), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        _time.Advance(TimeSpan.FromSeconds(3.5));

        Assert.That((string.Concat(fired), _time.GetUtcNow()), Is.EqualTo(("1211", s_start.AddSeconds(3.5))));
    }
}
