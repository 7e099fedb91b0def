using System.Collections.Concurrent;
using Grpc.Core;
using Pulumi.Offline.Tests.Registration;
using Pulumi.Offline.Tests.Server;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi.Offline.Tests.Runs;

/// <summary>When a run ends, what it reports, and what it is told.</summary>
internal sealed class RunTests : ServerTest
{
    [Test]
    public async Task Run_WithPendingWork_EndsAfterIt()
    {
        var release = new TaskCompletionSource();
        var done = false;

        var run = RunAsync(() => Output.Create(1).Apply(async _ =>
        {
            await release.Task;
            done = true;
        }));
        Assert.That(run.IsCompleted, Is.False);
        release.SetResult();
        await run;

        Assert.That(done, Is.True);
        Assert.That(Server.Shutdowns, Is.EqualTo(1));
    }

    [Test]
    public async Task Run_OutputFailsThatNobodyLooksAt_FailsAndIsReportedOnce()
    {
        var (exitCode, failure) = await TryAsync(() =>
        {
            var failing = new AnyResource<string>("r").Id.Apply(string (_) => throw new InvalidTimeZoneException("boom"));
            failing.Apply(text => text.Length);
            failing.Apply(text => text + "!");
        });

        var message = Server.Messages.Single();
        using var scope = Assert.EnterMultipleScope();
        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(failure!.SourceException, Is.TypeOf<InvalidTimeZoneException>());
        Assert.That((message.Severity, message.Urn), Is.EqualTo((Rpc.LogSeverity.Error, "")));
        Assert.That(message.Message, Does.Match(
            "^Running program '.*' failed with an unhandled exception:\nSystem.InvalidTimeZoneException: boom"));
        Assert.That(Server.Shutdowns, Is.Zero);
    }

    [Test]
    public async Task Run_RegistrationFails_FailsAllItsOutputs()
    {
        Server.OnRegister = request => request.Name == "r"
            ? throw new RpcException(new Status(StatusCode.Unknown, "no such region"))
            : EngineServer.Echo(request);
        AnyResource<int>? resource = null;

        var (exitCode, failure) = await TryAsync(() => resource = new AnyResource<int>("r"));

        using var scope = Assert.EnterMultipleScope();
        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(failure!.SourceException, Is.TypeOf<RpcException>());
        Assert.That(() => resource!.Urn.Data, Throws.TypeOf<RpcException>());
        Assert.That(() => resource!.Id.Data, Throws.TypeOf<RpcException>());
        Assert.That(() => resource!.Value.Data, Throws.TypeOf<RpcException>());
        Assert.That(Server.Messages.Single().Message, Does.Contain("no such region"));
    }

    [Test]
    public async Task Run_CancelledOutput_FailsOnlyWithTheResourceThatNeedsIt([Values] bool isNeeded)
    {
        var (exitCode, failure) = await TryAsync(() =>
        {
            var cancelled = Output.Create(Task.FromCanceled<string>(new CancellationToken(canceled: true)));
            if (isNeeded)
            {
                _ = new AnyResource<string>("r", cancelled);
            }
        });

        Assert.That(exitCode, Is.EqualTo(isNeeded ? 32 : 0));
        Assert.That(failure?.SourceException, isNeeded ? Is.InstanceOf<InvalidOperationException>() : Is.Null);
    }

    [Test]
    public async Task Run_ResourceException_IsReportedAtItsResource([Values] bool hideStack)
    {
        var (exitCode, _) = await TryAsync(() =>
        {
            var resource = new AnyResource<int>("r");
            resource.Id.Apply(string (_) => throw new ResourceException("bad thing", resource, hideStack));
        });

        var message = Server.Messages.Single();
        using var scope = Assert.EnterMultipleScope();
        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(message.Urn, Is.EqualTo("urn:pulumi:dev::proj::t:m:Any::r"));
        Assert.That(message.Message, hideStack ? Is.EqualTo("bad thing") : Does.Contain("bad thing\n").And.Contain("   at "));
    }

