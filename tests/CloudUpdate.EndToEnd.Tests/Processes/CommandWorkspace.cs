using System.Diagnostics;
using CloudUpdate.Emulator;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.EndToEnd.Tests.Processes;

/// <summary>A project in a temporary folder with a state backend of its own, and the built command, plugin and program as processes.</summary>
internal sealed class CommandWorkspace : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudupdate-e2e-");

    private CommandWorkspace(string program)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "Pulumi.yaml"), $"""
            name: e2e
            runtime:
              name: dotnet
              options:
                binary: {program}
            plugins:
              providers:
                - name: cloudupdate
                  path: {BuiltParts.ProviderFolder}
            """);
        _folder.CreateSubdirectory("state");
    }

    /// <summary>The folder that all of it is in.</summary>
    public string Folder => _folder.FullName;

    /// <summary>A workspace with a stack that is configured for an emulator.</summary>
    /// <param name="program">The assembly of the program.</param>
    /// <param name="emulator">The emulator's address.</param>
    public static async Task<CommandWorkspace> CreateAsync(string program, Uri emulator)
    {
        var workspace = new CommandWorkspace(program);
        await workspace.SucceedAsync("stack", "init", "dev");
        var endpoints = new JObject(new[] { "eg", "ga", "kms", "css", "iam" }.Select(service => new JProperty(service, emulator.AbsoluteUri)));
        await workspace.ConfigureAsync(
            [
                ("cloudupdate:endpoints", endpoints.ToString(Newtonsoft.Json.Formatting.None)),
                ("cloudupdate:huaweiRegion", DemoCredentials.Region),
                ("cloudupdate:huaweiProjectId", DemoCredentials.ProjectId),
                ("cloudupdate:huaweiAccessKey", DemoCredentials.AccessKey),
                ("cloudupdate:atlasBaseUrl", emulator.AbsoluteUri),
                ("cloudupdate:atlasClientId", DemoCredentials.AtlasClientId),
            ],
            [("cloudupdate:huaweiSecretKey", DemoCredentials.SecretKey), ("cloudupdate:atlasClientSecret", DemoCredentials.AtlasClientSecret)]);
        return workspace;
    }

    /// <summary>Sets values of the configuration.</summary>
    public Task ConfigureAsync((string Key, string Value)[] values, (string Key, string Value)[] secrets) => SucceedAsync(
        ["config", "set-all", .. Assignments("--plaintext", values), .. Assignments("--secret", secrets)]);

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

    private static IEnumerable<string> Assignments(string option, (string Key, string Value)[] values) =>
        values.SelectMany(value => new[] { option, $"{value.Key}={value.Value}" });

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
            ["PULUMI_DEBUG_COMMANDS"] = "true",
            ["NO_COLOR"] = "1",
        },
    };
}
