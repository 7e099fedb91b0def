using CloudUpdate.Docs.Tests.Commands;
using CloudUpdate.Docs.Tests.Documents;
using CloudUpdate.Emulator;

namespace CloudUpdate.Docs.Tests.Sessions;

/// <summary>The README's session: its program, run with its commands against the emulator, prints what the README says. <c>CLOUDUPDATE_ACCEPT=1</c> writes it there.</summary>
internal sealed class ReadmeSessionTests
{
    [Test, CancelAfter(300_000)]
    public async Task Session_OfTheReadme_PrintsWhatItShows(CancellationToken cancellationToken)
    {
        var readme = Library.Named("README.md");
        await using var emulator = await EmulatorServer.StartAsync(new EmulatorOptions { Settings = EmulatorSettings.Immediate }, cancellationToken);
        using var project = new SnippetProject(readme.Snippets.First(snippet => snippet.Language == "csharp"), "edge");
        var text = readme.Text;

        foreach (var block in readme.Snippets.Where(snippet => snippet.Language == "console"))
        {
            var transcript = await PlayAsync(project, block, emulator.Address);
            text = text.Replace($"```console\n{block.Text}\n```", $"```console\n{transcript}\n```", StringComparison.Ordinal);
        }

        CloudUpdate.TestKit.Golden.GoldenFile.Verify(text, readme.Path);
    }

    private static async Task<Transcript> PlayAsync(SnippetProject project, Snippet block, Uri emulator)
    {
        var transcript = new Transcript();
        foreach (var line in ShellText.Typed(block.Text, hasOutput: true))
        {
            var words = ShellText.Commands(line.Replace("$EMULATOR", emulator.AbsoluteUri, StringComparison.Ordinal)).Single();
            transcript.Add(line, await project.RunAsync(words.Skip(1)));
        }

        return transcript;
    }
}
