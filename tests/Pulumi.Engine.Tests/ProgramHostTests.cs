using CloudUpdate.Protocol.Rpc;
using Google.Protobuf.WellKnownTypes;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.Config;
using Pulumi.Engine.Deployment;
using Pulumi.Engine.Events;
using Pulumi.Engine.Programs;
using Pulumi.Engine.Tests.Framework;
using Pulumi.Engine.Tests.Processes;

namespace Pulumi.Engine.Tests;

/// <summary>Checklist group I: programs and providers as processes.</summary>
internal sealed class ProgramHostTests : EngineFixture
{
    [TestCase(false)]
    [TestCase(true)]
    public async Task Engine_I71_Program_GetsTheDocumentedEnvironment(bool native)
    {
        var project = new ProcessProject(Engine, native ? $"binary: {TestProcess.ExecutablePath}" : string.Empty);
        var file = Path.Combine(Engine.Folder, "environment.json");
        project.Variables = project.Variables.SetItem(ProgramProcess.Behaviour, ProgramProcess.WriteEnvironment + file);
        Engine.Configuration = EngineTest.Config(("proj:port", "8080"), ("proj:key", "s3cret")) with { SecretKeys = [new ConfigKey("proj", "key")] };

        var run = await RunAsync(project);

        Assert.That(run.Succeeded, Is.True, run.ToString());
        var environment = JObject.Parse(await File.ReadAllTextAsync(file));
        string? Variable(string name) => (string?)environment[name];
        Assert.That(Variable("PULUMI_MONITOR"), Does.Match(@"^127\.0\.0\.1:\d+$"));
        Assert.That(Variable("PULUMI_ENGINE"), Does.Match(@"^127\.0\.0\.1:\d+$"));
        Assert.That(
            (Variable("PULUMI_PROJECT"), Variable("PULUMI_STACK"), Variable("PULUMI_ORGANIZATION"), Variable("PULUMI_DRY_RUN"), Variable("PULUMI_QUERY_MODE"), Variable("PULUMI_PARALLEL")),
            Is.EqualTo(("proj", "dev", "organization", "false", "false", "7")));
        Assert.That((Variable("PULUMI_ROOT_DIRECTORY"), Variable("PULUMI_PWD"), Variable("directory")), Is.EqualTo((Engine.Folder, Engine.Folder, Engine.Folder)));
        Assert.That(JToken.DeepEquals(JToken.Parse(Variable("PULUMI_CONFIG")!), new JObject { ["proj:port"] = "8080", ["proj:key"] = "s3cret" }), Is.True);
        Assert.That(Variable("PULUMI_CONFIG_SECRET_KEYS"), Is.EqualTo("[\"proj:key\"]"));
        Assert.That(Directory.GetFiles(project.Objects).Select(Path.GetFileName), Is.EquivalentTo(new[] { "a-1", "b-1" }));
    }

    [Test]
    [NonParallelizable] // A process that starts while a script is being written keeps it busy.
    [Platform(Exclude = "Win", Reason = "the executor is a shell script")]
    public async Task Engine_I71_WithoutBinary_ProjectIsBuiltOnceAndRun()
    {
        var calls = Path.Combine(Engine.Folder, "calls");
        var executor = Path.Combine(Engine.Folder, "executor");
        await File.WriteAllTextAsync(executor, $"#!/bin/sh\necho \"$@\" >> {calls}\n[ \"$1\" = build ] && exit 0\nexec dotnet {TestProcess.AssemblyPath}\n");
        ExecutableFile.Mark(executor);
        var project = new ProcessProject(Engine, $"use-executor: {executor}");
        var program = new DotnetProgram(project.Environment, project.Project);

        await RunAsync(project, preview: true, program: program);
        var run = await RunAsync(project, program: program);

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(await File.ReadAllLinesAsync(calls), Is.EqualTo(new[]
        {
            $"build -nologo {Engine.Folder}", $"run --no-build --project {Engine.Folder}", $"run --no-build --project {Engine.Folder}",
        }));
    }

