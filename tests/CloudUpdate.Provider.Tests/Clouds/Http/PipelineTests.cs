using System.Diagnostics;
using System.Text;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Clouds.Http;
using CloudUpdate.TestKit.Http;
using CloudUpdate.TestKit.Time;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Tests.Clouds.Http;

/// <summary>The pipeline over real sockets, against a server that answers as each test says.</summary>
internal sealed class PipelineTests
{
    private const string Urn = "urn:pulumi:dev::shop::cloudupdate:eventgrid:EventStreamCluster::orders";

    private readonly CloudBench _bench = new();
    private readonly List<(string Method, string Path, double At)> _requests = [];
    private LoopbackServer? _server;

    [TearDown]
    public async Task TearDown()
    {
        await _bench.DisposeAsync();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    [Test]
    public async Task SendAsync_Read_CarriesTheHeadersOfTheProductAndAFreshSignature()
    {
        Dictionary<string, string> headers = [];
        await StartAsync(context =>
        {
            headers = context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
            return Json(context, 200, "{\"a\":1}");
        });

        var response = await _bench.SendAsync(Requests.Get());

        Assert.Multiple(() =>
        {
            Assert.That((int?)response.Body?["a"], Is.EqualTo(1));
            Assert.That(headers["Accept"], Is.EqualTo("application/json"));
            Assert.That(headers["User-Agent"], Does.StartWith("pulumi-cloudupdate/"));
            Assert.That(headers["X-Project-Id"], Is.EqualTo("p1"));
            Assert.That(headers["X-Sdk-Date"], Is.EqualTo("20260115T083000Z"));
            Assert.That(headers["Authorization"], Does.StartWith("SDK-HMAC-SHA256 Access=AK1234567890, SignedHeaders=host;x-project-id;x-sdk-date, "));
            Assert.That(headers.Keys, Does.Not.Contain("Content-Length"));
        });
    }

    [Test]
    public async Task SendAsync_WriteWithoutBody_SendsAnEmptyOneWithoutMediaType()
    {
        (long? Length, string? Type) sent = default;
        await StartAsync(context =>
        {
            sent = (context.Request.ContentLength, context.Request.ContentType);
            return Json(context, 204, "");
        });

        await _bench.SendAsync(Requests.Put() with { Body = null, Method = HttpMethod.Delete });

        Assert.That(sent, Is.EqualTo(((long?)0, (string?)null)));
    }

    [Test]
    public async Task SendAsync_Body_IsCompactUtf8AndInvariant()
    {
        string? body = null;
        await StartAsync(async context =>
        {
            body = await new StreamReader(context.Request.Body, Encoding.UTF8).ReadToEndAsync();
            await Json(context, 200, "{}");
        });

        await _bench.SendAsync(Requests.Put() with { Body = JObject.Parse("""{"name":"Bücher – 一","half":0.5,"big":12345678901,"none":[]}""") });

        Assert.That(body, Is.EqualTo("""{"name":"Bücher – 一","half":0.5,"big":12345678901,"none":[]}"""));
    }

    [Test]
    public async Task SendAsync_RedirectOnTheSameAddress_IsFollowedAndSignedAnew()
    {
        var signatures = new List<string>();
        await StartAsync(context =>
        {
            signatures.Add(context.Request.Headers.Authorization.ToString());
            return context.Request.Path == "/x" ? Redirect(context, 302, "/y?z=1") : Json(context, 200, "{}");
        });

        await _bench.SendAsync(Requests.Get());

        Assert.That(_requests.Select(request => request.Path), Is.EqualTo(new[] { "/x", "/y?z=1" }));
        Assert.That(signatures.Distinct().Count(), Is.EqualTo(2));
    }

    [TestCase("http://127.0.0.1:1/y")]
    [TestCase("//elsewhere.example/y")]
    [TestCase("https://elsewhere.example:8443/y")]
    public async Task SendAsync_RedirectToAnotherAddress_IsNotFollowed(string location)
    {
        await StartAsync(context => Redirect(context, 307, location));

        var error = _bench.Fail(Requests.Get());

        Assert.That((error.Kind, _requests.Count), Is.EqualTo((CloudErrorKind.UnexpectedAnswer, 1)));
        Assert.That(error.Message, Does.Contain("redirects to").And.Contain("credentials are sent only to configured addresses"));
    }

    [TestCase(302, 1, Description = "a write is not turned into a read")]
    [TestCase(308, 2)]
    public async Task SendAsync_RedirectOfAWrite_KeepsTheMethodOrIsNotFollowed(int status, int requests)
    {
        await StartAsync(context => context.Request.Path == "/x" ? Redirect(context, status, "/y") : Json(context, 200, "{}"));

        try
        {
            await _bench.SendAsync(Requests.Put());
        }
        catch (CloudException error)
        {
            Assert.That(error.Kind, Is.EqualTo(CloudErrorKind.UnexpectedAnswer));
        }

        Assert.That(_requests.Select(request => request.Method), Is.EqualTo(Enumerable.Repeat("PUT", requests)));
    }

    [Test]
    public async Task SendAsync_RedirectInACircle_Ends()
    {
        await StartAsync(context => Redirect(context, 302, "/x"));

        Assert.That(_bench.Fail(Requests.Get()).Kind, Is.EqualTo(CloudErrorKind.UnexpectedAnswer));
        Assert.That(_requests, Has.Count.EqualTo(6));
    }

    [Test]
    public async Task SendAsync_AnswerTooLong_IsNotReadToItsEnd()
    {
        _bench.Options = new PipelineOptions { MaxAnswerBytes = 100_000 };
        await StartAsync(async context =>
        {
            var block = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(block, context.RequestAborted);
            }
        });

        var error = _bench.Fail(Requests.Get());

        Assert.That((error.Kind, error.CloudMessage), Is.EqualTo((CloudErrorKind.UnexpectedAnswer, "the answer is longer than 100000 bytes")));
    }

