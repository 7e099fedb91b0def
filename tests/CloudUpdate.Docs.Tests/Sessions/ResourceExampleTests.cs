using CloudUpdate.Docs.Tests.Commands;
using CloudUpdate.Docs.Tests.Documents;
using CloudUpdate.Emulator;
using CloudUpdate.Provider;
using CloudUpdate.Provider.Resources;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Docs.Tests.Sessions;

/// <summary>The examples in the READMEs of the resources work: their programs preview without an error, their imports import.</summary>
internal sealed class ResourceExampleTests
{
    private static IEnumerable<string> Resources => new Product().Catalog.Resources.Select(resource => resource.Token);

    [TestCaseSource(nameof(Resources)), CancelAfter(300_000)]
    public async Task Programs_OfAResource_Preview(string token, CancellationToken cancellationToken)
    {
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Settings = EmulatorSettings.Immediate }, cancellationToken);

        foreach (var program in Snippets(token, "csharp"))
        {
            using var project = new SnippetProject(program, "examples");
            await project.ConfigureAsync("dev", Settings(emulator.Address));

            var preview = await project.RunAsync(["preview"]);

            Assert.That(preview, Does.Contain("to create").And.Not.Contain("error"), program.ToString());
        }
    }

    [Test, CancelAfter(300_000)]
    public async Task Imports_OfTheResources_Import(CancellationToken cancellationToken)
    {
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Settings = EmulatorSettings.Immediate }, cancellationToken);
        Decide(emulator);
        using var project = new SnippetProject(Snippets(Resources.First(), "csharp").First(), "imports");
        await project.ConfigureAsync("dev", Settings(emulator.Address));

        // Where there are several forms of an id, the first shows what the others say too.
        foreach (var line in Resources.Select(token => Snippets(token, "sh").Single()).Select(block => ShellText.Typed(block.Text, hasOutput: false).First()))
        {
            var output = await project.RunAsync([.. ShellText.Commands(line).Single().Skip(1), "--yes", "--skip-preview"]);

            Assert.That(output, Does.Contain("1 imported").And.Not.Contain("error"), line);
        }
    }

    // An import of decisions needs decisions.
    private static void Decide(EmulatorServer emulator) => emulator.Objects.Change(
        ObjectKinds.CssConnection,
        $"{DemoCredentials.ProjectId}/4f3deec3-efa8-4598-bf91-560aad1377a3/f132bb14-e1d5-4f25-9f7c-a29e4c8effd4",
        new JObject { ["status"] = "accepted" });

    private static IEnumerable<Snippet> Snippets(string token, string language)
    {
        var resource = new Product().Catalog.Resource(token)!;
        return Document.Of(resource.Name, Documentation.Of(resource)).Snippets.Where(snippet => snippet.Language == language);
    }

    private static Dictionary<string, object> Settings(Uri emulator) => new()
    {
        ["cloudupdate:endpoints"] = new[] { "eg", "ga", "kms", "css", "iam" }.ToDictionary(service => service, _ => emulator.AbsoluteUri),
        ["cloudupdate:huaweiRegion"] = DemoCredentials.Region,
        ["cloudupdate:huaweiProjectId"] = DemoCredentials.ProjectId,
        ["cloudupdate:huaweiAuthToken"] = DemoCredentials.AuthToken,
        ["cloudupdate:atlasBaseUrl"] = emulator.AbsoluteUri,
        ["cloudupdate:atlasAccessToken"] = DemoCredentials.AtlasAccessToken,
        ["examples:alertsToken"] = "a token",
    };
}
