using Newtonsoft.Json.Linq;
using Pulumi.Cli.Hosting;

namespace Pulumi.Cli.Tests.Operations;

public sealed class LifeCycleTests
{
    private CloudSandbox _sandbox = null!;

    [SetUp]
    public async Task CreateSandbox() => _sandbox = await CloudSandbox.CreateAsync();

    [TearDown]
    public async Task RemoveSandbox() => await _sandbox.DisposeAsync();

    [Test]
    public async Task Stack_FromPreviewToRemoval_DoesWhatEachCommandSays()
    {
        _sandbox.Declare("""{"groups":["g"],"things":[{"name":"a","size":1,"kind":"x"},{"name":"b","group":"g","after":"a"}],"outputs":{"url":"http://x"}}""");

        var preview = await _sandbox.Cli.SucceedAsync("preview");
        Assert.That(preview, Does.StartWith("Previewing update (dev):\n").And.Contains("    + 4 to create\n").And.Contains("aId: [unknown]").And.Not.Contains("Duration"));
        Assert.That(_sandbox.Cloud, Is.Empty);

        var up = await _sandbox.Cli.SucceedAsync("up", "--yes");
        Assert.That(up, Does.Contain("Previewing update (dev):").And.Contains("Updating (dev):").And.Contains("    + 4 created\n").And.Contains("aId: \"thing-a-x\"").And.Contains("\nDuration: "));
        Assert.That(_sandbox.Cloud.Properties().Select(thing => thing.Name), Is.EquivalentTo(new[] { "thing-a-x", "thing-b-plain" }));

        Assert.That(await _sandbox.UpAsync("--expect-no-changes"), Does.Contain("    4 unchanged\n"));

        _sandbox.Declare("""{"groups":["g"],"things":[{"name":"a","size":2,"kind":"x"}],"outputs":{"url":"http://y"}}""");
        var expected = await _sandbox.Cli.RunAsync("preview", "--expect-no-changes", "--diff");
        Assert.That(expected.ExitCode, Is.EqualTo(ExitCode.ChangesFound));
        Assert.That(expected.Error, Is.EqualTo("error: no changes were expected for preview but changes were proposed\n"));
        Assert.That(expected.Output, Does.Contain("      ~ size: 1 => 2\n").And.Contains("  ~ url: \"http://x\" => \"http://y\"\n").And.Contains("    2 changes. 2 unchanged\n"));

        var changed = await _sandbox.Cli.RunAsync("up", "--yes", "--skip-preview", "--expect-no-changes");
        Assert.That(changed.ExitCode, Is.EqualTo(ExitCode.ChangesFound), changed.Error);
        Assert.That((double?)_sandbox.Cloud["thing-a-x"]!["size"], Is.EqualTo(2), "the change is carried out nevertheless");

        _sandbox.Declare("""{"things":[{"name":"a","size":2,"kind":"y"}]}""");
        Assert.That(await _sandbox.UpAsync(), Does.Contain("forced by kind").And.Contains("    +-1 replaced\n"));
        Assert.That(_sandbox.Cloud.Properties().Select(thing => thing.Name), Is.EqualTo(new[] { "thing-a-y" }));

        var destroyed = await _sandbox.Cli.SucceedAsync("destroy", "--yes");
        Assert.That(destroyed, Does.Contain("Destroying (dev):").And.EndsWith("If you want to remove the stack completely, run `pulumi stack rm dev`.\n"));
        Assert.That(_sandbox.Cloud, Is.Empty);
        await _sandbox.Cli.SucceedAsync("stack", "rm", "--yes", "dev");
    }

    [Test]
    public async Task Refresh_ChangedAndMissingObjects_ShowsAndKeepsWhatIs()
    {
        await _sandbox.DeployAsync("""{"things":[{"name":"a","size":1},{"name":"b"}]}""");
        var cloud = _sandbox.Cloud;
        cloud["thing-a-plain"]!["size"] = 9;
        cloud.Remove("thing-b-plain");
        _sandbox.Cloud = cloud;

        var preview = await _sandbox.Cli.SucceedAsync("refresh", "--yes", "--preview-only", "--diff");
        Assert.That(preview, Does.StartWith("Previewing refresh (dev):\n").And.Contains("~ size: 1 => 9").And.Contains("    ~ 1 to update\n    - 1 to delete\n"));

        var expected = await _sandbox.Cli.RunAsync("refresh", "--yes", "--skip-preview", "--expect-no-changes");
        Assert.That(expected.ExitCode, Is.EqualTo(ExitCode.ChangesFound), expected.Error);

        Assert.That(await _sandbox.UpAsync(), Does.Contain("[diff: ~size]").And.Contains("    + 1 created\n    ~ 1 updated\n"));
        Assert.That((double?)_sandbox.Cloud["thing-a-plain"]!["size"], Is.EqualTo(1), "repaired");
    }

