using System.Text.Json.Nodes;
using Pulumi.Automation.Commands.Exceptions;
using Pulumi.Automation.EndToEnd.Tests.Support;
using Pulumi.TestProgram;

namespace Pulumi.Automation.EndToEnd.Tests;

/// <summary>Stacks, their configuration and their state.</summary>
internal sealed class WorkspaceTests : SandboxTest
{
    private static PulumiFn Empty => PulumiFn.Create(() => { });

    [Test, CancelAfter(Limit)]
    public async Task Stacks_CreateSelectAndList_TellExistingFromMissing(CancellationToken cancellation)
    {
        Sandbox.Declare("{}");
        using var workspace = await LocalWorkspace.CreateAsync(Sandbox.Local("unused"), cancellation);

        await Assert.ThatAsync(() => WorkspaceStack.SelectAsync("one", workspace, cancellation), Throws.TypeOf<StackNotFoundException>());
        await WorkspaceStack.CreateAsync("one", workspace, cancellation);
        await Assert.ThatAsync(() => WorkspaceStack.CreateAsync("one", workspace, cancellation), Throws.TypeOf<StackAlreadyExistsException>());
        await WorkspaceStack.CreateOrSelectAsync("two", workspace, cancellation);
        await WorkspaceStack.CreateOrSelectAsync("organization/proj/one", workspace, cancellation);

        var stacks = await workspace.ListStacksAsync(cancellation);
        var selected = await workspace.GetStackAsync(cancellation);
        var identity = await workspace.WhoAmIAsync(cancellation);
        Assert.Multiple(() =>
        {
            Assert.That(stacks.Select(stack => stack.Name), Is.EquivalentTo(new[] { "one", "two" }));
            Assert.That(selected!.Name, Is.EqualTo("one"));
            Assert.That(selected.IsUpdateInProgress, Is.False);
            Assert.That(identity.User, Is.Not.Empty);
            Assert.That(identity.Url, Does.StartWith("file://"));
            Assert.That(workspace.PulumiVersion, Does.StartWith("3."));
        });
    }

