using System.Diagnostics;
using CloudUpdate.Emulator;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.EndToEnd.Tests.Processes;

/// <summary>A project in a temporary folder with a state backend of its own, and the built command, plugin and program as processes.</summary>
internal sealed class CommandWorkspace : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudupdate-e2e-");

    private CommandWorkspace(string example)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.yaml"), $"""
            name: e2e
            runtime:
              name: dotnet
              options:
                binary: {BuiltParts.Program(example)}
            plugins:
              providers:
                - name: cloudupdate
                  path: {BuiltParts.ProviderFolder}
            """);
        _folder.CreateSubdirectory("state");
    }

    /// <summary>A workspace with a stack that is configured for an emulator.</summary>
    public static async Task<CommandWorkspace> CreateAsync(string example, Uri emulator)
    {
        var workspace = new CommandWorkspace(example);
        await workspace.SucceedAsync("stack", "init", "dev");
        var endpoints = new JObject(new[] { "eg", "ga", "kms", "css", "iam" }.Select(service => new JProperty(service, emulator.AbsoluteUri)));
        await workspace.SucceedAsync("config", "set", "cloudupdate:endpoints", endpoints.ToString(Newtonsoft.Json.Formatting.None));
        await workspace.SucceedAsync("config", "set", "cloudupdate:huaweiRegion", DemoCredentials.Region);
        await workspace.SucceedAsync("config", "set", "cloudupdate:huaweiProjectId", DemoCredentials.ProjectId);
        await workspace.SucceedAsync("config", "set", "cloudupdate:huaweiAccessKey", DemoCredentials.AccessKey);
        await workspace.SucceedAsync("config", "set", "cloudupdate:huaweiSecretKey", DemoCredentials.SecretKey, "--secret");
        await workspace.SucceedAsync("config", "set", "cloudupdate:atlasBaseUrl", emulator.AbsoluteUri);
        await workspace.SucceedAsync("config", "set", "cloudupdate:atlasClientId", DemoCredentials.AtlasClientId);
        await workspace.SucceedAsync("config", "set", "cloudupdate:atlasClientSecret", DemoCredentials.AtlasClientSecret, "--secret");
        return workspace;
    }

    /// <summary>Runs the command; anything but success fails the test.</summary>
    public async Task<CommandResult> SucceedAsync(params string[] arguments)
    {
        var result = await RunAsync(arguments);
        Assert.That(result.ExitCode, Is.Zero, $"pulumi {string.Join(' ', arguments)}\n{result.All}");
        return result;
    }

    /// <summary>Runs the command.</summary>
    public async Task<CommandResult> RunAsync(params string[] arguments)
    {
        using var process = Process.Start(Start(arguments))!;
        using var limit = new CancellationTokenSource(Limit);
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return new CommandResult(process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"pulumi {string.Join(' ', arguments)} did not end within {Limit}.");
        }
    }

    /// <summary>The state as the file backend keeps it.</summary>
    public string ReadState() =>
        File.ReadAllText(Directory.GetFiles(_folder.FullName, "dev.json", SearchOption.AllDirectories).Single());

    public void Dispose() => _folder.Delete(recursive: true);

    private ProcessStartInfo Start(string[] arguments) => new(BuiltParts.Command, [.. arguments, "--non-interactive"])
    {
        WorkingDirectory = _folder.FullName,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["PULUMI_BACKEND_URL"] = new Uri(Path.Combine(_folder.FullName, "state")).AbsoluteUri,
            ["PULUMI_HOME"] = Path.Combine(_folder.FullName, "home"),
            ["PULUMI_CONFIG_PASSPHRASE"] = "end-to-end",
            ["NO_COLOR"] = "1",
        },
    };
}
