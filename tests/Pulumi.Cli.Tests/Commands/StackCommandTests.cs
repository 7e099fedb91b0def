using Newtonsoft.Json.Linq;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Tests.Support;

namespace Pulumi.Cli.Tests.Commands;

public sealed class StackCommandTests
{
    private readonly CliSandbox _sandbox = new();

    [TearDown]
    public void RemoveSandbox() => _sandbox.Dispose();

    [Test]
    public async Task Init_NewStack_IsCreatedSelectedAndGetsASalt()
    {
        var output = await _sandbox.SucceedAsync("stack", "init", "dev");

        Assert.Multiple(() =>
        {
            Assert.That(output, Is.EqualTo("Created stack 'dev'\n"));
            Assert.That(File.ReadAllText(_sandbox.StackFile("dev")), Does.StartWith("encryptionsalt: v1:"));
            Assert.That(File.Exists(Path.Combine(_sandbox.Root, "state/.pulumi/stacks/proj/dev.json")));
        });
        Assert.That(await _sandbox.SucceedAsync("stack", "--show-name"), Is.EqualTo("dev\n"));
    }

    [Test]
    public async Task Init_NoSelect_LeavesTheSelectionAlone()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");
        await _sandbox.SucceedAsync("stack", "init", "prod", "--no-select");

