using System.CommandLine;
using Newtonsoft.Json.Linq;
using Pulumi.Cli.Commands;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Tests.Support;
using Pulumi.Engine;

namespace Pulumi.Cli.Tests.Commands;

public sealed class UsageTests
{
    private readonly CliSandbox _sandbox = new();

    [TearDown]
    public void RemoveSandbox() => _sandbox.Dispose();

    [TestCase("about")]
    [TestCase("new", "aws-csharp", "--yes")]
    [TestCase("plugin", "install", "resource", "aws", "1.0.0")]
    [TestCase("policy", "ls")]
    [TestCase("state", "delete", "urn:pulumi:x")]
    [TestCase("stack", "tag", "ls", "--json")]
    [TestCase("stack", "rename", "prod")]
    [TestCase("stack", "change-secrets-provider", "passphrase")]
    [TestCase("stack", "output", "--shell")]
    [TestCase("stack", "ls", "--organization", "acme")]
    [TestCase("config", "env", "add", "x")]
    [TestCase("--color", "raw", "stack", "ls")]
    public async Task KnownToThePulumiCli_AndLeftOutHere_IsRefusedWithASentence(params string[] arguments)
    {
        var result = await _sandbox.RunAsync(arguments);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(result.Error, Does.Contain("is part of the Pulumi CLI and not of this embedded command"));
            Assert.That(result.Output, Is.Empty);
        });
    }

    [TestCase("confg")]
    [TestCase("stack", "ls", "--bogus")]
    [TestCase("config", "get", "key", "--bogus")]
    [TestCase("config", "set", "key", "-x")]
    [TestCase("config", "get")]
    [TestCase("stack", "init")]
    [TestCase("stack", "select")]
    [TestCase("stack", "history", "--page", "two")]
    [TestCase("--color", "pink", "version")]
    public async Task WrongUsage_IsRefusedWithItsExitCode(params string[] arguments)
    {
        var result = await _sandbox.RunAsync(arguments);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(result.Error, Does.StartWith("error: "));
        });
    }

    [TestCase("version")]
    [TestCase("--version")]
    public async Task Version_IsOneTheAutomationApiAccepts(string argument)
    {
        var version = Version.Parse((await _sandbox.SucceedAsync(argument)).Trim().TrimStart('v'));

        Assert.That(version, Is.GreaterThanOrEqualTo(new Version(3, 1, 0)).And.LessThan(new Version(4, 0)));
    }

    [Test]
    public async Task WhoAmI_Json_NamesUserAndBackend()
    {
        var json = JObject.Parse(await _sandbox.SucceedAsync("whoami", "--json", "--non-interactive"));

        Assert.That(json.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo($$"""{"user":"ada","organizations":[],"url":"file://{{_sandbox.Root}}/state"}"""));
    }

    [Test]
    public async Task WhoAmI_Verbose_IsItsOwnFlagAndNotTheLogLevel()
    {
        Assert.That(await _sandbox.SucceedAsync("whoami", "-v"), Is.EqualTo($"User: ada\nOrganizations: \nBackend URL: file://{_sandbox.Root}/state\n"));
    }

    [Test]
    public async Task Login_Folder_IsRememberedUntilLogout()
    {
        var folder = Directory.CreateDirectory(Path.Combine(_sandbox.Root, "elsewhere")).FullName;
        _sandbox.Variables = _sandbox.Variables.Remove("PULUMI_BACKEND_URL");

        Assert.That(await _sandbox.SucceedAsync("login", $"file://{folder}"), Is.EqualTo($"Logged in to engine-room as ada (file://{folder})\n"));
        Assert.That(await _sandbox.SucceedAsync("whoami", "--json"), Does.Contain($"file://{folder}"));
        await _sandbox.SucceedAsync("logout");
        Assert.That((await _sandbox.RunAsync("whoami")).ExitCode, Is.EqualTo(ExitCode.General));
    }

    [TestCase("https://api.pulumi.com")]
    [TestCase("s3://bucket")]
    public async Task Login_OtherBackends_AreRefused(string url)
    {
        var result = await _sandbox.RunAsync("login", url);

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Error, Does.Contain(url));
        });
    }

    [Test]
    public async Task Cancel_HeldLock_IsReleased()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");
        var locks = Directory.CreateDirectory(Path.Combine(_sandbox.Root, "state/.pulumi/locks/organization/proj/dev")).FullName;
        await File.WriteAllTextAsync(Path.Combine(locks, "x.json"), """{"pid":7,"username":"eve","hostname":"far","timestamp":"2026-08-01T11:00:00Z"}""");

        var refused = await _sandbox.RunAsync("stack", "rm", "dev", "--yes");
        var cancelled = await _sandbox.SucceedAsync("cancel", "--yes", "--stack", "dev");

        Assert.Multiple(() =>
        {
            Assert.That(refused.Error, Does.Contain("the stack is currently locked by").And.Contains("eve@far (pid 7)"));
            Assert.That(cancelled, Is.EqualTo("The currently running update for 'dev' has been canceled!\n"));
            Assert.That(Directory.GetFiles(locks), Is.Empty);
        });
        Assert.That(await _sandbox.SucceedAsync("cancel", "dev", "--yes"), Is.EqualTo("There was no lock on 'dev'.\n"));
    }

    [Test]
    public async Task Cwd_OtherFolder_IsWhereTheProjectIsLookedFor()
    {
        await _sandbox.SucceedAsync("stack", "init", "dev");
        var below = Directory.CreateDirectory(Path.Combine(_sandbox.Project, "a/b")).FullName;

        Assert.That(await _sandbox.SucceedAsync("--cwd", below, "stack", "--show-name"), Is.EqualTo("dev\n"));
        Assert.That((await _sandbox.RunAsync("-C", Path.Combine(_sandbox.Root, "nowhere"), "stack")).Error, Does.Contain("does not exist"));
    }

    [Test]
    public async Task Project_None_IsAnErrorThatSaysWhatToDo()
    {
        File.Delete(Path.Combine(_sandbox.Project, "Pulumi.yaml"));

        var result = await _sandbox.RunAsync("config", "get", "key");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Error, Does.Contain("no Pulumi.yaml project file found"));
        });
    }

    [Test]
    public async Task DiagnosisFlags_AreTakenWithAWarning()
    {
        var result = await _sandbox.RunAsync("version", "--logflow", "--verbose", "9", "--logtostderr", "--tracing", "file:/x");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.Zero);
            Assert.That(result.Error, Does.Contain("warning: --tracing has no effect"));
        });
    }

    [Test]
    public async Task NoArguments_ShowsHelp()
    {
        Assert.That(await _sandbox.SucceedAsync(), Does.Contain("Usage:").And.Contains("whoami"));
    }

    [Test]
    public async Task Help_OfACommand_ShowsItsOptionsAndNoneThatAreRefused()
    {
        var help = await _sandbox.SucceedAsync("config", "set", "--help");

        Assert.That(help, Does.Contain("--secret").And.Contains("--path").And.Not.Contains("--type"));
    }

    [Test]
    public void Commands_All_DescribeThemselvesTheirArgumentsAndOptions()
    {
        using var interrupts = new Interrupts();
        var terminal = new Terminal { Input = TextReader.Null, Output = TextWriter.Null, Error = TextWriter.Null };
        var root = CommandTree.Create(new CliHost(new EngineEnvironment { WorkingDirectory = _sandbox.Root }, terminal, interrupts));

        var symbols = Descend(root).Where(command => !command.Hidden)
            .SelectMany(command => command.Options.Cast<Symbol>().Concat(command.Arguments).Append(command).Select(symbol => (Command: command.Name, Symbol: symbol)))
            .Where(entry => !entry.Symbol.Hidden).ToList();

        Assert.That(symbols.Where(entry => string.IsNullOrWhiteSpace(entry.Symbol.Description)).Select(entry => $"{entry.Command} {entry.Symbol.Name}"), Is.Empty);
        Assert.That(symbols, Has.Count.GreaterThan(150));
    }

    private static IEnumerable<Command> Descend(Command command) => command.Subcommands.SelectMany(Descend).Prepend(command);
}
