using System.Collections.Immutable;
using CloudUpdate.Emulator;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.TestKit.Time;

namespace CloudUpdate.Provider.Tests.Clouds.Faults;

/// <summary>
/// Each fault with each verb: the exact number of requests and their times, from the emulator's journal. There is no jitter, so the pauses are the
/// bounds: 1, 2, 4 … seconds.
/// </summary>
internal sealed class FaultMatrixTests : EmulatorFixture
{
    private static readonly string[] s_verbs = ["GET", "PUT", "DELETE", "PATCH", "POST"];

    public static IEnumerable<TestCaseData> Matrix() =>
        from verb in s_verbs
        from row in Rows()
        where verb != "DELETE" || !row.BreaksABody // its answer has none
        select new TestCaseData(verb, row).SetArgDisplayNames(verb, row.Name);

    [TestCaseSource(nameof(Matrix))]
    public async Task SendAsync_Fault_HasExactlyTheseRequestsAtTheseTimes(string verb, Row row)
    {
        var isCreate = verb == "POST";
        var expected = isCreate ? row.Create ?? row.Safe : row.Safe;
        Emulator.Faults.Add(row.Fault with { Method = verb });

        var (status, error) = await OutcomeAsync(Verbs.All[verb]).OrTimeout();

        Assert.That(() => Times(verb), Is.EqualTo(expected.Times).After(30_000, 5), "requests, in seconds since the start");
        Assert.That((error?.Kind, error?.Status), Is.EqualTo((expected.Kind, expected.Status)), error?.Message ?? $"status {status}");
        Assert.That(error?.MayHaveTakenEffect ?? false, Is.EqualTo(expected.MayHaveTakenEffect && verb != "GET"));
        Assert.That(Bench.Elapsed, Is.EqualTo(expected.Elapsed));
    }

    [Test]
    public async Task SendAsync_RetryAfterThreeSeconds_TakesThreeSecondsInAll([ValueSource(nameof(s_verbs))] string verb)
    {
        Emulator.Faults.Add(Fault.Throttle(1, retryAfter: 3) with { Method = verb });

        await Bench.SendAsync(Verbs.All[verb]);

        Assert.That(Bench.Elapsed, Is.EqualTo(3), "not minutes");
    }

    [Test]
    public async Task SendAsync_FiveMinutesOfThrottling_AreSurvivedWithinATenMinuteDeadline([ValueSource(nameof(s_verbs))] string verb)
    {
        ThrottleForFiveMinutes(verb);

        await Bench.SendAsync(Verbs.All[verb] with { Deadline = CloudBench.Start.AddMinutes(10) });

        Assert.That(Times(verb), Is.EqualTo(new[] { 0, 1, 3, 7, 15, 31, 61, 91, 121, 151, 181, 211, 241, 271, 301 }));
    }

    [Test]
    public async Task SendAsync_FiveMinutesOfThrottlingWithJitter_AreSurvivedWithoutAFlood()
    {
        var draws = new Random(7);
        Bench.Jitter = draws.NextDouble;
        ThrottleForFiveMinutes("GET");

        await Bench.SendAsync(Verbs.All["GET"] with { Deadline = CloudBench.Start.AddMinutes(10) });

        Assert.That(Times("GET"), Has.Length.InRange(15, 45));
        Assert.That(Bench.Elapsed, Is.InRange(300, 330));
    }

    [Test]
    public void SendAsync_ThrottledBeyondTheDeadline_HasALastAttemptBeforeIt()
    {
        Emulator.Faults.Add(Fault.Answer(429) with { Headers = ImmutableDictionary<string, string>.Empty.Add("Retry-After", "3600") });

        var error = Bench.Fail(Verbs.All["PUT"] with { Deadline = CloudBench.Start.AddMinutes(2) });

        Assert.That((error.Kind, error.Error.Attempts, error.MayHaveTakenEffect), Is.EqualTo((CloudErrorKind.Throttled, 2, false)));
        Assert.That(Times("PUT"), Is.EqualTo(new[] { 0, 115 }));
    }

