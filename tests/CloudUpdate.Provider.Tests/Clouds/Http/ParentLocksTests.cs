using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.TestKit.Time;

namespace CloudUpdate.Provider.Tests.Clouds.Http;

/// <summary>One write to a parent at a time.</summary>
public sealed class ParentLocksTests
{
    private readonly ParentLocks _locks = new();

    [Test]
    public async Task AcquireAsync_SameParent_WaitsItsTurn()
    {
        var first = await _locks.AcquireAsync("css/c1", default).OrTimeout();
        var second = _locks.AcquireAsync("css/c1", default);
        var waited = !second.IsCompleted;

        first.Dispose();

        using var held = await second.OrTimeout();
        Assert.That(waited, Is.True);
    }

    [Test]
    public async Task AcquireAsync_OtherParent_DoesNotWait()
    {
        using var first = await _locks.AcquireAsync("css/c1", default).OrTimeout();
        using var second = await _locks.AcquireAsync("css/c2", default).OrTimeout();

        Assert.That(_locks.Count, Is.EqualTo(2));
    }

    [Test]
    public async Task AcquireAsync_Cancelled_LeavesTheParentToOthers()
    {
        using var cancel = new CancellationTokenSource();
        var first = await _locks.AcquireAsync("p", default).OrTimeout();
        var second = _locks.AcquireAsync("p", cancel.Token);
        var third = _locks.AcquireAsync("p", default);

        await cancel.CancelAsync();
        Assert.That(async () => await second.OrTimeout(), Throws.InstanceOf<OperationCanceledException>());
        first.Dispose();
        (await third.OrTimeout()).Dispose();

        Assert.That(_locks.Count, Is.Zero, "nothing is kept of parents that nobody uses");
    }

    [Test]
    public async Task Dispose_Twice_ReleasesOnce()
    {
        var first = await _locks.AcquireAsync("p", default).OrTimeout();
        first.Dispose();
        first.Dispose();
        using var second = await _locks.AcquireAsync("p", default).OrTimeout();

        Assert.That(_locks.AcquireAsync("p", default).IsCompleted, Is.False);
    }

    [Test]
    public async Task AcquireAsync_ManyUsers_NeverOverlap()
    {
        var (inside, most) = (0, 0);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(async () =>
        {
            using var held = await _locks.AcquireAsync("p", default);
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
        }))).OrTimeout();

        Assert.That((most, _locks.Count), Is.EqualTo((1, 0)));
    }
}