        Assert.That(await _sandbox.SucceedAsync("stack", "--show-name"), Is.EqualTo("dev\n"));
    }

    [Test]
    public async Task Init_ExistingStack_FailsWithTheTextThatTheAutomationApiLooksFor()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");

        var result = await _sandbox.RunAsync("stack", "init", "dev");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Error, Does.Match("stack.*already exists"));
        });
    }

    [Test]
    public async Task Init_WithoutPassphrase_FailsAndCreatesNothing()
    {
        _sandbox.Variables = _sandbox.Variables.Remove("PULUMI_CONFIG_PASSPHRASE");

        var result = await _sandbox.RunAsync("stack", "init", "dev");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Error, Does.Contain("passphrase must be set with PULUMI_CONFIG_PASSPHRASE or PULUMI_CONFIG_PASSPHRASE_FILE environment variables"));
            Assert.That(File.Exists(_sandbox.StackFile("dev")), Is.False);
        });
        Assert.That(await _sandbox.SucceedAsync("stack", "ls", "--json"), Is.EqualTo("[]\n"));
    }

    [Test]
    public async Task Init_OtherSecretsProvider_IsRefused()
    {
        var result = await _sandbox.RunAsync("stack", "init", "dev", "--secrets-provider", "awskms://alias/x");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Error, Does.Contain("awskms://alias/x"));
        });
    }

    [Test]
    public async Task List_TwoStacks_MarksTheSelectedOne()
    {
        await _sandbox.SucceedAsync("stack", "init", "prod");
        await _sandbox.SucceedAsync("stack", "init", "dev");

        var table = await _sandbox.SucceedAsync("stack", "ls");
        var json = JArray.Parse(await _sandbox.SucceedAsync("stack", "ls", "--json"));

        Assert.Multiple(() =>
        {
            Assert.That(table, Is.EqualTo("NAME  LAST UPDATE  RESOURCE COUNT\ndev*  n/a          n/a\nprod  n/a          n/a\n"));
            Assert.That(json.Select(stack => ((string?)stack["name"], (bool?)stack["current"], (bool?)stack["updateInProgress"])),
                Is.EqualTo(new (string?, bool?, bool?)[] { ("dev", true, false), ("prod", false, false) }));
        });
    }

    [Test]
    public async Task List_All_GivesFullNames()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");

        Assert.That((string?)JArray.Parse(await _sandbox.SucceedAsync("stack", "ls", "--all", "--json"))[0]["name"], Is.EqualTo("organization/proj/dev"));
    }

    [Test]
    public async Task Select_ByOption_SelectsTheStack()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");
        await _sandbox.SucceedAsync("stack", "init", "prod");

        await _sandbox.SucceedAsync("stack", "select", "--stack", "dev", "--non-interactive");

        Assert.That(await _sandbox.SucceedAsync("stack", "--show-name"), Is.EqualTo("dev\n"));
    }

    [Test]
    public async Task Select_MissingStack_HasItsOwnExitCodeAndTheTextThatTheAutomationApiLooksFor()
    {
        var result = await _sandbox.RunAsync("stack", "select", "--stack", "nope");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.StackNotFound));
            Assert.That(result.Error, Does.Match("no stack named.*found"));
        });
    }

    [Test]
    public async Task Select_Create_CreatesAMissingStack()
    {
        await _sandbox.SucceedAsync("stack", "select", "dev", "--create");

        Assert.That(await _sandbox.SucceedAsync("stack", "--show-name"), Is.EqualTo("dev\n"));
    }

    [Test]
    public async Task Stack_NoneSelected_HasItsOwnExitCode()
    {
        var result = await _sandbox.RunAsync("stack", "output");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.StackNotFound));
            Assert.That(result.Error, Is.EqualTo("error: no stack selected; please use `pulumi stack select` to choose one\n"));
        });
    }

    [Test]
    public async Task Stack_EnvironmentVariable_WinsOverTheSelection()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");
        await _sandbox.SucceedAsync("stack", "init", "prod");
        _sandbox.Variables = _sandbox.Variables.Add("PULUMI_STACK", "dev");

        Assert.That(await _sandbox.SucceedAsync("stack", "--show-name"), Is.EqualTo("dev\n"));
    }

    [Test]
    public async Task Remove_Yes_RemovesStateConfigurationAndSelection()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");

        var output = await _sandbox.SucceedAsync("stack", "rm", "--yes", "dev");

        Assert.Multiple(() =>
        {
            Assert.That(output, Is.EqualTo("Stack 'dev' has been removed!\n"));
            Assert.That(File.Exists(_sandbox.StackFile("dev")), Is.False);
            Assert.That(File.Exists(Path.Combine(_sandbox.Root, "state/.pulumi/stacks/proj/dev.json.bak")));
        });
        Assert.That((await _sandbox.RunAsync("stack", "--show-name")).ExitCode, Is.EqualTo(ExitCode.StackNotFound));
    }

    [Test]
    public async Task Remove_PreserveConfig_KeepsTheStackFile()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");

        await _sandbox.SucceedAsync("stack", "rm", "dev", "--yes", "--preserve-config");

        Assert.That(File.Exists(_sandbox.StackFile("dev")));
    }

    [Test]
    public async Task Remove_NobodyToAsk_IsRefusedAndRemovesNothing()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");

        Assert.That((await _sandbox.RunAsync("stack", "rm", "dev")).ExitCode, Is.EqualTo(ExitCode.Usage));
        Assert.That(await _sandbox.SucceedAsync("stack", "--show-name"), Is.EqualTo("dev\n"));
    }

    [Test]
    public async Task Remove_WithResources_NeedsForce()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");
        await SampleState.ImportAsync(_sandbox);

        var refused = await _sandbox.RunAsync("stack", "rm", "dev", "--yes");

        Assert.Multiple(() =>
        {
            Assert.That(refused.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(refused.Error, Does.Contain("'dev' still has resources; removal rejected."));
        });
        await _sandbox.SucceedAsync("stack", "rm", "dev", "--yes", "--force");
    }

    [Test]
    public async Task Output_Json_MasksSecretsUnlessTheyAreToBeShown()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");
        await SampleState.ImportAsync(_sandbox);

        var masked = JObject.Parse(await _sandbox.SucceedAsync("stack", "output", "--json", "--stack", "dev"));
        var shown = JObject.Parse(await _sandbox.SucceedAsync("stack", "output", "--json", "--show-secrets"));

        Assert.Multiple(() =>
        {
            Assert.That(masked, Is.EqualTo(JObject.Parse("""{"count":3,"password":"[secret]","url":"http://x"}""")).Using(JToken.EqualityComparer));
            Assert.That(shown, Is.EqualTo(JObject.Parse("""{"count":3,"password":"hunter2","url":"http://x"}""")).Using(JToken.EqualityComparer));
        });
    }

    [Test]
    public async Task Output_Table_MasksSecrets()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");
        await SampleState.ImportAsync(_sandbox);

        Assert.That(await _sandbox.SucceedAsync("stack", "output"), Is.EqualTo(
            "Current stack outputs (3):\n    OUTPUT    VALUE\n    count     3\n    password  [secret]\n    url       http://x\n"));
    }

    [Test]
    public async Task Output_OneName_GivesTheBareValue()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");
        await SampleState.ImportAsync(_sandbox);

        Assert.That(await _sandbox.SucceedAsync("stack", "output", "url"), Is.EqualTo("http://x\n"));
        Assert.That(await _sandbox.SucceedAsync("stack", "output", "password"), Is.EqualTo("[secret]\n"));
        Assert.That(await _sandbox.SucceedAsync("stack", "output", "password", "--show-secrets"), Is.EqualTo("hunter2\n"));
        Assert.That((await _sandbox.RunAsync("stack", "output", "nope")).Error, Is.EqualTo("error: current stack does not have output property 'nope'\n"));
    }

    [Test]
    public async Task Export_ShowSecrets_RoundTripsThroughImport()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");
        await SampleState.ImportAsync(_sandbox);

        var closed = await _sandbox.SucceedAsync("stack", "export", "--stack", "dev");
        var open = await _sandbox.SucceedAsync("stack", "export", "--stack", "dev", "--show-secrets");
        var file = Path.Combine(_sandbox.Root, "export.json");
        await File.WriteAllTextAsync(file, open);
        await _sandbox.SucceedAsync("stack", "import", "--file", file, "--stack", "dev");

        Assert.Multiple(() =>
        {
            Assert.That(closed, Does.Not.Contain("hunter2").And.Contains("\"ciphertext\""));
            Assert.That(open, Does.Contain("hunter2"));
            Assert.That(closed, Does.StartWith("{\n    \"version\": 3,\n    \"deployment\": {"));
        });
        Assert.That(await _sandbox.SucceedAsync("stack", "output", "password", "--show-secrets"), Is.EqualTo("hunter2\n"));
    }

    [Test]
    public async Task Import_OtherStacksState_NeedsForce()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");
        await _sandbox.SucceedAsync("stack", "init", "prod");
        await SampleState.ImportAsync(_sandbox, "dev");
        var document = await _sandbox.SucceedAsync("stack", "export", "--stack", "dev", "--show-secrets");

        Assert.That((await _sandbox.RunWithInputAsync(document, "stack", "import", "--stack", "prod")).ExitCode, Is.EqualTo(ExitCode.General));
        Assert.That((await _sandbox.RunWithInputAsync(document, "stack", "import", "--stack", "prod", "--force")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task History_AfterImport_HasKindResultAndTimesInTheFormOfTheAutomationApi()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");
        await SampleState.ImportAsync(_sandbox);

        var entry = JArray.Parse(await _sandbox.SucceedAsync("stack", "history", "--json", "--show-secrets", "--page-size", "1", "--page", "1"))[0];

        Assert.Multiple(() =>
        {
            Assert.That((string?)entry["kind"], Is.EqualTo("import"));
            Assert.That((string?)entry["result"], Is.EqualTo("succeeded"));
            Assert.That(entry["startTime"]!.ToString(Newtonsoft.Json.Formatting.None), Does.Match(@"^""\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.000)?Z""$"));
            Assert.That((int?)entry["version"], Is.EqualTo(1));
        });
        Assert.That(JArray.Parse(await _sandbox.SucceedAsync("stack", "history", "--json", "--page-size", "1", "--page", "2")), Is.Empty);
        Assert.That(await _sandbox.SucceedAsync("stack", "history"), Does.StartWith("Version: 1\nUpdateKind: import\nStatus: succeeded\n"));
    }

    [Test]
    public async Task Stack_Overview_ShowsResourcesAsATreeAndOutputs()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");
        await SampleState.ImportAsync(_sandbox);

        Assert.That(await _sandbox.SucceedAsync("stack"), Is.EqualTo(
            """
            Current stack is dev:
                Managed by engine-room
                Last updated: now
            Current stack resources (4):
                TYPE                 NAME
                pulumi:pulumi:Stack  proj-dev
                └─ my:mod:Group      group
                   └─ my:mod:Thing   thing
                pulumi:providers:my  default

            Current stack outputs (3):
                OUTPUT    VALUE
                count     3
                password  [secret]
                url       http://x

            """));
    }
}