    [TestCase("You sent SK1234567890SK1234567890\r\n\r\n", TestName = "SendAsync_StatusLineThatRepeatsASecret_ShowsItNowhere")]
    [TestCase("HTTP/1.1 200 OK\r\nyou sent SK1234567890SK1234567890\r\n\r\n", TestName = "SendAsync_HeaderLineThatRepeatsASecret_ShowsItNowhere")]
    public async Task SendAsync_NoHttpAnswerThatRepeatsASecret_ShowsItNowhere(string answer)
    {
        await StartAsync(context =>
        {
            context.Features.Get<IConnectionSocketFeature>()!.Socket.Send(Encoding.ASCII.GetBytes(answer));
            return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);
        });

        var error = _bench.Fail(Requests.Get());

        Assert.That((error.Kind, _requests.Count), Is.EqualTo((CloudErrorKind.UnexpectedAnswer, 1)));
        Assert.That(error.CloudMessage, Does.StartWith("no valid HTTP answer from 127.0.0.1").And.Contain("***"));
        Assert.That(error + _bench.Log.Text, Does.Not.Contain("SK1234567890"));
    }

    [Test]
    public async Task SendAsync_Cancelled_EndsAtOnceDuringTheRequest()
    {
        var arrived = new TaskCompletionSource();
        await StartAsync(async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _bench.Time.ServerSide, context.RequestAborted);
        });
        using var cancel = new CancellationTokenSource();
        var call = _bench.SendAsync(Requests.Put(), cancel.Token);
        await arrived.Task.OrTimeout();

        await cancel.CancelAsync();

        Assert.That(async () => await call.OrTimeout(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_bench.Elapsed, Is.Zero);
    }

    [Test]
    public async Task SendAsync_Cancelled_EndsAtOnceDuringAPause()
    {
        await StartAsync(context => Json(context, 429, "{}"));
        _bench.Time.AutoAdvance = false;
        using var cancel = new CancellationTokenSource();
        var call = _bench.SendAsync(Requests.Get(), cancel.Token);
        Assert.That(() => _bench.Log.Of("CloudRetrying").Count, Is.EqualTo(1).After(30_000, 5));

        await cancel.CancelAsync();

        Assert.That(async () => await call.OrTimeout(), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_requests, Has.Count.EqualTo(1));
    }

    [Test]
    public void SendAsync_CancelledBefore_SendsNothing()
    {
        _bench.PointAt("http://127.0.0.1:1");

        Assert.That(async () => await _bench.SendAsync(Requests.Get(), new CancellationToken(true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task SendAsync_NoAnswerToAnAttempt_IsRepeatedAfterTheTimeLimit()
    {
        _bench.Configuration["requestTimeoutSeconds"] = "20";
        await StartAsync(context => _requests.Count == 1
            ? Task.Delay(TimeSpan.FromDays(1), _bench.Time.ServerSide, context.RequestAborted)
            : Json(context, 200, "{}"));

        await _bench.SendAsync(Requests.Get());

        Assert.That(_requests.Select(request => request.At), Is.EqualTo(new[] { 0.0, 21.0 }));
    }

    [Test]
    public async Task SendAsync_NoAnswerUntilTheDeadline_TimesOutAndSaysThatAWriteMayHaveTakenEffect()
    {
        await StartAsync(context => Task.Delay(TimeSpan.FromDays(1), _bench.Time.ServerSide, context.RequestAborted));

        var error = _bench.Fail(Requests.Put() with { Deadline = CloudBench.Start.AddSeconds(30) });

        Assert.That((error.Kind, error.MayHaveTakenEffect, _bench.Elapsed, _requests.Count), Is.EqualTo((CloudErrorKind.TimedOut, true, 30.0, 1)));
    }

    [Test]
    public async Task SendAsync_WaitsForItsTurnUntilTheDeadline_HasSurelyTakenNoEffect()
    {
        _bench.Options = new PipelineOptions { MaxConcurrencyPerHost = 1 };
        await StartAsync(context => context.Request.Path == "/slow"
            ? Task.Delay(TimeSpan.FromDays(1), _bench.Time.ServerSide, context.RequestAborted)
            : Json(context, 200, "{}"));
        await _bench.SendAsync(Requests.Get());
        _bench.Time.AutoAdvance = false;
        using var cancel = new CancellationTokenSource();
        var before = _bench.SendAsync(Requests.Get(path: "/slow"), cancel.Token);
        var waiting = _bench.SendAsync(Requests.Post() with { Deadline = CloudBench.Start.AddSeconds(30) });
        _bench.Time.AutoAdvance = true;

        var error = Assert.ThrowsAsync<CloudException>(() => waiting)!;

        await cancel.CancelAsync();
        Assert.That(async () => await before, Throws.InstanceOf<OperationCanceledException>());
        Assert.That((error.Kind, error.MayHaveTakenEffect, _bench.Elapsed), Is.EqualTo((CloudErrorKind.TimedOut, false, 30.0)));
        Assert.That(_requests.Select(request => request.Method), Has.None.EqualTo("POST"));
    }

    [TestCase("/api/oauth/token", false)]
    [TestCase("/x", true)]
    public async Task SendAsync_NoAnswerUntilTheDeadline_MayHaveTakenEffectOnlyIfTheWriteItselfWasSent(string slow, bool mayHave)
    {
        await StartAsync(context => context.Request.Path == slow
            ? Task.Delay(TimeSpan.FromDays(1), _bench.Time.ServerSide, context.RequestAborted)
            : Json(context, 200, "{\"access_token\":\"invented.jwt.value\",\"expires_in\":3600}"));
        _bench.Configuration["atlasClientId"] = "mdb_sa_id_1";
        _bench.Configuration["atlasClientSecret"] = "mdb_sa_sk_1";

        var error = _bench.Fail(Requests.Post("atlas") with { Deadline = CloudBench.Start.AddSeconds(30) });

        Assert.That((error.Kind, error.MayHaveTakenEffect, _bench.Elapsed), Is.EqualTo((CloudErrorKind.TimedOut, mayHave, 30.0)));
    }

    [Test]
    public async Task SendAsync_ConnectionLostBeforeTheDigestChallenge_IsRepeatedAlsoForACreate()
    {
        await StartAsync(context =>
        {
            if (_requests.Count == 1)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            context.Response.Headers.WWWAuthenticate = "Digest realm=\"r\", nonce=\"n\", algorithm=MD5, qop=\"auth\"";
            return Json(context, context.Request.Headers.Authorization.Count == 0 ? 401 : 201, "{}");
        });
        _bench.Configuration["atlasPublicKey"] = "abcdefgh";
        _bench.Configuration["atlasPrivateKey"] = "11111111-2222-4333-8444-555555555555";

        var response = await _bench.SendAsync(Requests.Post("atlas"));

        Assert.That((response.Status, _requests.Count, _bench.Elapsed), Is.EqualTo((201, 3, 1.0)));
    }

    [Test]
    public async Task SendAsync_HoweverItEnds_LeavesNoTimerBehind()
    {
        _bench.Configuration["requestTimeoutSeconds"] = "20";
        await StartAsync(context => context.Request.Path.Value switch
        {
            "/slow" => Task.Delay(TimeSpan.FromDays(1), _bench.Time.ServerSide, context.RequestAborted),
            "/busy" when _requests.Count == 2 => Json(context, 429, "{}"),
            "/gone" => Json(context, 404, "{}"),
            _ => Json(context, 200, "{}"),
        });
        using var cancel = new CancellationTokenSource();

        await _bench.SendAsync(Requests.Get());
        await _bench.SendAsync(Requests.Get(path: "/busy"));
        _bench.Fail(Requests.Get(path: "/gone"));
        _bench.Fail(Requests.Post(path: "/slow"));
        var cancelled = _bench.SendAsync(Requests.Get(path: "/slow"), cancel.Token);
        await cancel.CancelAsync();

        Assert.That(async () => await cancelled, Throws.InstanceOf<OperationCanceledException>());
        Assert.That(() => _bench.Time.Armed, Is.Zero.After(30_000, 5), "timers that nobody waits for");
    }

    [Test]
    public async Task SendAsync_DeadlinePassed_SendsNothing()
    {
        await StartAsync(context => Json(context, 200, "{}"));

        var error = _bench.Fail(Requests.Put() with { Deadline = CloudBench.Start });

        Assert.That((error.Kind, error.MayHaveTakenEffect, _requests.Count), Is.EqualTo((CloudErrorKind.TimedOut, false, 0)));
    }

    [TestCase("GET")]
    [TestCase("POST")]
    public void SendAsync_ConnectionRefused_IsRepeatedUntilTheDeadlineAlsoForACreate(string method)
    {
        _bench.PointAt("http://127.0.0.1:1");
        _bench.UseKeys("AK1234567890", "SK");
        _bench.Configuration["huaweiProjectId"] = "p1";

        var error = _bench.Fail(Requests.Post() with { Method = new HttpMethod(method), Deadline = CloudBench.Start.AddSeconds(20) });

        Assert.That((error.Kind, error.MayHaveTakenEffect, _bench.Elapsed), Is.EqualTo((CloudErrorKind.Unavailable, false, 15.0)));
        Assert.That(error.Error.Attempts, Is.EqualTo(5), "pauses of 1, 2, 4 and 8 seconds");
        Assert.That(error.Message, Does.Contain("no connection to 127.0.0.1:1").And.Contain("after 5 attempts"));
    }

    [Test]
    public void SendAsync_UnknownHost_EndsSoonAndSaysWhichOne()
    {
        _bench.Configuration["huaweiRegion"] = "cn-nrth-4";
        _bench.Configuration["huaweiCloud"] = "cloud.invalid";
        _bench.UseKeys("AK1234567890", "SK");
        _bench.Configuration["huaweiProjectId"] = "p1";

        var error = _bench.Fail(Requests.Get());

        Assert.That(error.CloudMessage, Is.EqualTo("the host name eg.cn-nrth-4.cloud.invalid is not known"));
        Assert.That(error.Error.Attempts, Is.EqualTo(5));
    }

    [TestCase(false, TestName = "SendAsync_ConnectionClosedInOrder_IsRepeatedByThePipelineAlone")]
    [TestCase(true, TestName = "SendAsync_ConnectionReset_IsRepeatedByThePipelineAlone")]
    public async Task SendAsync_NoAnswer_IsRepeatedByThePipelineAlone(bool reset)
    {
        await StartAsync(context =>
        {
            if (_requests.Count(request => request.Path == "/x") == 1)
            {
                if (reset)
                {
                    context.Abort();
                }
                else
                {
                    // Ends the connection in order, without a byte of an answer.
                    context.Features.Get<IConnectionSocketFeature>()!.Socket.Shutdown(System.Net.Sockets.SocketShutdown.Both);
                }
            }

            return Json(context, 200, "{}");
        });
        await _bench.SendAsync(Requests.Get(path: "/warm"));

        await _bench.SendAsync(Requests.Put() with { Body = null });

        Assert.That(_requests.Skip(1).Select(request => request.At), Is.EqualTo(new[] { 0.0, 1.0 }));
    }

    [Test]
    public async Task SendAsync_MaxRetries_BoundsTheRepetitions()
    {
        _bench.Configuration["maxRetries"] = "2";
        await StartAsync(context => Json(context, 503, "{}"));

        var error = _bench.Fail(Requests.Get());

        Assert.That((error.Kind, _requests.Count, error.Error.Attempts), Is.EqualTo((CloudErrorKind.Unavailable, 3, 3)));
    }

    [Test]
    public async Task SendAsync_BusyCode_IsRepeatedUntilTheObjectIsFree()
    {
        await StartAsync(context => _requests.Count < 4
            ? Json(context, 400, """{"errCode":"CSS.5090","externalMessage":"busy"}""")
            : Json(context, 200, ""));

        await _bench.SendAsync(Requests.Post("css") with { BusyCodes = new HashSet<string> { "CSS.5090" } });

        Assert.That(_requests.Select(request => request.At), Is.EqualTo(new[] { 0.0, 1.0, 3.0, 7.0 }));
    }

    [Test]
    public async Task SendAsync_LongPause_IsToldOnTheStatusLine()
    {
        await StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = "7";
            return _requests.Count == 1 ? Json(context, 429, "{}") : Json(context, 200, "{}");
        });

        await _bench.SendAsync(Requests.Get() with { Urn = Urn });

        Assert.That(_bench.Told, Is.EqualTo(new[] { $"Info*|{Urn}|eg Get: throttled; trying again in 7 s" }));
    }

    [Test]
    public async Task SendAsync_Writes_LeaveOneAuditLineEachAndReadsNone()
    {
        await StartAsync(context =>
        {
            context.Response.Headers["X-Request-Id"] = $"r{_requests.Count}";
            return context.Request.Method == "POST" ? Json(context, 409, """{"error_code":"X","error_msg":"exists"}""") : Json(context, 200, "{}");
        });

        await _bench.SendAsync(Requests.Get() with { Urn = Urn });
        await _bench.SendAsync(Requests.Put() with { Urn = Urn });
        _bench.Fail(Requests.Post());

        Assert.That(_bench.Told, Is.EqualTo(new[]
        {
            $"Debug|{Urn}|cloud write eg Put for {Urn}: done, status 200, request id r2",
            "Debug||cloud write eg Post for the stack: conflict, status 409, request id r3",
        }));
    }

    [Test]
    public async Task SendAsync_Attempt_IsLoggedWithNamesAndNumbersOnly()
    {
        await StartAsync(context =>
        {
            context.Response.Headers["X-Request-Id"] = "r1";
            return Json(context, 200, "{\"password\":\"answered-secret\",\"a\":2}");
        });

        await _bench.SendAsync(Requests.Put(path: "/v1/{project_id}/{name}") with
        {
            PathValues = new Dictionary<string, string> { ["name"] = "value-of-path" },
            Body = new JObject { ["password"] = "sent-secret-value", ["note"] = "holds sent-secret-value too" },
        });

        Assert.Multiple(() =>
        {
            Assert.That(_bench.Log.Of("CloudAnswered").Single().Message, Is.EqualTo(
                "PUT /v1/{project_id}/{name} of eg answered 200 in 0 ms (attempt 1, request id r1)"));
            Assert.That(_bench.Log.Of("CloudRequestBody").Single().Message, Is.EqualTo("Put of eg sends {\"password\":\"***\",\"note\":\"holds *** too\"}"));
            Assert.That(_bench.Log.Of("CloudAnswerBody").Single().Message, Is.EqualTo("Put of eg received {\"password\":\"***\",\"a\":2}"));
            Assert.That(_bench.Log.Entries.Where(entry => entry.Event.Name is "CloudRequestBody" or "CloudAnswerBody").Select(entry => entry.Level),
                Is.All.EqualTo(LogLevel.Trace));
            Assert.That(_bench.Log.Text, Does.Not.Contain("value-of-path"));
        });
    }

    [Test]
    public async Task SendAsync_Traced_IsOneActivityWithoutValues()
    {
        var activities = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CloudTracing.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                lock (activities)
                {
                    activities.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await StartAsync(context => _requests.Count == 1 ? Json(context, 503, "{}") : Json(context, 404, """{"error_code":"X","error_msg":"no","request_id":"r9"}"""));

        _bench.Fail(Requests.Get(path: "/traced/{name}") with { PathValues = new Dictionary<string, string> { ["name"] = "secret" } });

        List<Activity> mine;
        lock (activities)
        {
            mine = activities.Where(activity => Equals(activity.GetTagItem("url.template"), "/traced/{name}")).ToList();
        }

        var traced = mine.Single();
        Assert.That(traced.DisplayName, Is.EqualTo("eg Get"));
        Assert.That(traced.Status, Is.EqualTo(ActivityStatusCode.Error));
        Assert.That(traced.TagObjects, Is.EquivalentTo(new Dictionary<string, object?>
        {
            ["cloud.service"] = "eg",
            ["cloud.operation"] = "Get",
            ["http.request.method"] = "GET",
            ["url.template"] = "/traced/{name}",
            ["cloud.attempts"] = 2,
            ["http.response.status_code"] = 404,
            ["cloud.request_id"] = "r9",
            ["error.type"] = "NotFound",
        }));
    }

    [Test]
    public async Task SendAsync_ExpectedStatus_IsAnAnswer()
    {
        await StartAsync(context => Json(context, 404, """{"error_code":"EG.00014040","error_msg":"no"}"""));

        var response = await _bench.SendAsync(Requests.Get() with { ExpectedStatuses = new HashSet<int> { 200, 404 } });

        Assert.That(response.Status, Is.EqualTo(404));
    }

    [Test]
    public async Task SendAsync_ManyToOneHost_AreBoundedInNumber()
    {
        _bench.Options = new PipelineOptions { MaxConcurrencyPerHost = 3 };
        var (inside, most) = (0, 0);
        await StartAsync(async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref inside));
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            await Json(context, 200, "{}");
        });

        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => _bench.SendAsync(Requests.Get()))).OrTimeout();

        Assert.That(most, Is.LessThanOrEqualTo(3));
    }

    [Test]
    public async Task DisposeAsync_WithACallUnderWay_EndsIt()
    {
        var arrived = new TaskCompletionSource();
        await StartAsync(async context =>
        {
            arrived.SetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, _bench.Time.ServerSide, context.RequestAborted);
        });
        var call = _bench.SendAsync(Requests.Get());
        await arrived.Task.OrTimeout();

        await _bench.Clients.DisposeAsync();

        Assert.That(async () => await call.OrTimeout(), Throws.InstanceOf<OperationCanceledException>());
    }

    private async Task StartAsync(RequestDelegate answer)
    {
        _server = await LoopbackServer.StartAsync(context =>
        {
            lock (_requests)
            {
                _requests.Add((context.Request.Method, context.Request.Path + context.Request.QueryString, _bench.Elapsed));
            }

            return answer(context);
        });
        _bench.PointAt(_server.Address);
        _bench.UseKeys("AK1234567890", "SK1234567890SK1234567890");
        _bench.Configuration["huaweiProjectId"] = "p1";
    }

    private static Task Json(HttpContext context, int status, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(body);
    }

    private static Task Redirect(HttpContext context, int status, string location)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    }
}
