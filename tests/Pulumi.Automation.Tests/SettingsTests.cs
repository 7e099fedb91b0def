using Pulumi.Automation.Serialization;

namespace Pulumi.Automation.Tests;

public sealed class SettingsTests
{
    [Test]
    public void Project_WithRuntimeOptions_RoundTrips()
    {
        var written = ProjectYaml.Write(new ProjectSettings("gate", new ProjectRuntime(ProjectRuntimeName.Dotnet)
        {
            Options = new ProjectRuntimeOptions { Binary = "bin/program.dll" },
        })
        {
            Main = "program",
            Backend = new ProjectBackend { Url = "file:///states" },
        });

        var read = ProjectYaml.Read(written);
        Assert.Multiple(() =>
        {
            Assert.That(read.Name, Is.EqualTo("gate"));
            Assert.That(read.Runtime.Name, Is.EqualTo(ProjectRuntimeName.Dotnet));
            Assert.That(read.Runtime.Options!.Binary, Is.EqualTo("bin/program.dll"));
            Assert.That(read.Main, Is.EqualTo("program"));
            Assert.That(read.Backend!.Url, Is.EqualTo("file:///states"));
        });
    }

    [Test]
    public void Project_WithPlainRuntime_IsWrittenAsAWord() =>
        Assert.That(ProjectYaml.Write(new ProjectSettings("gate", ProjectRuntimeName.Dotnet)), Is.EqualTo("name: gate\nruntime: dotnet\n"));

    [Test]
    public void Project_UnknownRuntime_IsAnError() =>
        Assert.That(() => ProjectYaml.Read("name: x\nruntime: cobol\n"), Throws.InvalidOperationException.With.Message.Contains("cobol"));

    [Test]
    public void Stack_SecureAndStructuredValues_RoundTrip()
    {
        var read = StackYaml.Read("""
            encryptionsalt: v1:salt
            config:
              gate:plain: "8080"
              gate:password:
                secure: v1:cipher
              gate:map:
                a: [1, true, "2"]
            """);

        Assert.Multiple(() =>
        {
            Assert.That(read.EncryptionSalt, Is.EqualTo("v1:salt"));
            Assert.That(read.Config!["gate:plain"].Value, Is.EqualTo("8080"));
            Assert.That(read.Config["gate:password"].IsSecure, Is.True);
            Assert.That(read.Config["gate:map"].Value, Is.EqualTo("""{"a":[1,true,"2"]}"""));
            Assert.That(StackYaml.Read(StackYaml.Write(read)).Config!["gate:password"].Value, Is.EqualTo("v1:cipher"));
        });
    }

    [Test]
    public async Task Workspace_ConflictingProjectFile_IsRefused()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var files = new SettingsFiles(folder.FullName);
            await files.WriteProjectAsync(new ProjectSettings("one", ProjectRuntimeName.Dotnet), CancellationToken.None);

            Assert.That(
                () => files.WriteProjectUnlessThereAsync(new ProjectSettings("two", ProjectRuntimeName.Dotnet), CancellationToken.None),
                Throws.TypeOf<Exceptions.ProjectSettingsConflictException>());
            Assert.That(
                () => files.WriteProjectUnlessThereAsync(DefaultProject.For("two"), CancellationToken.None),
                Throws.Nothing);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public void History_Entry_IsRead()
    {
        var entry = HistoryReader.ReadHistory("""
            [{"version":3,"kind":"update","startTime":"2026-01-02T15:04:05.000Z","message":"m","environment":{"exec.kind":"auto.local"},
              "config":{"p:a":{"value":"1","secret":false},"p:s":{"secret":true}},"result":"succeeded","endTime":"2026-01-02T15:04:09.000Z","resourceChanges":{"create":2}}]
            """).Single();

        Assert.Multiple(() =>
        {
            Assert.That(entry.Kind, Is.EqualTo(UpdateKind.Update));
            Assert.That(entry.Result, Is.EqualTo(UpdateState.Succeeded));
            Assert.That(entry.EndTime - entry.StartTime, Is.EqualTo(TimeSpan.FromSeconds(4)));
            Assert.That(entry.Config["p:s"].IsSecret, Is.True);
            Assert.That(entry.ResourceChanges![OperationType.Create], Is.EqualTo(2));
        });
    }

    [Test]
    public void Outputs_MaskedOnes_AreSecret()
    {
        var outputs = HistoryReader.ReadOutputs("""{"a":"x","b":"[secret]"}""", """{"a":"x","b":{"c":1}}""");

        Assert.Multiple(() =>
        {
            Assert.That(outputs["a"].IsSecret, Is.False);
            Assert.That(outputs["b"].IsSecret, Is.True);
            Assert.That(outputs["b"].Value, Is.EqualTo(new Dictionary<string, object?> { ["c"] = 1L }));
        });
    }
}
