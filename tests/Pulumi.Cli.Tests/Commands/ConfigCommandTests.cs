using Newtonsoft.Json.Linq;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Tests.Support;

namespace Pulumi.Cli.Tests.Commands;

public sealed class ConfigCommandTests
{
    private readonly CliSandbox _sandbox = new();

    [SetUp]
    public Task InitStack() => _sandbox.SucceedAsync("stack", "init", "dev");

    [TearDown]
    public void RemoveSandbox() => _sandbox.Dispose();

    [TestCase("plain", "plain")]
    [TestCase("true", "true")]
    [TestCase("007", "007")]
    [TestCase("--weird", "--weird")]
    [TestCase("a=b", "a=b")]
    [TestCase("@file", "@file")]
    [TestCase("{\"json\":1}", "{\"json\":1}")]
    [TestCase("two\nlines", "two\nlines")]
    [TestCase("", "")]
    public async Task Set_AnyText_RoundTrips(string value, string expected)
    {
        await _sandbox.SucceedAsync("config", "set", "key", "--plaintext", "--stack", "dev", "--non-interactive", "--", value);

        Assert.That(await _sandbox.SucceedAsync("config", "get", "key"), Is.EqualTo($"{expected}\n"));
        Assert.That(JToken.DeepEquals(
            JObject.Parse(await _sandbox.SucceedAsync("config", "get", "key", "--json", "--stack", "dev")),
            new JObject { ["value"] = expected, ["secret"] = false }));
    }

    [TestCase("hunter2")]
    [TestCase("--secret-looking-flag")]
    [TestCase("\"quoted\"")]
    public async Task Set_Secret_IsEncryptedMaskedAndReadable(string value)
    {
        await _sandbox.SucceedAsync("config", "set", "key", "--secret", "--stack", "dev", "--non-interactive", "--", value);

        Assert.That(await File.ReadAllTextAsync(_sandbox.StackFile("dev")), Does.Contain("secure: v1:").And.Not.Contain(value));
        Assert.That(await _sandbox.SucceedAsync("config"), Is.EqualTo("KEY  VALUE\nkey  [secret]\n"));
        Assert.That(await _sandbox.SucceedAsync("config", "--show-secrets"), Is.EqualTo($"KEY  VALUE\nkey  {value}\n"));
        Assert.That(await _sandbox.SucceedAsync("config", "get", "key"), Is.EqualTo($"{value}\n"));
    }

    [Test]
    public async Task Set_FlagInFrontOfTheValue_DoesNotEatIt()
    {
        await _sandbox.SucceedAsync("config", "set", "key", "--plaintext", "true");

        Assert.That(await _sandbox.SucceedAsync("config", "get", "key"), Is.EqualTo("true\n"));
    }

    [Test]
    public async Task Set_ValueOnStandardInput_LosesOneLineBreak()
    {
        var result = await _sandbox.RunWithInputAsync("from a pipe\n", "config", "set", "key", "--secret");

        Assert.That(result.ExitCode, Is.Zero, result.Error);
        Assert.That(await _sandbox.SucceedAsync("config", "get", "key"), Is.EqualTo("from a pipe\n"));
    }

    [Test]
    public async Task Set_SecretAndPlaintext_IsRefused()
    {
        Assert.That((await _sandbox.RunAsync("config", "set", "key", "value", "--secret", "--plaintext")).ExitCode, Is.EqualTo(ExitCode.Usage));
    }

    [Test]
    public async Task Set_Path_BuildsStructuresWithTypes()
    {
        await _sandbox.SucceedAsync("config", "set", "--path", "outer.list[0]", "true");
        await _sandbox.SucceedAsync("config", "set", "--path", "outer.list[1]", "12");
        await _sandbox.SucceedAsync("config", "set", "--path", "outer[\"a.b\"]", "007");
        await _sandbox.SucceedAsync("config", "set", "--path", "outer.password", "hunter2", "--secret");

        var all = JObject.Parse(await _sandbox.SucceedAsync("config", "--json"));
        var shown = JObject.Parse(await _sandbox.SucceedAsync("config", "--json", "--show-secrets", "--stack", "dev"));

        Assert.Multiple(() =>
        {
            Assert.That(all["proj:outer"]!.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("""{"secret":true}"""));
            Assert.That(
                shown["proj:outer"]!["objectValue"]!.ToString(Newtonsoft.Json.Formatting.None),
                Is.EqualTo("""{"list":[true,12],"a.b":"007","password":"hunter2"}"""));
        });
        Assert.That(await _sandbox.SucceedAsync("config", "get", "--path", "outer.list[1]"), Is.EqualTo("12\n"));
        Assert.That(await _sandbox.SucceedAsync("config", "get", "--path", "outer.password"), Is.EqualTo("hunter2\n"));
    }

