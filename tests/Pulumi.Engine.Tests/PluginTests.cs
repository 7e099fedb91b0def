using System.Collections.Immutable;
using CloudUpdate.Protocol.Rpc;
using Pulumi.Engine.Config;
using Pulumi.Engine.Plugins;
using Pulumi.Engine.Tests.Framework;
using Pulumi.Engine.Tests.Processes;

namespace Pulumi.Engine.Tests;

/// <summary>Where providers are found and how their processes are met.</summary>
[NonParallelizable] // A process that starts while a script is being written keeps it busy.
[Platform(Exclude = "Win", Reason = "the plugins are shell scripts")]
internal sealed class PluginTests : EngineFixture
{
    private static readonly PluginContext Context = new("127.0.0.1:1", "proj", "{\"x:k\":\"v\"}");

    [TestCase("1.2.0", "resource-x-v1.2.0")]
    [TestCase("", "resource-x-v1.10.0")]
    public void Cache_HasSeveralVersions_TheRightOneIsFound(string version, string folder)
    {
        foreach (var name in new[] { "resource-x-v1.2.0", "resource-x-v1.10.0", "resource-x-v2.0.0-beta.1", "resource-x-v9.0.0" })
        {
            Script(Path.Combine(Engine.Folder, "home", "plugins", name), "x");
        }

        File.WriteAllText(Path.Combine(Engine.Folder, "home", "plugins", "resource-x-v9.0.0.partial"), string.Empty);

        Assert.That(Search()!.Find(new PluginSpec("x", version))?.Directory, Does.EndWith(folder));
        Assert.That(Search()!.Find(new PluginSpec("x", "7.7.7")), Is.Null);
        Assert.That(Search()!.Find(new PluginSpec("y", string.Empty)), Is.Null);
    }

    [Test]
    public void Path_GoesBeforeTheCacheUnlessAmbientPluginsAreIgnored()
    {
        Script(Path.Combine(Engine.Folder, "home", "plugins", "resource-x-v1.0.0"), "x");
        Script(Path.Combine(Engine.Folder, "bin"), "x");

        Assert.That(Search(("PATH", Path.Combine(Engine.Folder, "bin"))).Find(new PluginSpec("x", "1.0.0"))!.Directory, Does.EndWith("bin"));
        Assert.That(
            Search(("PATH", Path.Combine(Engine.Folder, "bin")), ("PULUMI_IGNORE_AMBIENT_PLUGINS", "true")).Find(new PluginSpec("x", "1.0.0"))!.Directory, Does.EndWith("v1.0.0"));
    }

    [Test]
    public void ProjectPlugin_GoesFirstAndMustExist()
    {
        Script(Path.Combine(Engine.Folder, "bin"), "x");
        var local = Script(Path.Combine(Engine.Folder, "local"), "x");
        var project = ProjectFile.Synthetic("proj", Engine.Folder);

        PluginCommand? Find(string path, string version = "") => new PluginSearch(
            Engine.Environment with { Variables = ImmutableDictionary<string, string>.Empty.Add("PATH", Path.Combine(Engine.Folder, "bin")) },
            project with { Providers = [new ProviderPlugin("x", path, version)] }).Find(new PluginSpec("x", "1.0.0"));

        Assert.That(Find(Path.GetDirectoryName(local)!)!.FileName, Is.EqualTo(local));
        Assert.That(Find(local)!.FileName, Is.EqualTo(local));
        Assert.That(Find(local, "2.0.0")!.Directory, Does.EndWith("bin"), "another version is another plugin");
        Assert.That(() => Find(Path.Combine(Engine.Folder, "nowhere")), Throws.TypeOf<EngineException>().With.Message.Contains("nowhere"));
    }

