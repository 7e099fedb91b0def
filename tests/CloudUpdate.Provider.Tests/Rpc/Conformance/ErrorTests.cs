using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Transport;
using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Lifecycle;
using CloudUpdate.TestKit.Providers;
using CloudUpdate.TestKit.Time;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using static CloudUpdate.Provider.Tests.Rpc.Conformance.Bags;

namespace CloudUpdate.Provider.Tests.Rpc.Conformance;

/// <summary>How calls fail: items 10, 26, 77 to 79, 81, 82 and 84 of the provider checklist, on a provider that fails on demand.</summary>
internal sealed class ErrorTests
{
    private static IEnumerable<TestCaseData> Codes()
    {
        yield return new TestCaseData(ProviderErrorCode.InvalidInput, StatusCode.InvalidArgument);
        yield return new TestCaseData(ProviderErrorCode.NotFound, StatusCode.NotFound);
        yield return new TestCaseData(ProviderErrorCode.Conflict, StatusCode.Aborted);
        yield return new TestCaseData(ProviderErrorCode.Throttled, StatusCode.ResourceExhausted);
        yield return new TestCaseData(ProviderErrorCode.Unauthenticated, StatusCode.Unauthenticated);
        yield return new TestCaseData(ProviderErrorCode.Denied, StatusCode.PermissionDenied);
        yield return new TestCaseData(ProviderErrorCode.TimedOut, StatusCode.DeadlineExceeded);
        yield return new TestCaseData(ProviderErrorCode.Cancelled, StatusCode.Cancelled);
        yield return new TestCaseData(ProviderErrorCode.Unavailable, StatusCode.Unavailable);
        yield return new TestCaseData(ProviderErrorCode.FailedPrecondition, StatusCode.FailedPrecondition);
        yield return new TestCaseData(ProviderErrorCode.UnexpectedAnswer, StatusCode.Internal);
    }

