using System.Diagnostics;
using CloudUpdate.Emulator;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.EndToEnd.Tests.Processes;

/// <summary>A project in a temporary folder with a state backend of its own, and the built command, plugin and program as processes.</summary>
internal sealed class CommandWorkspace : IDisposable
{
    // Named in the README of the examples; it protects the emulator's credentials, which are public.
    private const string ExamplesPassphrase = "emulator";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudupdate-e2e-");

    private readonly string _passphrase;

    private CommandWorkspace(string project, string passphrase)
    {
        _passphrase = passphrase;
        Write("Pulumi.yaml", project);
        _folder.CreateSubdirectory("state");
    }

    /// <summary>The folder that all of it is in.</summary>
    public string Folder => _folder.FullName;

    /// <summary>A workspace with a stack that is configured for an emulator.</summary>
    /// <param name="program">The assembly of the program.</param>
    /// <param name="emulator">The emulator's address.</param>
    public static async Task<CommandWorkspace> CreateAsync(string program, Uri emulator)
    {
        var workspace = new CommandWorkspace($"name: e2e\n{Binary(program)}{Plugins}", passphrase: "end-to-end");
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

    /// <summary>The project of an example and the settings of its stack <c>dev</c>.</summary>
    /// <param name="example">Its folder, from the folder of the examples.</param>
    /// <param name="emulator">The emulator's address, in place of the one in the settings.</param>
    /// <param name="isBuilt">Whether to take what the build made of it, or to let the command build it.</param>
    public static CommandWorkspace OfExample(string example, Uri emulator, bool isBuilt)
    {
        var folder = Path.Combine(BuiltParts.Examples, example);
        var project = File.ReadAllText(Path.Combine(folder, "Pulumi.yaml"));
        var located = isBuilt ? project.Replace("runtime: dotnet\n", Binary(BuiltParts.Example(example)), StringComparison.Ordinal) : $"{project}main: {folder}\n";
        var settings = File.ReadAllText(Path.Combine(folder, "Pulumi.dev.yaml"));
        var workspace = new CommandWorkspace(located + Plugins, ExamplesPassphrase);
        workspace.Write("Pulumi.dev.yaml", settings.Replace("http://127.0.0.1:8080", emulator.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal));
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

    /// <summary>The settings of the stack.</summary>
    public string ReadSettings() => File.ReadAllText(Path.Combine(_folder.FullName, "Pulumi.dev.yaml"));

    public void Dispose() => _folder.Delete(recursive: true);

    private static string Plugins => $"""
        plugins:
          providers:
            - name: cloudupdate
              path: {BuiltParts.ProviderFolder}

        """;

    private static string Binary(string program) => $"""
        runtime:
          name: dotnet
          options:
            binary: {program}

        """;

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.FullName, file), text);

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
            ["PULUMI_CONFIG_PASSPHRASE"] = _passphrase,
            ["PULUMI_DEBUG_COMMANDS"] = "true",
            ["NO_COLOR"] = "1",

            // No process here lives long enough to earn that its methods are compiled a second time.
            ["DOTNET_TC_CallCounting"] = "0",
        },
    };
}
