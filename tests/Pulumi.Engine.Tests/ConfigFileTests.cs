using Newtonsoft.Json.Linq;
using Pulumi.Engine.Config;

namespace Pulumi.Engine.Tests;

/// <summary>Stack files: values, paths, and edits that leave the rest of the text alone.</summary>
internal sealed class ConfigFileTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory("pulumi-config-test-").FullName, "Pulumi.dev.yaml");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [TestCase("plain text", "plain text")]
    [TestCase("8080", "8080")]
    [TestCase("0644", "0644")]
    [TestCase("0x1F", "0x1F")]
    [TestCase("\"8080\"", "8080")]
    [TestCase("true", "true")]
    [TestCase("\"true\"", "true")]
    [TestCase("1.50", "1.5")]
    [TestCase("2026-01-02", "2026-01-02")]
    [TestCase("{a: 1, b: [x, true]}", "{\"a\":1,\"b\":[\"x\",true]}")]
    [TestCase("", "")]
    public void Value_ReachesTheProgramAsText(string yaml, string text)
    {
        var file = Load($"config:\n  p:k: {yaml}\n");

        Assert.That(file.Values[new ConfigKey("p", "k")].Masked(), Is.EqualTo(text));
    }

    [Test]
    public void Keys_AreReadInEveryForm()
    {
        var file = Load("config:\n  short: 1\n  p:full: 2\n  aws:config:region: r\n");

        Assert.That(file.Values.Keys.Select(key => key.ToString()), Is.EquivalentTo(new[] { "p:short", "p:full", "aws:region" }));
        Assert.That(() => ConfigKey.Parse("a:b:c", "p"), Throws.TypeOf<EngineException>());
    }

    [Test]
    public void Secrets_MayStandAtAnyDepth()
    {
        var file = Load("config:\n  p:plain: {secure: 1, other: 2}\n  p:one:\n    secure: v1:abc\n  p:deep:\n    list:\n      - secure: v1:def\n      - x\n");

        Assert.That(file.Values.Where(entry => entry.Value.IsSecret).Select(entry => entry.Key.Name), Is.EquivalentTo(new[] { "one", "deep" }));
        Assert.That(file.Values[new ConfigKey("p", "deep")].Masked(), Is.EqualTo("{\"list\":[\"[secret]\",\"x\"]}"));
        Assert.That(file.Values[new ConfigKey("p", "one")].MapCiphertexts(text => text + "!").Token.ToString(Newtonsoft.Json.Formatting.None), Is.EqualTo("{\"secure\":\"v1:abc!\"}"));
    }

    [Test]
    public void Edits_LeaveCommentsAndOrderAlone()
    {
        var file = Load("""
            # about this stack
            encryptionsalt: v1:x
            config:
              # the size
              p:size: 3 # of what
              p:tags:
                - a
                # between
                - b
              p:last: "yes"
            # the end

            """);

        file.Set(new ConfigKey("p", "size"), ConfigValue.Text("4"));
        file.Set(new ConfigKey("p", "new"), ConfigValue.Text("multi\nline"));
        file.Remove(new ConfigKey("p", "tags"));
        file.SetEncryptionSalt("v1:y");

        Assert.That(Saved(file), Is.EqualTo("""
            # about this stack
            encryptionsalt: v1:y
            config:
              # the size
              p:size: "4"
              p:last: "yes"
              p:new: "multi\nline"
            # the end

            """));
    }

    [Test]
    public void EmptyFile_GrowsAndShrinks()
    {
        var file = Load(string.Empty);

        file.Set(new ConfigKey("p", "a"), ConfigValue.Text("1"));
        file.Set(new ConfigKey("q", "b"), ConfigValue.Secure("v1:abc"));
        var grown = Saved(file);
        file.Remove(new ConfigKey("p", "a"));
        file.Remove(new ConfigKey("q", "b"));

        Assert.That(grown, Is.EqualTo("config:\n  p:a: \"1\"\n  q:b:\n    secure: v1:abc\n"));
        Assert.That(Saved(file), Is.Empty);
        Assert.That(file.Remove(new ConfigKey("p", "a")), Is.False);
    }

    [Test]
    public void FlowStyle_IsRewritten()
    {
        var file = Load("config: {p:a: 1, p:b: 2}\n");

        file.Set(new ConfigKey("p", "c"), ConfigValue.Text("x"));
        file.Remove(new ConfigKey("p", "a"));

        Assert.That(StackConfigFile.Load(Written(file), "p").Values.Keys.Select(key => key.Name), Is.EqualTo(new[] { "b", "c" }));
    }

    [TestCase("outer.inner", "x", "{\"inner\":\"x\"}")]
    [TestCase("outer[0]", "x", "[\"x\"]")]
    [TestCase("outer.list[0].name", "x", "{\"list\":[{\"name\":\"x\"}]}")]
    [TestCase("outer[\"dotted.key\"]", "x", "{\"dotted.key\":\"x\"}")]
    [TestCase("outer", "x", "x")]
    public void SetPath_MakesWhatIsMissing(string path, string value, string expected)
    {
        var file = Load(string.Empty);

        file.SetPath(path, ConfigValue.Text(value));

        Assert.That(file.Values[new ConfigKey("p", "outer")].Masked(), Is.EqualTo(expected));
        Assert.That(file.GetPath(path)!.Masked(), Is.EqualTo(value));
        Assert.That(StackConfigFile.Load(Written(file), "p").GetPath(path)!.Masked(), Is.EqualTo(value));
    }

    [Test]
    public void Paths_ChangeAndRemoveInPlace()
    {
        var file = Load("config:\n  p:o: {list: [1, 2, 3], keep: true}\n");

        file.SetPath("o.list[1]", new ConfigValue(new JValue(20)));
        file.SetPath("o.list[3]", new ConfigValue(new JValue(4)));
        var removed = file.RemovePath("o.list[0]");

        Assert.That(removed, Is.True);
        Assert.That(file.RemovePath("o.none"), Is.False);
        Assert.That(file.GetPath("o.none"), Is.Null);
        Assert.That(file.Values[new ConfigKey("p", "o")].Masked(), Is.EqualTo("{\"list\":[20,3,4],\"keep\":true}"));
    }

    [TestCase("o.list[9]", "array index out of range")]
    [TestCase("o.keep.x", "an object was expected")]
    [TestCase("o.secure", "reserved")]
    [TestCase("o[", "invalid config key path")]
    [TestCase("o..x", "invalid config key path")]
    [TestCase("", "must not be empty")]
    public void SetPath_RefusesWhatCannotBe(string path, string message)
    {
        var file = Load("config:\n  p:o: {list: [1], keep: true}\n");

        Assert.That(() => file.SetPath(path, ConfigValue.Text("x")), Throws.TypeOf<EngineException>().With.Message.Contains(message));
    }

    [Test]
    public void ProjectFile_IsReadWhole()
    {
        File.WriteAllText(Path.Combine(Folder, "Pulumi.yaml"), """
            name: shop
            description: sells things
            runtime: {name: dotnet, options: {binary: bin/Shop.dll}}
            main: infra
            stackConfigDir: stacks
            backend: {url: file:///var/state}
            options: {refresh: always}
            config:
              size: {type: integer, default: 3, description: how many}
              region: eu
            plugins:
              providers:
                - name: fake
                  path: ../provider
                  version: v1.2.3
            """);
        var nested = Directory.CreateDirectory(Path.Combine(Folder, "infra", "deep")).FullName;

        var project = ProjectFile.Load(ProjectFile.Find(nested)!);

        Assert.That((project.Name, project.Runtime, project.RuntimeOptions["binary"], project.Main), Is.EqualTo(("shop", "dotnet", "bin/Shop.dll", "infra")));
        Assert.That((project.BackendUrl, project.AlwaysRefresh, project.Description), Is.EqualTo(("file:///var/state", true, "sells things")));
        Assert.That(project.StackConfigPath("dev"), Is.EqualTo(Path.Combine(Folder, "stacks", "Pulumi.dev.yaml")));
        Assert.That(project.Providers.Single(), Is.EqualTo(new ProviderPlugin("fake", Path.GetFullPath(Path.Combine(Folder, "..", "provider")), "1.2.3")));
        Assert.That(project.Config.Select(declaration => (declaration.Key.ToString(), declaration.Type, (string?)declaration.Default)), Is.EqualTo(new[] { ("shop:size", "integer", "3"), ("shop:region", null, "eu") }));
    }

    [TestCase("runtime: dotnet", "project is missing a 'name' attribute")]
    [TestCase("name: a b\nruntime: dotnet", "may only contain")]
    [TestCase("name: p", "project is missing a 'runtime' attribute")]
    [TestCase("name: p\nruntime: dotnet\nconfig: {a: {default: 1, value: 2}}", "both a 'default' and a 'value'")]
    [TestCase("name: p\nruntime: dotnet\nconfig: {'aws:a': {default: 1}}", "not namespaced by the project")]
    [TestCase("name: [", "not valid YAML")]
    public void ProjectFile_RefusesWhatCannotBe(string yaml, string message)
    {
        File.WriteAllText(Path.Combine(Folder, "Pulumi.yaml"), yaml);

        Assert.That(() => ProjectFile.Load(Path.Combine(Folder, "Pulumi.yaml")), Throws.TypeOf<EngineException>().With.Message.Contains(message));
    }

    private string Folder => Path.GetDirectoryName(_path)!;

    private StackConfigFile Load(string text)
    {
        File.WriteAllText(_path, text);
        return StackConfigFile.Load(_path, "p");
    }

    private static string Saved(StackConfigFile file) => File.ReadAllText(Written(file));

    private static string Written(StackConfigFile file)
    {
        file.Save();
        return file.Path;
    }
}