    [Test]
    public async Task Conformance_10_ExceptionInAHandler_FailsThatCallAlone()
    {
        await using var host = await FailingAsync(_ => new InvalidOperationException("a bug"));
        host.Logs.Expect(entry => entry.Event.Name == "Bug");

        var error = await host.Client.CreateAsync(new CreateRequest { Urn = Urn }).FailureAsync();
        var next = await host.Client.CheckAsync(new CheckRequest { Urn = Urn }).OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(error.StatusCode, Is.EqualTo(StatusCode.Internal));
            Assert.That(error.Status.Detail, Does.Contain("InvalidOperationException").And.Contain(Urn).And.Not.Contain("   at "));
            Assert.That(next.Failures, Is.Empty);
        });
    }

    [Test]
    public async Task Conformance_26_Secrets_LeaveInNoText()
    {
        const string Secret = "hunter2-über-secret";
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment)
        {
            OnCheck = (call, _) => Task.FromResult(new CheckResult(call.News, [new Lifecycle.CheckFailure("a", $"\"{Secret}\" is too short")])),
            OnCreate = (call, _) =>
            {
                environment.EngineLog.Log(EngineSeverity.Warning, $"sent {Secret}", call.Address.Urn);
                throw new ProviderException(ProviderErrorCode.Denied, $"The cloud says: bad password {Secret}")
                {
                    Partial = new PartialState("id", call.Inputs, null, [$"{Secret} was refused"]),
                };
            },
            OnUpdate = (_, _) => throw new InvalidOperationException($"bug with {Secret}"),
            OnInvoke = (_, _) => throw new ProviderException(ProviderErrorCode.Denied, $"the configured {Secret} is refused"),
        });
        host.Logs.Expect(entry => entry.Event.Name == "Bug");
        var bag = Of(("a", Map(("deep", Bags.Secret(Value.ForList(Text(Secret)))))));

        var check = await host.Client.CheckAsync(new CheckRequest { Urn = Urn, News = bag }).OrTimeout();
        var create = await host.Client.CreateAsync(new CreateRequest { Urn = Urn, Properties = bag }).FailureAsync();
        var update = await host.Client.UpdateAsync(new UpdateRequest { Urn = Urn, Id = "i", News = bag }).FailureAsync();
        await host.Client.ConfigureAsync(new ConfigureRequest { Args = Of(("key", Bags.Secret(Text(Secret)))) }).OrTimeout();
        var invoke = await host.Client.InvokeAsync(new InvokeRequest { Tok = "cloudupdate:test:get" }).FailureAsync();

        Assert.Multiple(() =>
        {
            Assert.That(check.Failures.Single().Reason, Is.EqualTo("\"[secret]\" is too short"));
            Assert.That(create.Status.Detail, Is.EqualTo("The cloud says: bad password [secret]"));
            Assert.That(StatusDetails.Find<ErrorResourceInitFailed>(create)!.Reasons, Is.EqualTo(["[secret] was refused"]));
            Assert.That(update.Status.Detail, Does.Not.Contain(Secret));
            Assert.That(invoke.Status.Detail, Is.EqualTo("the configured [secret] is refused"));
            Assert.That(host.Engine.Messages.Select(message => message.Message), Has.None.Contains(Secret));
            Assert.That(host.Engine.MessagesAbout(Urn), Has.Some.EqualTo("sent [secret]"));
            Assert.That(host.Logs.Text, Does.Not.Contain(Secret));
        });
    }

    [Test]
    public async Task Conformance_77_ErrorDetails_DecodeAndRepeatTheStatus()
    {
        var partial = PropertyMap.Of(("a", PropertyValue.Secret(PropertyValue.Of("s"))));
        var failures = new Queue<Exception>(
        [
            new ProviderException(ProviderErrorCode.Unavailable, "größer") { Partial = new PartialState("the-id", partial, partial, ["one", "two"]) },
            new ProviderException(ProviderErrorCode.FailedPrecondition, "keys") { MissingKeys = [new("cloudupdate:a", "An a."), new("cloudupdate:b", "A b.")] },
            StatusDetails.ToException(StatusCode.InvalidArgument, "inputs", new InputPropertiesError { Errors = { new InputPropertiesError.Types.PropertyError { PropertyPath = "a.b", Reason = "r" } } }),
            StatusDetails.ToException(StatusCode.Aborted, "cause", new ErrorCause { Message = "m", StackTrace = "t" }),
        ]);
        await using var host = await FailingAsync(_ => failures.Dequeue());

        var initFailed = await FailAsync<ErrorResourceInitFailed>(host, StatusCode.Unavailable);
        var missing = await FailAsync<ConfigureErrorMissingKeys>(host, StatusCode.FailedPrecondition);
        var inputs = await FailAsync<InputPropertiesError>(host, StatusCode.InvalidArgument);
        var cause = await FailAsync<ErrorCause>(host, StatusCode.Aborted);

        Assert.Multiple(() =>
        {
            Assert.That(initFailed, Is.EqualTo(new ErrorResourceInitFailed
            {
                Id = "the-id",
                Properties = Of(("a", Secret(Text("s")))),
                Inputs = Of(("a", Secret(Text("s")))),
                Reasons = { "one", "two" },
            }));
            Assert.That(missing.MissingKeys.Select(key => $"{key.Name}: {key.Description}"), Is.EqualTo(["cloudupdate:a: An a.", "cloudupdate:b: A b."]));
            Assert.That(inputs.Errors.Single().PropertyPath, Is.EqualTo("a.b"));
            Assert.That(cause.Message, Is.EqualTo("m"));
        });
    }

    [Test]
    public async Task Conformance_77_StateOfThreeMegabytes_TravelsInTheTrailer()
    {
        var state = PropertyMap.Of(("text", PropertyValue.Of(new string('x', 3 << 20))));
        await using var host = await FailingAsync(_ => new ProviderException(ProviderErrorCode.Unavailable, "big") { Partial = new PartialState("id", state, null, []) });

        var detail = await FailAsync<ErrorResourceInitFailed>(host, StatusCode.Unavailable);

        Assert.That(PropertyCodec.Decode(detail.Properties), Is.EqualTo(state));
    }

    [TestCaseSource(nameof(Codes))]
    public async Task Conformance_78_KnownFailures_HaveTheirCode(ProviderErrorCode code, StatusCode expected)
    {
        await using var host = await FailingAsync(_ => new ProviderException(code, "It did not work."));

        var error = await host.Client.CreateAsync(new CreateRequest { Urn = Urn }).FailureAsync();

        Assert.Multiple(() =>
        {
            Assert.That(error.StatusCode, Is.EqualTo(expected));
            Assert.That(error.Status.Detail, Is.EqualTo("It did not work."));
            Assert.That(StatusDetails.Read(error), Is.Null);
        });
    }

    [Test]
    public async Task Conformance_78_DeadlineAndCancellationOfTheClient_ReachTheHandler()
    {
        var starts = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
        var ends = new[] { new TaskCompletionSource(), new TaskCompletionSource() };
        var calls = -1;
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment)
        {
            OnRead = async (_, token) =>
            {
                var number = Interlocked.Increment(ref calls);
                using var registration = token.Register(ends[number].SetResult);
                starts[number].SetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, token);
                return ReadResult.Gone;
            },
        });
        using var client = new CancellationTokenSource();

        var late = await host.Client.ReadAsync(new ReadRequest { Urn = Urn, Id = "i" }, deadline: TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(500)).FailureAsync();
        await ends[0].Task.OrTimeout();
        var cancelled = host.Client.ReadAsync(new ReadRequest { Urn = Urn, Id = "i" }, cancellationToken: client.Token);
        await starts[1].Task.OrTimeout();
        await client.CancelAsync();
        var error = await cancelled.FailureAsync();
        await ends[1].Task.OrTimeout();

        Assert.Multiple(() =>
        {
            Assert.That(late.StatusCode, Is.EqualTo(StatusCode.DeadlineExceeded));
            Assert.That(error.StatusCode, Is.EqualTo(StatusCode.Cancelled));
        });
    }

    [Test]
    public async Task Conformance_78_CancellationThatNobodyAskedFor_IsABug()
    {
        await using var host = await FailingAsync(_ => new TaskCanceledException("a time limit deep inside"));
        host.Logs.Expect(entry => entry.Event.Name == "Bug");

        var error = await host.Client.CreateAsync(new CreateRequest { Urn = Urn }).FailureAsync();

        Assert.That(error.StatusCode, Is.EqualTo(StatusCode.Internal));
    }

    [Test]
    public async Task Conformance_79_Unimplemented_IsAnsweredByTheMethodsNotOffered()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));

        var parameterize = await host.Client.ParameterizeAsync(new ParameterizeRequest()).FailureAsync();
        using var list = host.Client.List(new ListRequest { Token = Bags.TypeToken });
        var listed = Assert.ThrowsAsync<RpcException>(() => list.ResponseStream.MoveNext(CancellationToken.None));
        var call = await host.Client.CallAsync(new CallRequest { Tok = "cloudupdate:test:Thing/method" }).FailureAsync();
        var construct = await host.Client.ConstructAsync(new ConstructRequest { Type = "cloudupdate:test:Component" }).FailureAsync();

        Assert.Multiple(() =>
        {
            Assert.That(parameterize.StatusCode, Is.EqualTo(StatusCode.Unimplemented));
            Assert.That(listed?.StatusCode, Is.EqualTo(StatusCode.Unimplemented));
            Assert.That(call.StatusCode, Is.EqualTo(StatusCode.NotFound));
            Assert.That(call.Status.Detail, Does.Contain("cloudupdate:test:Thing/method"));
            Assert.That(construct.StatusCode, Is.EqualTo(StatusCode.NotFound));
            Assert.That(construct.Status.Detail, Does.Contain("cloudupdate:test:Component"));
        });
    }

    [Test]
    public async Task Conformance_79_EveryOtherMethod_IsOffered()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));
        var bytes = Marshallers.Create<byte[]>(message => message, message => message);
        var offered = ResourceProvider.Descriptor.Methods.Select(method => method.Name).Except(["Parameterize", "List"]).ToList();

        foreach (var name in offered)
        {
            var method = new Method<byte[], byte[]>(MethodType.Unary, ResourceProvider.Descriptor.FullName, name, bytes, bytes);
            var code = StatusCode.OK;
            try
            {
                await host.Channel.CreateCallInvoker().AsyncUnaryCall(method, null, default, []).OrTimeout();
            }
            catch (RpcException error)
            {
                code = error.StatusCode;
            }

            Assert.That(code, Is.Not.EqualTo(StatusCode.Unimplemented), name);
        }

        Assert.That(offered, Has.Count.EqualTo(19));
    }

    [TestCase("")]
    [TestCase("urn")]
    [TestCase("urn:pulumi:")]
    [TestCase("urn:pulumi:a::b")]
    [TestCase("urn:pulumi:a::b::::name")]
    [TestCase("urn:pulumi:a::b::parent$::name")]
    [TestCase("URN:pulumi:a::b::c::d")]
    public async Task Conformance_81_UrnThatIsNone_IsAnInvalidArgumentEverywhere(string urn)
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));
        var client = host.Client;

        RpcException[] errors =
        [
            await client.CheckConfigAsync(new CheckRequest { Urn = urn }).FailureAsync(),
            await client.DiffConfigAsync(new DiffRequest { Urn = urn }).FailureAsync(),
            await client.CheckAsync(new CheckRequest { Urn = urn }).FailureAsync(),
            await client.DiffAsync(new DiffRequest { Urn = urn, Id = "i" }).FailureAsync(),
            await client.CreateAsync(new CreateRequest { Urn = urn }).FailureAsync(),
            await client.ReadAsync(new ReadRequest { Urn = urn, Id = "i" }).FailureAsync(),
            await client.UpdateAsync(new UpdateRequest { Urn = urn, Id = "i" }).FailureAsync(),
            await client.DeleteAsync(new DeleteRequest { Urn = urn, Id = "i" }).FailureAsync(),
        ];

        Assert.That(errors.Select(error => error.StatusCode), Has.All.EqualTo(StatusCode.InvalidArgument));
    }

    [Test]
    public async Task Conformance_81_MissingIdsTokensAndModes_AreInvalidArguments()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment));
        var client = host.Client;
        var mode = new CheckRequest.Types.AutonamingOptions { Mode = (CheckRequest.Types.AutonamingOptions.Types.Mode)7 };

        RpcException[] errors =
        [
            await client.ReadAsync(new ReadRequest { Urn = Urn }).FailureAsync(),
            await client.UpdateAsync(new UpdateRequest { Urn = Urn }).FailureAsync(),
            await client.DeleteAsync(new DeleteRequest { Urn = Urn }).FailureAsync(),
            await client.InvokeAsync(new InvokeRequest()).FailureAsync(),
            await client.CheckAsync(new CheckRequest { Urn = Urn, Autonaming = mode }).FailureAsync(),
        ];

        Assert.That(errors.Select(error => error.StatusCode), Has.All.EqualTo(StatusCode.InvalidArgument));
    }

    [TestCase("urn:pulumi:dev::shop::cloudupdate:test:Thing::a::b", "cloudupdate:test:Thing", "a::b")]
    [TestCase("urn:pulumi:dev::shop::my:c:Outer$my:c:Inner$cloudupdate:test:Thing::name", "cloudupdate:test:Thing", "name")]
    [TestCase("urn:pulumi:dev::shop::cloudupdate:test:Thing::🙂 $\"\\\n%00", "cloudupdate:test:Thing", "🙂 $\"\\\n%00")]
    public async Task Conformance_82_TypeAndName_AreTakenFromTheUrn(string urn, string type, string name)
    {
        ResourceAddress? seen = null;
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment)
        {
            OnCheck = (call, _) =>
            {
                seen = call.Address;
                return Task.FromResult(new CheckResult(call.News, []));
            },
        });

        await host.Client.CheckAsync(new CheckRequest { Urn = urn }).OrTimeout();
        await host.Client.CheckAsync(new CheckRequest { Urn = urn, Type = type, Name = name }).OrTimeout();
        var disagreeing = await host.Client.CheckAsync(new CheckRequest { Urn = urn, Type = "other:x:Y", Name = name }).FailureAsync();

        Assert.Multiple(() =>
        {
            Assert.That(seen, Is.EqualTo(new ResourceAddress(urn, type, name)));
            Assert.That(disagreeing.StatusCode, Is.EqualTo(StatusCode.InvalidArgument));
        });
    }

    [Test]
    public async Task Conformance_84_Messages_CarryUrnSeverityAndOrder()
    {
        await using var host = await ProviderHost.StartAsync(environment => new EchoProvider(environment)
        {
            OnCreate = (call, _) =>
            {
                environment.EngineLog.Log(EngineSeverity.Debug, "first", call.Address.Urn);
                environment.EngineLog.Log(EngineSeverity.Info, "second", call.Address.Urn, ephemeral: true);
                environment.EngineLog.Log(EngineSeverity.Warning, "third", string.Empty);
                return Task.FromResult(new CreateResult("id", call.Inputs));
            },
        });

        await host.Client.CreateAsync(new CreateRequest { Urn = Urn }).OrTimeout();

        Assert.That(host.Engine.Messages, Is.EqualTo(
        [
            new LogRequest { Severity = LogSeverity.Debug, Message = "first", Urn = Urn },
            new LogRequest { Severity = LogSeverity.Info, Message = "second", Urn = Urn, Ephemeral = true },
            new LogRequest { Severity = LogSeverity.Warning, Message = "third" },
        ]));
    }

    [Test]
    public async Task Conformance_84_StackTraces_GoToTheDebugLogWithTheUrn()
    {
        await using var host = await FailingAsync(_ => new InvalidOperationException("a bug"));
        host.Logs.Expect(entry => entry.Event.Name == "Bug");

        await host.Client.CreateAsync(new CreateRequest { Urn = Urn }).FailureAsync();

        var message = host.Engine.Messages.Single();
        Assert.Multiple(() =>
        {
            Assert.That(message.Severity, Is.EqualTo(LogSeverity.Debug));
            Assert.That(message.Urn, Is.EqualTo(Urn));
            Assert.That(message.Message, Does.Contain("a bug").And.Contain("   at "));
        });
    }

    private static Task<ProviderHost> FailingAsync(Func<CreateCall, Exception> failure) => ProviderHost.StartAsync(environment => new EchoProvider(environment)
    {
        OnCreate = (call, _) => throw failure(call),
    });

    private static async Task<T> FailAsync<T>(ProviderHost host, StatusCode expected)
        where T : class, IMessage<T>, new()
    {
        var error = await host.Client.CreateAsync(new CreateRequest { Urn = Urn }).FailureAsync();
        var status = StatusDetails.Read(error)!;
        Assert.Multiple(() =>
        {
            Assert.That(error.StatusCode, Is.EqualTo(expected));
            Assert.That(status.Code, Is.EqualTo((int)expected));
            Assert.That(status.Message, Is.EqualTo(error.Status.Detail));
            Assert.That(status.Details.Single().TypeUrl, Is.EqualTo($"type.googleapis.com/{new T().Descriptor.FullName}"));
        });
        return StatusDetails.Find<T>(error)!;
    }
}