    [Test]
    [NonParallelizable] // A process that starts while a script is being written keeps it busy.
    [Platform(Exclude = "Win", Reason = "the executor is a shell script")]
    public async Task Engine_I71_FailedBuild_FailsTheOperation()
    {
        var executor = Path.Combine(Engine.Folder, "executor");
        await File.WriteAllTextAsync(executor, "#!/bin/sh\necho 'error CS1002: ; expected'\nexit 1\n");
        ExecutableFile.Mark(executor);

        var run = await RunAsync(new ProcessProject(Engine, $"use-executor: {executor}"));

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Messages(DiagnosticSeverity.Info), Does.Contain("error CS1002: ; expected"));
        Assert.That(run.Errors, Is.EqualTo(new[] { $"'dotnet build -nologo {Engine.Folder}' completed with exit code 1", "update failed" }));
    }

    [Test]
    public async Task Engine_I72_ReportedException_IsToldOnceAndDeletesNothing()
    {
        var project = new ProcessProject(Engine);
        await RunAsync(project);
        File.Delete(Path.Combine(project.Objects, "stalled"));
        project.Variables = project.Variables.SetItem(ProgramProcess.Behaviour, ProgramProcess.Reported);

        var run = await RunAsync(project);

        Assert.That(run.Succeeded, Is.False);
        Assert.That(run.Errors, Is.EqualTo(new[] { "it exploded", "update failed" }));
        Assert.That(Directory.GetFiles(project.Objects).Select(Path.GetFileName), Is.EquivalentTo(new[] { "a-1", "b-1" }));
    }

    [Test]
    public async Task Engine_I73_ExitCode_IsReported()
    {
        var project = new ProcessProject(Engine);
        project.Variables = project.Variables.SetItem(ProgramProcess.Behaviour, ProgramProcess.Exit + "7");

        var run = await RunAsync(project);

        Assert.That(run.Errors, Is.EqualTo(new[] { "an unhandled error occurred: Program exited with non-zero exit code: 7", "update failed" }));
    }

    [Test]
    public async Task Engine_I74_ProgramWithoutSignal_StillCompletes()
    {
        await Engine.UpAsync(new TestResource("old"));

        var run = await Engine.UpAsync(new TestProgram(new TestResource("a")) { SignalsShutdown = false });

        Assert.That(run.Steps, Is.EqualTo(new[] { "create a", "delete old" }), run.ToString());
        Assert.That(run.Succeeded, Is.True);
    }

    [Test]
    public async Task Engine_I74_Signal_IsAnsweredAfterTheDeletes()
    {
        await Engine.UpAsync(new TestResource("old"));
        var deletesSeen = -1;
        var secondSignal = string.Empty;
        var program = new TestProgram
        {
            SignalsShutdown = false,
            Then = async monitor =>
            {
                await monitor.SignalAndWaitForShutdownAsync(new Empty());
                deletesSeen = Fake.CallsOf("Delete").Count();
                try
                {
                    await monitor.SignalAndWaitForShutdownAsync(new Empty());
                }
                catch (Grpc.Core.RpcException exception)
                {
                    secondSignal = exception.Status.Detail;
                }

                return ProgramResult.Success;
            },
        };

        var run = await Engine.UpAsync(program);

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(deletesSeen, Is.EqualTo(1));
        Assert.That(secondSignal, Does.Contain("already"));
    }

    [Test]
    public async Task Engine_I74_FailureAfterTheSignal_FailsTheRun()
    {
        var program = new TestProgram
        {
            SignalsShutdown = false,
            Then = async monitor =>
            {
                await monitor.SignalAndWaitForShutdownAsync(new Empty());
                return ProgramResult.Failure("late");
            },
        };

        Assert.That((await Engine.UpAsync(program)).Errors, Is.EqualTo(new[] { "late", "update failed" }));
    }

    [Test]
    public async Task Engine_I75_Features_AreThoseThatTheEngineHas()
    {
        var supported = new List<string>();
        DeploymentInfo? info = null;
        var program = new TestProgram
        {
            Then = async monitor =>
            {
                foreach (var id in new[]
                {
                    "secrets", "resourceReferences", "outputValues", "aliasSpecs", "replacementTrigger", "deletedWith", "replaceWith", "transforms", "invokeTransforms",
                    "parameterization", "resourceHooks", "errorHooks", "sendsOptionsToHooks", "somethingNew",
                })
                {
                    if ((await monitor.SupportsFeatureAsync(new SupportsFeatureRequest { Id = id })).HasSupport)
                    {
                        supported.Add(id);
                    }
                }

                info = await monitor.GetDeploymentInfoAsync(new Empty());
                return ProgramResult.Success;
            },
        };

        await Engine.UpAsync(program);

        Assert.That(supported, Is.EqualTo(new[] { "secrets", "resourceReferences", "aliasSpecs", "deletedWith" }));
        Assert.That(info!.SupportedFeatures, Has.Count.EqualTo(4));
        Assert.That((info.Project, info.Stack, info.Organization, info.DryRun), Is.EqualTo(("proj", "dev", "organization", false)));
    }

    [Test]
    public async Task Engine_I75_Invokes_ReachTheProviderAndCallsAreRefused()
    {
        ResourceInvokeResponse? answer = null;
        var refusal = string.Empty;
        Fake.OnInvoke = request => new InvokeResponse
        {
            Return = EngineTest.Bag(("x", request.Args.Fields["x"].NumberValue + 1)),
            Failures = { new CheckFailure { Property = "y", Reason = "odd" } },
        };
        var program = new TestProgram
        {
            Then = async monitor =>
            {
                answer = await monitor.InvokeAsync(new ResourceInvokeRequest { Tok = "fake:index:increment", Args = EngineTest.Bag(("x", 1), ("unknown", CloudUpdate.Protocol.Values.PropertyValue.Unknown)) });
                try
                {
                    await monitor.CallAsync(new ResourceCallRequest { Tok = "fake:index:Thing/method" });
                }
                catch (Grpc.Core.RpcException exception)
                {
                    refusal = exception.Status.Detail;
                }

                return ProgramResult.Success;
            },
        };

        await Engine.PreviewAsync(program);

        Assert.That(answer!.Return.Fields["x"].NumberValue, Is.EqualTo(2));
        Assert.That(answer.Failures.Single().Reason, Is.EqualTo("odd"));
        var sent = Fake.Requests<InvokeRequest>("fake:index:increment").Single();
        Assert.That(sent.Preview, Is.True);
        Assert.That(sent.Args.Fields.Keys, Is.EqualTo(new[] { "x" }));
        Assert.That(refusal, Does.Contain("not available in this engine"));
    }

    [Test]
    public async Task Engine_I75_InvokeThatDependsOnAnUnresolvedResource_IsUnknown()
    {
        ResourceInvokeResponse? answer = null;
        var program = new TestProgram(new TestResource("a"))
        {
            Then = async monitor =>
            {
                answer = await monitor.InvokeAsync(new ResourceInvokeRequest { Tok = "fake:index:f", Args = new Struct(), DependsOn = { EngineTest.UrnOf("a") } });
                return ProgramResult.Success;
            },
        };

        await Engine.PreviewAsync(program);
        var preview = answer!.Unknown;
        await Engine.UpAsync(program);

        Assert.That((preview, answer.Unknown), Is.EqualTo((true, false)));
    }

    [Test]
    public async Task Engine_I76_Output_OfTheProgramIsShownAndOfTheProviderNot()
    {
        var project = new ProcessProject(Engine);
        project.Variables = project.Variables.SetItem(ProgramProcess.Behaviour, ProgramProcess.Print);

        var run = await RunAsync(project);

        Assert.That(run.Succeeded, Is.True, run.ToString());
        Assert.That(run.Messages(DiagnosticSeverity.Info), Is.EqualTo(new[] { "said on standard output" }));
        Assert.That(run.Messages(DiagnosticSeverity.InfoError), Is.EqualTo(new[] { "said on standard error" }));
    }

    [Test]
    public void Engine_I77_MissingConfiguration_StopsBeforeTheProgram()
    {
        Assert.That(() => Resolve("a: {type: string}"), Throws.TypeOf<EngineException>().With.Message.EqualTo("Stack 'dev' is missing configuration value 'a'"));
        Assert.That(() => Resolve("{a: {type: string}, b: {type: string}, c: {type: integer}}"), Throws.TypeOf<EngineException>().With.Message.EqualTo("Stack 'dev' is missing configuration values 'a', 'b' and 'c'"));
        Assert.That(() => Resolve("a: {type: integer}", "proj:a: x"), Throws.TypeOf<EngineException>().With.Message.EqualTo("Stack 'dev' with configuration key 'a' must be of type 'integer'"));
        Assert.That(() => Resolve("a: {type: array, items: {type: string}}", "proj:a: [1]"), Throws.TypeOf<EngineException>().With.Message.EqualTo("Stack 'dev' with configuration key 'a' must be of type 'array<string>'"));
        Assert.That(() => Resolve("a: {type: string, secret: true}", "proj:a: x"), Throws.TypeOf<EngineException>().With.Message.EqualTo("Stack 'dev' with configuration key 'a' must be encrypted as it's secret"));
    }

    [Test]
    public void Engine_I77_TypedDefaults_ReachTheProgramAsTexts()
    {
        var configuration = Resolve("{a: {type: integer, default: 8080}, b: true, c: {type: array, items: {type: integer}, default: [1, 2]}, d: {type: object, value: {x: y}}, 'fake:region': {value: r1}}", "proj:b: false");

        Assert.That(configuration.Values.ToDictionary(entry => entry.Key.ToString(), entry => entry.Value), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["proj:a"] = "8080",
            ["proj:b"] = "false",
            ["proj:c"] = "[1,2]",
            ["proj:d"] = "{\"x\":\"y\"}",
            ["fake:region"] = "r1",
        }));
    }

    private StackConfiguration Resolve(string declarations, string values = "")
    {
        var projectPath = Path.Combine(Engine.Folder, "Pulumi.yaml");
        File.WriteAllText(projectPath, $"name: proj\nruntime: dotnet\nconfig:\n  {declarations}\n");
        var stackPath = Path.Combine(Engine.Folder, "Pulumi.dev.yaml");
        File.WriteAllText(stackPath, values.Length == 0 ? string.Empty : $"config:\n  {values}\n");
        return StackConfiguration.Resolve(ProjectFile.Load(projectPath), "dev", StackConfigFile.Load(stackPath, "proj"), EngineTest.Secrets);
    }

    private async Task<TestRun> RunAsync(ProcessProject project, bool preview = false, IProgram? program = null)
    {
        var sink = new EventRecorder();
        var options = new UpdateOptions
        {
            Project = project.Project,
            Stack = Engine.Stack,
            Backend = Engine.Backend,
            Configuration = Engine.Configuration,
            Secrets = EngineTest.Secrets,
            Passphrase = EngineTest.Passphrase,
            Program = program ?? new DotnetProgram(project.Environment, project.Project),
            Parallel = 7,
        };
        var result = await new DeploymentRunner(project.Environment).RunAsync(Backend.UpdateKind.Update, preview, options, sink).WaitAsync(EngineTest.Patience);
        return new TestRun(result, sink.Events);
    }
}