    [TestCase("runtime: dotnet", "dotnet", "run --project")]
    [TestCase("runtime: {name: dotnet, options: {binary: out/x.dll}}", "dotnet", "out/x.dll")]
    [TestCase("runtime: {name: dotnet, options: {binary: out/x}}", "out/x", "")]
    public void Manifest_SaysHowThePluginRuns(string manifest, string fileName, string arguments)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Engine.Folder, "source")).FullName;
        File.WriteAllText(Path.Combine(folder, "PulumiPlugin.yaml"), manifest);

        var command = new PluginSearch(Engine.Environment, ProjectFile.Synthetic("proj", Engine.Folder) with { Providers = [new ProviderPlugin("x", folder, string.Empty)] })
            .Find(new PluginSpec("x", string.Empty))!;

        Assert.That(command.FileName, Does.EndWith(fileName));
        Assert.That(string.Join(' ', command.Arguments), Does.Contain(arguments));
    }

    [TestCase("#!/bin/sh\nexit 3\n", "ended before it printed its port")]
    [TestCase("#!/bin/sh\necho hello\nexec sleep 100\n", "wrote an invalid port to stdout: 'hello'")]
    [TestCase("#!/bin/sh\necho 99999999\nexec sleep 100\n", "wrote an invalid port to stdout: '99999999'")]
    public void FirstLineWithoutAPort_IsAnError(string script, string message)
    {
        var binary = Script(Path.Combine(Engine.Folder, "bin"), "x", script);

        Assert.That(
            async () => await ProviderProcess(binary), Throws.TypeOf<EngineException>().With.Message.Contains(message));
    }

    [Test]
    public async Task Process_IsToldItsEngineAndItsConfiguration()
    {
        var output = Path.Combine(Engine.Folder, "output");
        var binary = Script(
            Path.Combine(Engine.Folder, "bin"), "x", $"#!/bin/sh\necho \"$1 $PULUMI_PROJECT $PULUMI_CONFIG $(pwd)\" > {output}\nprintf '\\033]9;4;3;\\033\\\\4242\\r\\n'\nexec sleep 100\n");

        await using (var provider = await ProviderProcess(binary))
        {
            Assert.That(provider.Channel.Target, Is.EqualTo("127.0.0.1:4242"));
        }

        Assert.That(await File.ReadAllTextAsync(output), Is.EqualTo($"127.0.0.1:1 proj {{\"x:k\":\"v\"}} {Engine.Folder}\n"));
    }

    [Test]
    public async Task DebugProviders_AreAttachedAndNotEnded()
    {
        var server = await FakeProviderServer.StartAsync();
        server.Register(new FakeProviderInstance(Fake, 1));
        var environment = Engine.Environment with
        {
            Variables = ImmutableDictionary<string, string>.Empty.Add("PULUMI_DEBUG_PROVIDERS", $"other:1,fake:{new Uri(server.Address).Port}"),
        };

        await using var instance = await new PluginLauncher(environment, ProjectFile.Synthetic("proj", Engine.Folder)).StartAsync(new PluginSpec("fake", string.Empty), Context, CancellationToken.None);

        Assert.That(instance.Directory, Is.Null);
        Assert.That(((PluginAttach)Fake.CallsOf("Attach").Single().Request).Address, Is.EqualTo("127.0.0.1:1"));
    }

    [Test]
    public void MissingPlugin_IsAnErrorThatSaysWhereToPutIt()
    {
        var launcher = new PluginLauncher(Engine.Environment with { Variables = [] }, ProjectFile.Synthetic("proj", Engine.Folder));

        Assert.That(
            async () => await launcher.StartAsync(new PluginSpec("x", "1.0.0"), Context, CancellationToken.None),
            Throws.TypeOf<EngineException>().With.Message.StartsWith("no resource plugin 'pulumi-resource-x' found in version 1.0.0: name its folder under plugins.providers"));
    }

    private PluginSearch Search(params (string Name, string Value)[] variables) => new(
        Engine.Environment with
        {
            Variables = variables.ToImmutableDictionary(variable => variable.Name, variable => variable.Value).Add("PULUMI_HOME", Path.Combine(Engine.Folder, "home")),
        },
        ProjectFile.Synthetic("proj", Engine.Folder));

    private Task<Plugins.ProviderProcess> ProviderProcess(string binary) => Plugins.ProviderProcess.StartAsync(
        new PluginCommand(binary, [], Path.GetDirectoryName(binary)!), Context, new ProcessProject(Engine).Environment, Engine.Folder, CancellationToken.None);

    private static string Script(string folder, string name, string text = "#!/bin/sh\n")
    {
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, $"pulumi-resource-{name}");
        File.WriteAllText(path, text);
        ExecutableFile.Mark(path);
        return path;
    }
}
