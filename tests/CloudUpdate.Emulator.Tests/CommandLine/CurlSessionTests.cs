using System.Diagnostics;
using System.Text;
using CloudUpdate.Emulator.Tests.Support;

namespace CloudUpdate.Emulator.Tests.CommandLine;

/// <summary>The session in the emulator's README, run as it is written.</summary>
[CancelAfter(180_000)]
internal sealed class CurlSessionTests
{
    private const string Prompt = "$ ";

    [Test]
    public async Task Session_AsPrinted_AnswersAsPrinted()
    {
        if (!IsInstalled("curl") || !IsInstalled("bash"))
        {
            Assert.Ignore("curl and bash are not installed.");
        }

        var session = Session();
        await using var emulator = await EmulatorProcess.StartAsync();

        var output = await RunAsync(Script(session), emulator.Address);

        Assert.That(session.Count(line => line.StartsWith(Prompt, StringComparison.Ordinal)), Is.GreaterThan(15));
        Assert.That(output.TrimEnd().Split('\n'), Is.EqualTo(session));
    }

    /// <summary>Prints each command with its prompt before it runs it.</summary>
    private static string Script(IEnumerable<string> session)
    {
        var script = new StringBuilder();
        foreach (var command in session.Where(line => line.StartsWith(Prompt, StringComparison.Ordinal)))
        {
            script.Append("cat <<'PROMPT'\n").Append(command).Append("\nPROMPT\n").Append(command[Prompt.Length..]).Append('\n');
        }

        return script.ToString();
    }

    private static List<string> Session()
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "README.md"));
        return [.. lines.SkipWhile(line => line != "```console").Skip(1).TakeWhile(line => line != "```")];
    }

    private static async Task<string> RunAsync(string script, Uri address)
    {
        var start = new ProcessStartInfo("bash", ["-eu"]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment["EMULATOR"] = address.GetLeftPart(UriPartial.Authority);
        start.Environment["no_proxy"] = "*";
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(script);
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.CurrentContext.CancellationToken);
        await process.WaitForExitAsync(TestContext.CurrentContext.CancellationToken);
        return output;
    }

    private static bool IsInstalled(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, command)));
}