    [Test]
    public async Task Run_RunException_IsReportedByItsMessageAlone()
    {
        var (exitCode, _) = await TryAsync(() => throw new RunException("just this"));

        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(Server.Messages.Single().Message, Is.EqualTo("just this"));
    }

    [Test]
    public async Task Run_ErrorLogged_EndsWithOneAndNoSignal()
    {
        var (exitCode, failure) = await TryAsync(() => Log.Error("oh"));

        using var scope = Assert.EnterMultipleScope();
        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(failure, Is.Null);
        Assert.That(Server.Shutdowns, Is.Zero);
    }

    [Test]
    public async Task Run_SignalNotImplemented_Succeeds()
    {
        Server.OnShutdown = () => throw new RpcException(new Status(StatusCode.Unimplemented, ""));

        await RunAsync(() => { });

        Assert.That(Server.Shutdowns, Is.EqualTo(1));
    }

    [Test]
    public async Task Run_SignalFails_FailsProgram()
    {
        Server.OnShutdown = () => throw new RpcException(new Status(StatusCode.Internal, "gone"));

        var (exitCode, failure) = await TryAsync(() => { });

        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(failure!.SourceException, Is.TypeOf<RpcException>());
    }

    [Test]
    public async Task Log_OfEachSeverity_ArrivesInOrderWithAllFields()
    {
        await RunAsync(() =>
        {
            Log.Debug("d");
            Log.Info("i", streamId: 3, ephemeral: true);
            Log.Warn("w", new AnyResource<int>("r"));
        });

        using var scope = Assert.EnterMultipleScope();
        Assert.That(Server.Messages.Where(message => message.Urn.Length == 0), Is.EqualTo(new[]
        {
            new Rpc.LogRequest { Severity = Rpc.LogSeverity.Debug, Message = "d" },
            new Rpc.LogRequest { Severity = Rpc.LogSeverity.Info, Message = "i", StreamId = 3, Ephemeral = true },
        }));
        Assert.That(Server.Messages, Has.Some.EqualTo(
            new Rpc.LogRequest { Severity = Rpc.LogSeverity.Warning, Message = "w", Urn = "urn:pulumi:dev::proj::t:m:Any::r" }));
    }

    [Test]
    public async Task Log_ManyAboutAResourceNotRegisteredYet_StayInOrder()
    {
        var expected = Enumerable.Range(0, 50).Select(number => $"{number}").ToList();

        await RunAsync(() =>
        {
            var resource = new AnyResource<int>("r");
            expected.ForEach(text => Log.Info(text, resource));
        });

        Assert.That(Server.Messages.Select(message => message.Message), Is.EqualTo(expected));
    }

    [Test]
    public async Task Log_AboutResourceThatFailed_ArrivesWithoutUrn()
    {
        Server.OnRegister = request => request.Name == "r" ? throw new RpcException(Status.DefaultCancelled) : EngineServer.Echo(request);
        AnyResource<int>? resource = null;
        await TryAsync(() => resource = new AnyResource<int>("r"));
        var engine = new MessageStore();

        await new EngineLog(engine, new TaskTracker()).SendAsync(Rpc.LogSeverity.Info, "still here", resource);

        Assert.That(engine.Messages, Is.EqualTo(new[] { new Rpc.LogRequest { Severity = Rpc.LogSeverity.Info, Message = "still here" } }));
    }

    [Test]
    public async Task Log_Exception_IsError()
    {
        var (exitCode, _) = await TryAsync(() => Log.Exception(new InvalidTimeZoneException("tz")));

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(Server.Messages.Single().Message, Is.EqualTo("System.InvalidTimeZoneException: tz"));
    }

