using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Http;
using Microsoft.Extensions.Time.Testing;

namespace CloudUpdate.Provider.Tests.Clouds.Http;

/// <summary>Whether and when a failed request is sent again.</summary>
public sealed class RetryRulesTests
{
    private static readonly DateTimeOffset s_start = new(2026, 1, 15, 8, 30, 0, TimeSpan.Zero);

    [TestCase(1, 1.0, 1.0)]
    [TestCase(2, 1.0, 2.0)]
    [TestCase(5, 1.0, 16.0)]
    [TestCase(6, 1.0, 30.0, Description = "the longest pause")]
    [TestCase(60, 1.0, 30.0, Description = "no overflow")]
    [TestCase(3, 0.25, 1.0, Description = "full jitter: anything from zero to the bound")]
    [TestCase(3, 0.0, 0.0)]
    public void PauseAfter_NthFailure_IsARandomPartOfADoublingBound(int attempts, double jitter, double seconds) =>
        Assert.That(Pause(attempts, jitter: jitter)?.TotalSeconds, Is.EqualTo(seconds));

    [Test]
    public void PauseAfter_RetryAfter_IsExactlyThatLong() =>
        Assert.That(Pause(1, retryAfter: TimeSpan.FromSeconds(3)), Is.EqualTo(TimeSpan.FromSeconds(3)));

    [Test]
    public void PauseAfter_RetryAfterZero_IsABackOffAllTheSame() =>
        Assert.That(Pause(2, retryAfter: TimeSpan.Zero), Is.EqualTo(TimeSpan.FromSeconds(2)));

    [TestCase(3600, 595.0)]
    [TestCase(int.MaxValue, 595.0)]
    public void PauseAfter_RetryAfterBeyondTheDeadline_LeavesTimeForALastAttempt(int asked, double seconds) =>
        Assert.That(Pause(1, retryAfter: TimeSpan.FromSeconds(asked))?.TotalSeconds, Is.EqualTo(seconds));

    [Test]
    public void PauseAfter_ShortOperation_StillLeavesAQuarterForALastAttempt() =>
        Assert.That(Pause(1, retryAfter: TimeSpan.FromMinutes(1), span: TimeSpan.FromSeconds(8)), Is.EqualTo(TimeSpan.FromSeconds(6)));

    [Test]
    public void PauseAfter_LastAttempt_IsNoFurtherOne() => Assert.That(Pause(1, elapsed: TimeSpan.FromSeconds(596)), Is.Null);

    [TestCase(1, 0, false)]
    [TestCase(1, 1, true)]
    [TestCase(2, 1, false)]
    [TestCase(3, 2, false)]
    public void PauseAfter_MaxRetries_BoundsTheAttempts(int attempts, int maxRetries, bool again) =>
        Assert.That(Pause(attempts, maxRetries: maxRetries), again ? Is.Not.Null : Is.Null);

    [Test]
    public void PauseAfter_UnknownHost_EndsAfterFiveAttempts() =>
        Assert.That((Pause(4, fault: TransportFault.UnknownHost) is null, Pause(5, fault: TransportFault.UnknownHost) is null), Is.EqualTo((false, true)));

    [Test]
    public void PauseAfter_NotRepeatable_IsNull() => Assert.That(Pause(1, isRepeatable: false), Is.Null);

    private static TimeSpan? Pause(
        int attempts,
        double jitter = 1,
        TimeSpan? retryAfter = null,
        TimeSpan? span = null,
        TimeSpan elapsed = default,
        int? maxRetries = null,
        TransportFault? fault = null,
        bool isRepeatable = true)
    {
        var time = new FakeTimeProvider(s_start);
        var request = new CloudRequest { Service = "eg", Operation = "Op", Method = HttpMethod.Get, PathTemplate = "/" };
        var progress = new CallProgress(request, false, s_start, s_start + (span ?? TimeSpan.FromMinutes(10)), new KnownSecrets()) { Attempts = attempts };
        time.Advance(elapsed);
        var failed = new Attempt { IsRepeatable = isRepeatable, RetryAfter = retryAfter, Fault = fault };
        return new RetryRules(new PipelineOptions { MaxRetries = maxRetries }, time, () => jitter).PauseAfter(failed, progress);
    }
}