    [Test]
    public async Task Up_Refresh_RepairsInOneGo()
    {
        await _sandbox.DeployAsync("""{"things":[{"name":"a","size":1}]}""");
        var cloud = _sandbox.Cloud;
        cloud["thing-a-plain"]!["size"] = 9;
        _sandbox.Cloud = cloud;

        await _sandbox.UpAsync("--refresh");

        Assert.That((double?)_sandbox.Cloud["thing-a-plain"]!["size"], Is.EqualTo(1));
    }

    [Test]
    public async Task Destroy_OutsideTheProjectWithRemove_LeavesNothing()
    {
        await _sandbox.DeployAsync("""{"things":[{"name":"a"}]}""");

        var output = await _sandbox.Cli.SucceedAsync("destroy", "--yes", "--skip-preview", "--stack", "organization/proj/dev", "--cwd", _sandbox.Cli.Root, "--remove");

        Assert.Multiple(() =>
        {
            Assert.That(_sandbox.Cloud, Is.Empty);
            Assert.That(output, Does.Contain("the stack 'dev' has been removed!"));
        });
        Assert.That(await _sandbox.Cli.SucceedAsync("stack", "ls", "--json"), Is.EqualTo("[]\n"));
    }

    [Test]
    public async Task Target_OneOfTwo_LeavesTheOther()
    {
        await _sandbox.DeployAsync("""{"things":[{"name":"a","size":1},{"name":"b","size":1}]}""");
        _sandbox.Declare("""{"things":[{"name":"a","size":2},{"name":"b","size":2}]}""");

        await _sandbox.UpAsync("--target", CloudSandbox.UrnOf("a"));

        Assert.Multiple(() =>
        {
            Assert.That((double?)_sandbox.Cloud["thing-a-plain"]!["size"], Is.EqualTo(2));
            Assert.That((double?)_sandbox.Cloud["thing-b-plain"]!["size"], Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Replace_UnchangedResource_IsReplaced()
    {
        await _sandbox.DeployAsync("""{"things":[{"name":"a"},{"name":"b"}]}""");

        Assert.That(await _sandbox.UpAsync("--replace", CloudSandbox.UrnOf("a")), Does.Contain("    +-1 replaced\n").And.Contains("forced by --replace"));
    }

    [Test]
    public async Task Protected_Destroy_FailsAndSaysWhatToDo()
    {
        await _sandbox.DeployAsync("""{"things":[{"name":"a","protect":true}]}""");

        var result = await _sandbox.Cli.RunAsync("destroy", "--yes", "--skip-preview");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Output, Does.Contain("because it is protected."));
            Assert.That(_sandbox.Cloud, Has.Count.EqualTo(1));
        });
    }

    [Test]
    public async Task Import_ObjectFromTheCommandLine_IsInTheStateAndProtected()
    {
        _sandbox.Declare("{}");
        _sandbox.Cloud = JObject.Parse("""{"thing-old":{"size":7,"tags":{"team":"blue"}}}""");

        var output = await _sandbox.Cli.SucceedAsync("import", CloudSandbox.Thing, "a", "thing-old", "--yes");

        Assert.That(output, Does.Contain("Previewing import (dev):").And.Contains("pulumi:pulumi:Stack: (created)").And.Contains("= 1 imported").And.Contains("size: 7").And.Contains("Declare them in the program"));
        var state = JObject.Parse(await _sandbox.Cli.SucceedAsync("stack", "export"));
        var imported = state["deployment"]!["resources"]!.Single(resource => (string?)resource["type"] == CloudSandbox.Thing);
        Assert.Multiple(() =>
        {
            Assert.That((string?)imported["id"], Is.EqualTo("thing-old"));
            Assert.That((bool?)imported["protect"], Is.True);
        });
        Assert.That((await _sandbox.Cli.RunAsync("import", CloudSandbox.Thing, "b", "nowhere", "--yes")).ExitCode, Is.EqualTo(ExitCode.General));
    }

    [Test]
    public async Task Import_File_BringsInAllOfThem()
    {
        _sandbox.Declare("{}");
        _sandbox.Cloud = JObject.Parse("""{"thing-1":{"size":1},"thing-2":{"size":2}}""");
        var file = Path.Combine(_sandbox.Cli.Root, "import.json");
        await File.WriteAllTextAsync(file,
            $$"""{"resources":[{"type":"{{CloudSandbox.Thing}}","name":"a","id":"thing-1"},{"type":"{{CloudSandbox.Thing}}","name":"b","id":"thing-2","properties":["size"]}]}""");

        await _sandbox.Cli.SucceedAsync("import", "--yes", "--skip-preview", "--file", file, "--protect=false", "--generate-code=false", "--stack", "dev");

        var resources = JObject.Parse(await _sandbox.Cli.SucceedAsync("stack", "export"))["deployment"]!["resources"]!.Where(resource => (string?)resource["type"] == CloudSandbox.Thing).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(resources.Select(resource => (string?)resource["id"]), Is.EquivalentTo(new[] { "thing-1", "thing-2" }));
            Assert.That(resources.Select(resource => (bool?)resource["protect"] ?? false), Has.All.False);
        });
    }
}