    [Test]
    public async Task Set_PathBeyondTheEndOfAList_IsRefused()
    {
        var result = await _sandbox.RunAsync("config", "set", "--path", "list[1]", "x");

        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
        Assert.That(result.Error, Does.StartWith("error: "));
    }

    [Test]
    public async Task SetAll_PlainAndSecret_SetsEach()
    {
        await _sandbox.SucceedAsync("config", "set-all", "--stack", "dev", "--plaintext", "a=1", "--plaintext", "ns:b=x=y", "--secret", "c=hunter2");

        var shown = JObject.Parse(await _sandbox.SucceedAsync("config", "--json", "--show-secrets"));

        Assert.That(JToken.DeepEquals(shown, JObject.Parse(
            """
            {"ns:b":{"value":"x=y","secret":false},"proj:a":{"value":"1","secret":false},"proj:c":{"value":"hunter2","secret":true}}
            """)), shown.ToString());
    }

    [Test]
    public async Task SetAll_NotAnAssignment_IsRefusedWithoutRepeatingIt()
    {
        var result = await _sandbox.RunAsync("config", "set-all", "--secret", "hunter2");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Usage));
            Assert.That(result.Error, Does.Contain("[key]=[value]").And.Not.Contain("hunter2"));
        });
    }

    [Test]
    public async Task Get_MissingKey_NamesKeyAndStack()
    {
        var result = await _sandbox.RunAsync("config", "get", "nope");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Error, Is.EqualTo("error: configuration key 'nope' not found for stack 'dev'\n"));
        });
    }

    [Test]
    public async Task Remove_KeysAndPaths_LeavesTheRest()
    {
        await _sandbox.SucceedAsync("config", "set-all", "--plaintext", "a=1", "--plaintext", "b=2", "--plaintext", "c=3");
        await _sandbox.SucceedAsync("config", "set", "--path", "o.x", "1");
        await _sandbox.SucceedAsync("config", "set", "--path", "o.y", "2");

        await _sandbox.SucceedAsync("config", "rm", "a", "--stack", "dev");
        await _sandbox.SucceedAsync("config", "rm-all", "--stack", "dev", "b", "never-there");
        await _sandbox.SucceedAsync("config", "rm", "--path", "o.x");

        Assert.That(await _sandbox.SucceedAsync("config"), Is.EqualTo("KEY  VALUE\nc    3\no    {\"y\":2}\n"));
    }

    [Test]
    public async Task Set_FileWithComments_KeepsThemAndTheOrder()
    {
        var path = _sandbox.StackFile("dev");
        await File.AppendAllTextAsync(path, "# ours\nconfig:\n  proj:z: last # why\n  proj:a: first\n");

        await _sandbox.SucceedAsync("config", "set", "m", "middle");

        Assert.That(await File.ReadAllTextAsync(path), Does.Contain("# ours").And.Contains("proj:z: last # why\n  proj:a: first\n"));
    }

    [Test]
    public async Task Set_OtherConfigFile_LeavesTheStacksOwnAlone()
    {
        var other = Path.Combine(_sandbox.Root, "other.yaml");

        await _sandbox.SucceedAsync("config", "set", "key", "value", "--config-file", other);

        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(other), Does.Contain("proj:key: value"));
            Assert.That(File.ReadAllText(_sandbox.StackFile("dev")), Does.Not.Contain("key"));
        });
    }

    [Test]
    public async Task Get_WrongPassphrase_FailsWithoutTheSecret()
    {
        await _sandbox.SucceedAsync("config", "set", "key", "hunter2", "--secret");
        _sandbox.Variables = _sandbox.Variables.SetItem("PULUMI_CONFIG_PASSPHRASE", "wrong");

        var result = await _sandbox.RunAsync("config", "get", "key");

        Assert.Multiple(() =>
        {
            Assert.That(result.ExitCode, Is.EqualTo(ExitCode.General));
            Assert.That(result.Error, Is.EqualTo("error: incorrect passphrase\n"));
            Assert.That(result.Output, Is.Empty);
        });
    }

    [Test]
    public async Task List_TextOfSeveralLines_StaysOnOne()
    {
        await _sandbox.SucceedAsync("config", "set", "key", "two\nlines\u001b[31m");

        Assert.That(await _sandbox.SucceedAsync("config"), Is.EqualTo("KEY  VALUE\nkey  two\\nlines\n"));
    }

    [Test]
    public async Task List_PlainValuesOnly_NeedsNoPassphrase()
    {
        await _sandbox.SucceedAsync("config", "set", "key", "value");
        _sandbox.Variables = _sandbox.Variables.Remove("PULUMI_CONFIG_PASSPHRASE");

        Assert.That(await _sandbox.SucceedAsync("config", "--show-secrets", "--json"), Does.Contain("\"value\": \"value\""));
    }
}
