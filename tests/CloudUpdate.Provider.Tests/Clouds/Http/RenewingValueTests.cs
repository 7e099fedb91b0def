using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.TestKit.Logging;
using CloudUpdate.TestKit.Time;
using Microsoft.Extensions.Time.Testing;

namespace CloudUpdate.Provider.Tests.Clouds.Http;

/// <summary>Fetching once, renewing in time, and what happens when that fails.</summary>
internal sealed class RenewingValueTests : IDisposable
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 15, 8, 30, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(s_start);
    private readonly LogCollector _log = new();
    private readonly CancellationTokenSource _lifetime = new();
    private int _fetches;
    private Func<CancellationToken, Task<Issued<string>>>? _fetch;

    public void Dispose()
    {
        _lifetime.Dispose();
        _log.Dispose();
    }

    [Test]
    public async Task GetAsync_ManyAtOnce_FetchOnce()
    {
        var answer = new TaskCompletionSource<Issued<string>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _fetch = _ => answer.Task;
        var value = Create();

        var asked = Enumerable.Range(0, 100).Select(_ => value.GetAsync(default)).ToList();
        answer.SetResult(Issued("v1"));
        var values = await Task.WhenAll(asked).OrTimeout();

        Assert.That((_fetches, values.Distinct().Single()), Is.EqualTo((1, "v1")));
    }

    [Test]
    public async Task GetAsync_OneCancels_TheOthersStillGetIt()
    {
        var answer = new TaskCompletionSource<Issued<string>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _fetch = _ => answer.Task;
        var value = Create();
        using var cancel = new CancellationTokenSource();
        var first = value.GetAsync(cancel.Token);
        var second = value.GetAsync(default);

        await cancel.CancelAsync();
        answer.SetResult(Issued("v1"));

        Assert.That(async () => await first.OrTimeout(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await second.OrTimeout(), _fetches), Is.EqualTo(("v1", 1)));
    }

    [TestCase(60, 44, false)]
    [TestCase(60, 45, true, Description = "a quarter of an hour is left")]
    [TestCase(1440, 1379, false)]
    [TestCase(1440, 1380, true, Description = "an hour is left")]
    public async Task GetAsync_AfterSomeTime_RenewsBeforeTheEnd(int life, int elapsed, bool renewed)
    {
        _fetch = _ => Task.FromResult(Issued($"v{_fetches}", TimeSpan.FromMinutes(life)));
        var value = Create();
        await value.GetAsync(default).OrTimeout();

        _time.Advance(TimeSpan.FromMinutes(elapsed));
        await value.GetAsync(default).OrTimeout();

        Assert.That(() => value.Current, Is.EqualTo(renewed ? "v2" : "v1").After(2000, 5));
        Assert.That(_fetches, Is.EqualTo(renewed ? 2 : 1));
    }

    [Test]
    public async Task GetAsync_RenewalFails_TheOldOneServesUntilItExpires()
    {
        _fetch = _ => _fetches == 1 ? Task.FromResult(Issued("v1", TimeSpan.FromHours(1))) : throw Error(CloudErrorKind.Unavailable);
        var value = Create();
        await value.GetAsync(default).OrTimeout();

        _time.Advance(TimeSpan.FromMinutes(50));
        var during = await value.GetAsync(default).OrTimeout();
        Assert.That(() => _log.Of("CloudNotRenewed").Count, Is.EqualTo(1).After(2000, 5));
        await value.GetAsync(default).OrTimeout();
        var fetchesWithinAMinute = _fetches;
        _time.Advance(TimeSpan.FromMinutes(11));

        Assert.That((during, fetchesWithinAMinute), Is.EqualTo(("v1", 2)));
        Assert.That(async () => await value.GetAsync(default).OrTimeout(), Throws.InstanceOf<CloudException>());
    }

    [Test]
    public async Task Refused_ByTheCloud_IsRenewedOnceAndNotForEver()
    {
        _fetch = _ => Task.FromResult(Issued($"v{_fetches}"));
        var value = Create();
        var first = await value.GetAsync(default).OrTimeout();
        var again = value.Refused(first);
        var second = await value.GetAsync(default).OrTimeout();
        var onceMore = value.Refused(second);

        Assert.That((again, second, onceMore, _fetches), Is.EqualTo((true, "v2", false, 2)));
    }

    [Test]
    public async Task Refused_AfterAnAcceptedRenewal_IsRenewedAgain()
    {
        _fetch = _ => Task.FromResult(Issued($"v{_fetches}"));
        var value = Create();
        value.Refused(await value.GetAsync(default).OrTimeout());
        var second = await value.GetAsync(default).OrTimeout();
        value.Accepted(second);

        Assert.That((value.Refused(second), await value.GetAsync(default).OrTimeout()), Is.EqualTo((true, "v3")));
    }

    [Test]
    public async Task Refused_ByManyAtOnce_IsRenewedOnce()
    {
        _fetch = _ => Task.FromResult(Issued($"v{_fetches}"));
        var value = Create();
        var first = await value.GetAsync(default).OrTimeout();

        var values = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            var again = value.Refused(first);
            return (again, await value.GetAsync(default));
        })).OrTimeout();

        Assert.That((_fetches, values.Distinct().Single()), Is.EqualTo((2, (true, "v2"))));
    }

    [TestCase(CloudErrorKind.Denied, 1)]
    [TestCase(CloudErrorKind.InvalidInput, 1)]
    [TestCase(CloudErrorKind.Unavailable, 2)]
    public void GetAsync_LoginFailed_IsTriedAgainUnlessItWasRefused(CloudErrorKind kind, int fetches)
    {
        _fetch = _ => throw Error(kind);
        var value = Create();

        Assert.That(async () => await value.GetAsync(default).OrTimeout(), Throws.InstanceOf<CloudException>());
        Assert.That(async () => await value.GetAsync(default).OrTimeout(), Throws.InstanceOf<CloudException>().With.Property("Kind").EqualTo(kind));

        Assert.That(_fetches, Is.EqualTo(fetches));
    }

    [Test]
    public void GetAsync_BugInTheFetch_ReachesTheCaller()
    {
        _fetch = _ => throw new InvalidOperationException("bug");

        Assert.That(async () => await Create().GetAsync(default).OrTimeout(), Throws.InvalidOperationException);
    }

    private RenewingValue<string> Create() => new(
        token =>
        {
            _fetches++;
            return _fetch!(token);
        },
        new RefusalMemory(_time, Timeout.InfiniteTimeSpan),
        _time,
        _log.CreateLogger("test"),
        _lifetime.Token);

    private Issued<string> Issued(string value, TimeSpan? life = null) =>
        new(value, _time.GetUtcNow(), _time.GetUtcNow() + (life ?? TimeSpan.FromHours(1)));

    private static CloudException Error(CloudErrorKind kind) => new(new CloudError(kind, "iam", "CreateToken"));
}
