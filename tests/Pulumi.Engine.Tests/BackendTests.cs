using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using CloudUpdate.Protocol.Values;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.Backend;
using Pulumi.Engine.Events;
using Pulumi.Engine.State;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests;

/// <summary>Checklist group E: files, locks and history.</summary>
internal sealed class BackendTests : EngineFixture
{
    private static readonly TestResource A = new TestResource("a").With("size", 1);

    [Test]
    public async Task Engine_E41_Layout_IsThatOfTheCommandLine()
    {
        await Engine.UpAsync(A);
        var first = await File.ReadAllTextAsync(Engine.StatePath);

        await Engine.UpAsync(new TestProgram(A), options => options with { Message = "second" });

        var files = Directory.EnumerateFiles(Engine.Folder, "*", SearchOption.AllDirectories)
            .Select(path => System.Text.RegularExpressions.Regex.Replace(Path.GetRelativePath(Engine.Folder, path), "[0-9]{15,}", "N")).Order(StringComparer.Ordinal);
        Assert.That(files, Is.EqualTo(new[]
        {
            ".pulumi/backups/proj/dev/dev.N.json", ".pulumi/backups/proj/dev/dev.N.json",
            ".pulumi/history/proj/dev/dev-N.checkpoint.json", ".pulumi/history/proj/dev/dev-N.checkpoint.json",
            ".pulumi/history/proj/dev/dev-N.history.json", ".pulumi/history/proj/dev/dev-N.history.json",
            ".pulumi/meta.yaml", ".pulumi/stacks/proj/dev.json", ".pulumi/stacks/proj/dev.json.bak",
        }));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(Engine.Folder, ".pulumi", "meta.yaml")), Is.EqualTo("version: 1\n"));
        Assert.That(await File.ReadAllTextAsync(Engine.StatePath + ".bak"), Is.EqualTo(first));
        var history = Engine.Backend.History(Engine.Stack);
        Assert.That(history.Select(entry => (entry.Version, entry.Kind, entry.Succeeded, entry.Message)), Is.EqualTo(new[]
        {
            (2, UpdateKind.Update, true, "second"), (1, UpdateKind.Update, true, string.Empty),
        }));
        Assert.That(history[0].ResourceChanges[StepOperation.Same], Is.EqualTo(2));
    }

    [Test]
    public async Task Engine_E41_HistoryFile_HasTheKeysOfTheCommandLine()
    {
        Fake.OnCreate = _ => throw FakeProvider.Error(Grpc.Core.StatusCode.Aborted, "no");
        await Engine.UpAsync(A);

        var file = Directory.EnumerateFiles(Path.Combine(Engine.Folder, ".pulumi", "history"), "*.history.json", SearchOption.AllDirectories).Single();
        var json = JsonText.ParseObject(await File.ReadAllTextAsync(file), "history");
        Assert.That(json.Properties().Select(member => member.Name), Is.EqualTo(new[]
        {
            "kind", "startTime", "message", "environment", "config", "version", "result", "endTime", "resourceChanges",
        }));
        Assert.That((string?)json["kind"], Is.EqualTo("update"));
        Assert.That((string?)json["result"], Is.EqualTo("failed"));
        Assert.That((long)json["startTime"]!, Is.GreaterThan(1_700_000_000));
    }

    [Test]
    public async Task Engine_E42_ConcurrentOperation_IsRefusedWithTheLocks()
    {
        var release = new TaskCompletionSource();
        var started = new TaskCompletionSource();
        Fake.OnCreate = async _ =>
        {
            started.TrySetResult();
            await release.Task.WaitAsync(EngineTest.Patience);
            return null;
        };
        var first = Engine.UpAsync(A);
        await started.Task.WaitAsync(EngineTest.Patience);

        var refused = Assert.ThrowsAsync<EngineException>(() => Engine.UpAsync(A));
        var locks = Directory.GetFiles(Path.Combine(Engine.Folder, ".pulumi", "locks", "organization", "proj", "dev"));
        release.SetResult();

        Assert.That((await first).Succeeded, Is.True);
        Assert.That(refused!.Kind, Is.EqualTo(EngineErrorKind.StackLocked));
        Assert.That(refused.Message, Does.StartWith(
            "the stack is currently locked by 1 lock(s). Either wait for the other process(es) to end or delete the lock file with `pulumi cancel`.\n  file://"));
        Assert.That(locks, Has.Length.EqualTo(1));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(locks[0])!), Is.Empty);
    }

    [Test]
    public async Task Engine_E42_Lock_IsGivenBackAfterFailureAndCleared()
    {
        Fake.OnCreate = _ => throw FakeProvider.Error(Grpc.Core.StatusCode.Aborted, "no");
        await Engine.UpAsync(A);
        _ = Engine.Backend.Lock(Engine.Stack);

        Assert.That(Engine.Backend.Cancel(Engine.Stack), Is.EqualTo(1));
        Assert.That(Engine.Backend.Cancel(Engine.Stack), Is.EqualTo(0));
        Engine.Backend.Lock(Engine.Stack).Dispose();
    }

    [Test]
    public void Engine_E43_LeftOverLock_NamesItsOwner()
    {
        _ = Engine.Backend.Lock(Engine.Stack);

        Assert.That(
            () => Engine.Backend.Lock(Engine.Stack),
            Throws.TypeOf<EngineException>().With.Message.Matches(@": created by ada@analytical \(pid 4711\) at 20\d\d-\d\d-\d\dT"));
        Assert.That(Engine.Backend.ListStacks().Single().IsLocked, Is.True);
    }

    [Test]
    public async Task Engine_E44_RemoveStack_RefusesWithResources()
    {
        await Engine.UpAsync(A);

        Assert.That(
            () => Engine.Backend.RemoveStack(Engine.Stack, force: false),
            Throws.TypeOf<EngineException>().With.Message.StartsWith("'dev' still has resources; removal rejected. Possible actions:\n- "));
        Engine.Backend.RemoveStack(Engine.Stack, force: true);

        Assert.That(Engine.Backend.Exists(Engine.Stack), Is.False);
        Assert.That(File.Exists(Engine.StatePath + ".bak"), Is.True);
        Assert.That(Directory.Exists(Path.Combine(Engine.Folder, ".pulumi", "history", "proj", "dev")), Is.False);
        Assert.That(Engine.Backend.ListStacks(), Is.Empty);
    }

    [Test]
    public async Task Engine_E44_RemoveStack_TakesALoneRootStack()
    {
        await Engine.UpAsync();

        Engine.Backend.RemoveStack(Engine.Stack, force: false);

        Assert.That(Engine.Backend.Exists(Engine.Stack), Is.False);
    }

    [Test]
    public async Task Engine_E41_ListStacks_TellsCountAndTime()
    {
        Engine.Backend.CreateStack(new StackReference("other", "prod"));
        await Engine.UpAsync(A);

        var all = Engine.Backend.ListStacks();
        Assert.That(all.Select(stack => stack.Stack.FullName), Is.EqualTo(new[] { "organization/other/prod", "organization/proj/dev" }));
        Assert.That(all[0], Is.EqualTo(new StackSummary(all[0].Stack, null, null, false)));
        Assert.That(all[1].ResourceCount, Is.EqualTo(3));
        Assert.That(all[1].LastUpdate, Is.Not.Null);
        Assert.That(Engine.Backend.ListStacks("proj"), Has.Count.EqualTo(1));
    }

    [Test]
    public void Engine_E41_CommandsThatOpenANewFolderTogether_AllFindTheLayout()
    {
        var folder = Path.Combine(Engine.Folder, "shared");
        for (var round = 0; round < 20; round++)
        {
            Directory.CreateDirectory(folder);

            Parallel.For(0, 16, _ => FileBackend.Open($"file://{folder}", Engine.Environment));

            Assert.That(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path)), Is.EqualTo(new[] { ".pulumi/meta.yaml" }));
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void Engine_E41_CommandsThatCreateOneStackTogether_LeaveOneWinner()
    {
        for (var round = 0; round < 200; round++)
        {
            var stack = new StackReference("contended", $"round-{round}");
            var winners = 0;

            Parallel.For(0, 16, _ =>
            {
                try
                {
                    Engine.Backend.CreateStack(stack);
                    Interlocked.Increment(ref winners);
                }
                catch (EngineException exception) when (exception.Kind == EngineErrorKind.StackAlreadyExists)
                {
                }
            });

            Assert.That(winners, Is.EqualTo(1));
        }

        Assert.That(Engine.Backend.ListStacks("contended"), Has.Count.EqualTo(200));
        Assert.That(Directory.EnumerateFiles(Engine.Folder, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith(".json", StringComparison.Ordinal)).Select(Path.GetFileName), Is.EqualTo(new[] { "meta.yaml" }));
    }

    [Test]
    public void Engine_E41_StackErrors_HaveTheirTexts()
    {
        Assert.That(() => Engine.Backend.CreateStack(Engine.Stack), Throws.TypeOf<EngineException>().With.Message.EqualTo("stack 'organization/proj/dev' already exists"));
        Assert.That(() => Engine.Backend.History(new StackReference("proj", "none")), Is.Empty);
        Assert.That(
            () => Engine.Backend.Load(new StackReference("proj", "none"), EngineTest.Passphrase),
            Throws.TypeOf<EngineException>().With.Message.EqualTo("no stack named 'none' found").And.Property("Kind").EqualTo(EngineErrorKind.StackNotFound));
    }

    [TestCase("dev", "organization/p/dev")]
    [TestCase("organization/dev", "organization/p/dev")]
    [TestCase("organization/q/dev", "organization/q/dev")]
    public void Engine_E41_StackReference_IsRead(string text, string full) =>
        Assert.That(StackReference.Parse(text, "p").FullName, Is.EqualTo(full));

    [TestCase("acme/dev", "organization name must be 'organization'")]
    [TestCase("a b", "a stack name may only contain")]
    [TestCase("organization/p/q/r", "is not a stack name")]
    public void Engine_E41_StackReference_IsRefused(string text, string message) =>
        Assert.That(() => StackReference.Parse(text, "p"), Throws.TypeOf<EngineException>().With.Message.Contains(message));

    [Test]
    public async Task Engine_E41_ExportAndImport_CarryAStackOver()
    {
        await Engine.UpAsync(new TestResource("a").With("password", TestProgram.Secret("hunter2")));
        var sealedDocument = Engine.Backend.Export(Engine.Stack);
        var plainDocument = Engine.Backend.Export(Engine.Stack, EngineTest.Passphrase);
        File.WriteAllText(Engine.StatePath, "{\"version\":3,\"checkpoint\":{\"stack\":\"organization/proj/dev\"}}");

        Engine.Backend.Import(Engine.Stack, plainDocument, EngineTest.Secrets, EngineTest.Passphrase);

        Assert.That((int?)sealedDocument["version"], Is.EqualTo(3));
        Assert.That(sealedDocument.ToString(), Does.Contain("ciphertext").And.Not.Contain("hunter2"));
        Assert.That((string?)plainDocument.SelectToken("$.deployment.resources[2].inputs.password.plaintext"), Is.EqualTo("\"hunter2\""));
        Assert.That(Engine.Entry("a").Inputs["password"], Is.EqualTo(PropertyValue.Secret(PropertyValue.Of("hunter2"))));
        Assert.That(await File.ReadAllTextAsync(Engine.StatePath), Does.Not.Contain("hunter2"));
        Assert.That(Engine.Backend.History(Engine.Stack)[0].Kind, Is.EqualTo(UpdateKind.StackImport));
    }

    [Test]
    public async Task Engine_E41_ImportOfAnotherStack_NeedsForce()
    {
        await Engine.UpAsync(A);
        var document = Engine.Backend.Export(Engine.Stack);
        var other = new StackReference("proj", "prod");
        Engine.Backend.CreateStack(other);

        Assert.That(
            () => Engine.Backend.Import(other, document, EngineTest.Secrets, EngineTest.Passphrase),
            Throws.TypeOf<EngineException>().With.Message.Contains("belongs to another stack"));
        Engine.Backend.Import(other, document, EngineTest.Secrets, EngineTest.Passphrase, force: true);

        Assert.That(Engine.Backend.Load(other, EngineTest.Passphrase).Resources, Has.Length.EqualTo(3));
    }

    [TestCase("s3://bucket", "keeps stacks in folders only")]
    [TestCase("https://api.pulumi.com", "keeps stacks in folders only")]
    [TestCase("file:///does/not/exist", "does not exist")]
    public void Engine_E41_OtherBackends_AreRefused(string url, string message) =>
        Assert.That(() => FileBackend.Open(url, Engine.Environment), Throws.TypeOf<EngineException>().With.Message.Contains(message));

    [Test]
    public void Engine_E41_LayoutWithoutProjects_IsRefused()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Engine.Folder, "legacy")).FullName;
        Directory.CreateDirectory(Path.Combine(folder, ".pulumi", "stacks"));
        File.WriteAllText(Path.Combine(folder, ".pulumi", "stacks", "dev.json"), "{}");

        Assert.That(() => FileBackend.Open($"file://{folder}", Engine.Environment), Throws.TypeOf<EngineException>().With.Message.Contains("pulumi state upgrade"));
    }

    [Test]
    public void Engine_E41_BackendChoice_GoesByVariableProjectAndLogin()
    {
        var environment = Engine.Environment with { Variables = ImmutableDictionary<string, string>.Empty.Add("PULUMI_HOME", Path.Combine(Engine.Folder, "home")) };
        var project = Config.ProjectFile.Synthetic("p", Engine.Folder);

        Assert.That(() => Credentials.CurrentUrl(environment, project), Throws.TypeOf<EngineException>());
        Credentials.SetUrl(environment, "file:///logged-in");
        Assert.That(Credentials.CurrentUrl(environment, project), Is.EqualTo("file:///logged-in"));
        Assert.That(Credentials.CurrentUrl(environment, project with { BackendUrl = "file:///project" }), Is.EqualTo("file:///project"));
        var chosen = environment with { Variables = environment.Variables.Add("PULUMI_BACKEND_URL", "file:///variable") };
        Assert.That(Credentials.CurrentUrl(chosen, project with { BackendUrl = "file:///project" }), Is.EqualTo("file:///variable"));
    }

    [Test]
    public void Engine_E41_StackSelection_IsRememberedPerProjectAndBackend()
    {
        var environment = Engine.Environment with { Variables = ImmutableDictionary<string, string>.Empty.Add("PULUMI_HOME", Path.Combine(Engine.Folder, "home")) };
        var project = Config.ProjectFile.Synthetic("p", Engine.Folder) with { Path = Path.Combine(Engine.Folder, "Pulumi.yaml") };

        Assert.That(StackSelection.Get(environment, project, "file:///x"), Is.Null);
        StackSelection.Set(environment, project, "file:///x", Engine.Stack);
        Assert.That(StackSelection.Get(environment, project, "file:///x"), Is.EqualTo("organization/proj/dev"));
        Assert.That(StackSelection.Get(environment, project, "file:///y"), Is.Null);
        Assert.That(StackSelection.Get(environment with { Variables = environment.Variables.Add("PULUMI_STACK", "prod") }, project, "file:///x"), Is.EqualTo("prod"));
    }

    [Test]
    public async Task Engine_E41_StackReference_ReadsAnotherStacksOutputs()
    {
        var other = new StackReference("proj", "prod");
        Engine.Backend.CreateStack(other);
        await Engine.UpAsync(
            new TestProgram { StackOutputs = ImmutableDictionary<string, object?>.Empty.Add("url", "http://x").Add("key", TestProgram.Secret("k")) }, options => options with { Stack = other });
        var program = new TestProgram(new TestResource("prod", "pulumi:pulumi:StackReference") { ReadId = "organization/proj/prod" }.With("name", "organization/proj/prod"));

        var run = await Engine.UpAsync(program);
        var missing = await Engine.UpAsync(new TestResource("none", "pulumi:pulumi:StackReference") { ReadId = "none" });

        Assert.That(run.Succeeded, Is.True, run.ToString());
        var outputs = ((MapValue)program.Answers["prod"].Outputs["outputs"]).Map;
        Assert.That(outputs["url"], Is.EqualTo(PropertyValue.Of("http://x")));
        Assert.That(outputs["key"], Is.EqualTo(PropertyValue.Secret(PropertyValue.Of("k"))));
        Assert.That(program.Answers["prod"].Outputs["secretOutputNames"], Is.EqualTo(PropertyValue.Of(new[] { "key" })));
        Assert.That(missing.Errors[0], Is.EqualTo("unknown stack 'none'"));
    }

    [Test]
    public async Task Engine_E41_GetResource_ReadsARegisteredResource()
    {
        ResourceInvokeResponse? answer = null;
        var program = new TestProgram(A)
        {
            Then = async monitor =>
            {
                answer = await monitor.InvokeAsync(new ResourceInvokeRequest { Tok = "pulumi:pulumi:getResource", Args = EngineTest.Bag(("urn", EngineTest.UrnOf("a"))) });
                return Programs.ProgramResult.Success;
            },
        };

        await Engine.UpAsync(program);

        var result = JObject.Parse(answer!.Return.ToString());
        Assert.That((string?)result["id"], Is.EqualTo("id-1"));
        Assert.That((double?)result["state"]!["size"], Is.EqualTo(1));
    }
}