    private static IEnumerable<Row> Rows()
    {
        static Expectation Ok(params double[] times) => new(times, null, null, false, times[^1]);
        static Expectation Failed(CloudErrorKind kind, int? status, params double[] times) => new(times, kind, status, false, times[^1]);

        yield return new Row("none", new Fault { Times = 0 }, Ok(0));
        yield return new Row("429 three times", Fault.Throttle(3), Ok(0, 1, 3, 7));
        yield return new Row("429 with Retry-After: 3", Fault.Throttle(1, 3), Ok(0, 3));
        yield return new Row("429 with a date", Fault.Throttle(1) with { Headers = RetryAfterDate(12) }, Ok(0, 12));
        yield return new Row("503 with Retry-After: 9", Fault.Answer(503) with { Times = 1, Headers = RetryAfter("9") }, Ok(0, 9),
            Failed(CloudErrorKind.Unavailable, 503, 0) with { MayHaveTakenEffect = true });
        foreach (var status in new[] { 500, 502, 503, 504 })
        {
            yield return new Row($"{status} twice", Fault.Answer(status) with { Times = 2 }, Ok(0, 1, 3),
                Failed(CloudErrorKind.Unavailable, status, 0) with { MayHaveTakenEffect = true });
        }

        yield return new Row("502 with a page", Fault.NotJson(502) with { Times = 1 }, Ok(0, 1),
            Failed(CloudErrorKind.Unavailable, 502, 0) with { MayHaveTakenEffect = true });
        foreach (var point in new[] { FaultPoint.BeforeEffect, FaultPoint.AfterEffect })
        {
            // After the effect a repeated DELETE finds nothing any more, and that is an answer like others.
            yield return new Row($"connection reset {point}", Fault.ConnectionReset(point) with { Times = 1 }, Ok(0, 1),
                Failed(CloudErrorKind.Unavailable, null, 0) with { MayHaveTakenEffect = true });
        }

        yield return new Row("no answer in time", Fault.Slow(TimeSpan.FromMinutes(10)) with { Times = 1 }, Ok(0, 61),
            Failed(CloudErrorKind.TimedOut, null, 0) with { MayHaveTakenEffect = true, Elapsed = 60 });
        yield return new Row("a slow answer", Fault.Slow(TimeSpan.FromSeconds(50)) with { Times = 1 }, Ok(0) with { Elapsed = 50 });
        yield return new Row("half an answer", Fault.TruncatedBody() with { Times = 1 }, Ok(0, 1),
            Failed(CloudErrorKind.Unavailable, null, 0) with { MayHaveTakenEffect = true })
        { BreaksABody = true };
        yield return new Row("a page instead of JSON", Fault.NotJson() with { Times = 1 },
            Failed(CloudErrorKind.UnexpectedAnswer, 200, 0) with { MayHaveTakenEffect = true });
        yield return new Row("another content type", Fault.WrongContentType(), Ok(0));
        yield return new Row("400", Fault.Answer(400), Failed(CloudErrorKind.InvalidInput, 400, 0));
        yield return new Row("403", Fault.Answer(403), Failed(CloudErrorKind.Denied, 403, 0));
        yield return new Row("404", Fault.Answer(404), Failed(CloudErrorKind.NotFound, 404, 0));
        yield return new Row("409", Fault.Answer(409), Failed(CloudErrorKind.Conflict, 409, 0));
    }

    private static ImmutableDictionary<string, string> RetryAfter(string value) => ImmutableDictionary<string, string>.Empty.Add("Retry-After", value);

    private static ImmutableDictionary<string, string> RetryAfterDate(int seconds) =>
        RetryAfter(CloudBench.Start.AddSeconds(seconds).ToString("R", System.Globalization.CultureInfo.InvariantCulture));

    private double[] Times(string verb) =>
    [
        .. Journal.Where(entry => entry.Method == verb && entry.Operation != "atlas.createToken")
            .Select(entry => (entry.ReceivedAt - CloudBench.Start).TotalSeconds)
            .Order(),
    ];

    private void ThrottleForFiveMinutes(string verb)
    {
        var fault = Emulator.Faults.Add(Fault.Answer(429) with { Method = verb });
        Bench.Handler = options => new BeforeEachRequest(MessageHandlers.Create(options), () =>
        {
            if (Bench.Elapsed >= 300)
            {
                Emulator.Faults.Remove(fault);
            }
        });
    }

    private async Task<(int? Status, CloudException? Error)> OutcomeAsync(CloudRequest request)
    {
        // A repeated DELETE of what is gone answers 404; the resources take that for done, and so does this test.
        var tolerant = request.Method == HttpMethod.Delete && request.ExpectedStatuses is null;
        try
        {
            return ((await Bench.SendAsync(request)).Status, null);
        }
        catch (CloudException error) when (tolerant && error is { Kind: CloudErrorKind.NotFound, Error.Attempts: > 1 })
        {
            return (404, null);
        }
        catch (CloudException error)
        {
            return (null, error);
        }
    }

    private sealed class BeforeEachRequest(HttpMessageHandler inner, Action action) : DelegatingHandler(inner)
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            action();
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>One fault and what must come of it.</summary>
    /// <param name="Name">What the fault is called.</param>
    /// <param name="Fault">The fault.</param>
    /// <param name="Safe">With a verb that may be repeated.</param>
    /// <param name="Create">With a create, which must not be repeated unseen; null where it makes no difference.</param>
    internal sealed record Row(string Name, Fault Fault, Expectation Safe, Expectation? Create = null)
    {
        /// <summary>Whether the fault needs an answer with a body.</summary>
        public bool BreaksABody { get; init; }
    }

    /// <summary>What must come of a fault.</summary>
    internal sealed record Expectation(double[] Times, CloudErrorKind? Kind, int? Status, bool MayHaveTakenEffect, double Elapsed);
}