    [Test]
    public async Task ToString_OfOutput_ExplainsAndWarns()
    {
        var text = "";

        await RunAsync(() => text = $"{Output.Create("x")}");

        Assert.That(text, Does.StartWith("Calling [ToString] on an [Output<T>] is not supported."));
        Assert.That(Server.Messages.Single().Severity, Is.EqualTo(Rpc.LogSeverity.Warning));
    }

    [Test]
    public void Instance_OutsideRun_Throws()
    {
        const string Message = "Trying to acquire Deployment.Instance before 'Run' was called.";
        using var scope = Assert.EnterMultipleScope();
        Assert.That(() => Deployment.Instance, Throws.InvalidOperationException.With.Message.EqualTo(Message));
        Assert.That(() => Log.Info("x"), Throws.InvalidOperationException.With.Message.EqualTo(Message));
        Assert.That(() => new CustomResource("t:m:T", "n", null), Throws.InvalidOperationException.With.Message.EqualTo(Message));
    }

    [Test]
    public async Task Run_WithinRun_IsRefused()
    {
        var (exitCode, failure) = await TryAsync(runner => runner.RunAsync(async () =>
        {
            await Deployment.RunInlineAsync(Server.EnvironmentFor(Settings), _ => Task.FromResult(0));
            return new Dictionary<string, object?>();
        }));

        Assert.That(exitCode, Is.EqualTo(32));
        Assert.That(
            failure!.SourceException.Message, Is.EqualTo("Deployment.Instance should only be set once at the beginning of a 'Run' call."));
    }

    [Test]
    public async Task Runs_InParallelInOneProcess_KeepApart()
    {
        var names = new ConcurrentBag<string>();

        var exitCodes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            var settings = new DeploymentSettings("proj", $"s{number}");
            var (exitCode, _) = await Deployment.RunInlineAsync(Server.EnvironmentFor(settings), runner => runner.RunAsync(async () =>
            {
                await Task.Yield();
                _ = new AnyResource<string>("r", Deployment.Instance.StackName);
                names.Add(Deployment.Instance.StackName);
                return new Dictionary<string, object?>();
            }));
            return exitCode;
        })).WaitAsync(Deadline);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(exitCodes, Is.All.Zero);
        Assert.That(names, Is.Unique.And.Count.EqualTo(8));
        Assert.That(
            Server.Registrations.Where(request => request.Name == "r").Select(request => request.Object.Fields["value"].StringValue),
            Is.EquivalentTo(names));
    }

    [Test]
    public async Task Instance_WithinRun_TellsTheSettings()
    {
        Settings = Settings with { Organization = "org", RootDirectory = "/src", IsDryRun = true };

        await RunAsync(() =>
        {
            var instance = Deployment.Instance;
            Assert.That(
                (instance.ProjectName, instance.StackName, instance.OrganizationName, instance.RootDirectory, instance.IsDryRun),
                Is.EqualTo(("proj", "dev", "org", "/src", true)));
        });
    }

    [Test]
    public async Task RootDirectory_NotTold_Throws()
        => await RunAsync(() => Assert.That(() => Deployment.Instance.RootDirectory, Throws.InvalidOperationException));

    [Test]
    public async Task Features_AskedManyTimes_AreSentOnce()
    {
        await RunAsync(() =>
        {
            for (var number = 0; number < 20; number++)
            {
                _ = new AnyResource<int>($"r{number}");
            }
        });

        Assert.That(Server.FeaturesAsked, Is.Unique);
    }

    [Test]
    public async Task Registrations_ManyAtOnce_AllSucceed()
    {
        const int Count = 500;

        await RunAsync(() =>
        {
            for (var number = 0; number < Count; number++)
            {
                _ = new AnyResource<int>($"r{number}", number);
            }
        });

        Assert.That(Server.Registrations, Has.Count.EqualTo(Count + 1));
    }

    private sealed class MessageStore : IEngine
    {
        public List<Rpc.LogRequest> Messages { get; } = [];

        public Task LogAsync(Rpc.LogRequest request)
        {
            Messages.Add(request);
            return Task.CompletedTask;
        }
    }
}