    [Test, CancelAfter(Limit)]
    public async Task Configuration_EveryForm_IsKeptAndReachesTheProgram(CancellationToken cancellation)
    {
        using var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(() => new Dictionary<string, object?>
        {
            ["plain"] = new Config().Require("plain"),
            ["token"] = new Config().RequireSecret("token"),
            ["region"] = new Config("testcloud").Require("region"),
        })), cancellation);

        await stack.SetConfigAsync("plain", new ConfigValue("-- a value = with signs"), cancellation);
        await stack.SetConfigAsync("outer.list[0]", new ConfigValue("7"), path: true, cancellation);
        await stack.SetAllConfigAsync(
            new Dictionary<string, ConfigValue>
            {
                ["token"] = new("hunter2", isSecret: true),
                ["testcloud:region"] = new("north"),
                ["gone"] = new("x"),
                ["goneToo"] = new("y"),
            },
            cancellation);
        await stack.SetAllConfigAsync(new Dictionary<string, ConfigValue> { ["outer.secret"] = new("deep", isSecret: true) }, path: true, cancellation);
        await stack.RemoveConfigAsync("gone", cancellation);
        await stack.RemoveAllConfigAsync(["goneToo", "neverThere"], cancellation);

        var all = await stack.GetAllConfigAsync(cancellation);
        var (token, item) = (await stack.GetConfigAsync("token", cancellation), await stack.GetConfigAsync("outer.list[0]", path: true, cancellation));
        Assert.Multiple(() =>
        {
            Assert.That(all.Keys, Is.EquivalentTo(new[] { "proj:plain", "proj:outer", "proj:token", "testcloud:region" }));
            Assert.That(all["proj:plain"].Value, Is.EqualTo("-- a value = with signs"));
            Assert.That(all["proj:outer"].Value, Is.EqualTo("""{"list":[7],"secret":"deep"}"""));
            Assert.That(all["proj:outer"].IsSecret, Is.True);
            Assert.That((token.Value, token.IsSecret), Is.EqualTo(("hunter2", true)));
            Assert.That((item.Value, item.IsSecret), Is.EqualTo(("7", false)));
        });

        await Assert.ThatAsync(() => stack.GetConfigAsync("gone", cancellation), Throws.TypeOf<CommandException>().With.Message.Contains("'gone' not found"));
        var file = await File.ReadAllTextAsync(Path.Combine(stack.Workspace.WorkDir, "Pulumi.dev.yaml"), cancellation);
        var settings = await stack.Workspace.GetStackSettingsAsync("dev", cancellation);
        var up = await stack.UpAsync(cancellationToken: cancellation);
        Assert.Multiple(() =>
        {
            Assert.That(file, Does.Not.Contain("hunter2").And.Not.Contain("deep"));
            Assert.That(settings!.Config!["proj:token"].IsSecure, Is.True);
            Assert.That(settings.EncryptionSalt, Does.StartWith("v1:"));
            Assert.That(up.Outputs.ToDictionary(output => output.Key, output => output.Value.Value), Is.EqualTo(new Dictionary<string, object>
            {
                ["plain"] = "-- a value = with signs",
                ["token"] = "hunter2",
                ["region"] = "north",
            }));
            Assert.That(up.Outputs["token"].IsSecret, Is.True);
            Assert.That(up.Summary.Config["proj:token"].Value, Is.EqualTo("hunter2"));
        });

        await stack.SetConfigAsync("plain", new ConfigValue("changed since"), cancellation);
        var refreshed = await stack.RefreshConfigAsync(cancellation);
        Assert.That(refreshed["proj:plain"].Value, Is.EqualTo("-- a value = with signs"));
        Assert.That((refreshed["proj:token"].Value, refreshed["proj:token"].IsSecret), Is.EqualTo(("hunter2", true)));
    }

    [Test, CancelAfter(Limit)]
    public async Task State_ExportedAndImported_IsTheSameAgain(CancellationToken cancellation)
    {
        using var stack = await LocalWorkspace.CreateStackAsync(Sandbox.Inline("dev", PulumiFn.Create(() =>
        {
            _ = new Thing("a", new ThingArgs { Password = Output.CreateSecret("hunter2") });
        })), cancellation);
        var empty = await stack.ExportStackAsync(cancellation);
        await stack.UpAsync(cancellationToken: cancellation);
        var full = await stack.ExportStackAsync(cancellation);

        await stack.ImportStackAsync(WithoutResources(full), cancellation);
        var whenForgotten = await stack.PreviewAsync(cancellationToken: cancellation);
        await stack.ImportStackAsync(full, cancellation);
        var whenRestored = await stack.PreviewAsync(new PreviewOptions { ExpectNoChanges = true }, cancellation);

        Assert.Multiple(() =>
        {
            Assert.That(empty.Version, Is.EqualTo(3));
            Assert.That(full.Json.GetRawText(), Does.Contain("hunter2"));
            Assert.That(whenForgotten.ChangeSummary[OperationType.Create], Is.EqualTo(2));
            Assert.That(whenRestored.ChangeSummary[OperationType.Same], Is.EqualTo(2));
        });
    }

    [Test, CancelAfter(Limit)]
    public async Task SecretsProvider_ThatTheCommandLacks_IsRefusedWithASentence(CancellationToken cancellation)
    {
        var args = Sandbox.Inline("dev", Empty);
        args.SecretsProvider = "awskms://alias/key";

        await Assert.ThatAsync(
            () => LocalWorkspace.CreateStackAsync(args, cancellation),
            Throws.TypeOf<CommandException>().With.Message.Contains("awskms"));
    }

    private static StackDeployment WithoutResources(StackDeployment state)
    {
        var document = JsonNode.Parse(state.Json.GetRawText())!;
        document["deployment"]!["resources"] = new JsonArray();
        return StackDeployment.FromJsonString(document.ToJsonString());
    }
}
