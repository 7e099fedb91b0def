using CloudUpdate.EndToEnd.Tests.Processes;

namespace CloudUpdate.EndToEnd.Tests.LifeCycle;

/// <summary>Looks for secrets in everything that commands print and leave behind.</summary>
internal static class SecretScan
{
    /// <summary>Fails if any of the secrets stands in an output or in a file of the workspace.</summary>
    public static void Verify(CommandWorkspace workspace, IEnumerable<string> outputs, params string[] secrets)
    {
        var files = Directory.GetFiles(workspace.Folder, "*", SearchOption.AllDirectories);
        var texts = outputs.Select((text, index) => (Place: $"output {index}", Text: text))
            .Concat(files.Select(file => (Place: Path.GetRelativePath(workspace.Folder, file), Text: File.ReadAllText(file))));
        var found = texts.SelectMany(text => secrets.Where(secret => text.Text.Contains(secret, StringComparison.Ordinal)).Select(secret => $"{secret} in {text.Place}"));
        Assert.That(found, Is.Empty);
        Assert.That(files.Select(Path.GetExtension), Does.Contain(".json").And.Contain(".yaml").And.Contain(".log"), "state, configuration and event log are among the files");
    }
}
