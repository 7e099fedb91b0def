using System.Collections;
using System.Collections.Immutable;
using CloudUpdate.Docs.Tests.Documents;
using CloudUpdate.Docs.Tests.Snippets;
using Pulumi.Cli;
using Pulumi.Cli.Hosting;
using Pulumi.Engine;
using YamlDotNet.Serialization;

namespace CloudUpdate.Docs.Tests.Sessions;

/// <summary>A Pulumi project in a temporary folder whose program is a snippet, and the command that works in it, inside of this process.</summary>
internal sealed class SnippetProject : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cloudupdate-docs-");
    private readonly string _project;

    public SnippetProject(Snippet program, string name)
    {
        _project = _folder.CreateSubdirectory(name).FullName;
        _folder.CreateSubdirectory("state");
        var binary = Build(program, _folder.CreateSubdirectory("program").FullName);
        File.WriteAllText(Path.Combine(_project, "Pulumi.yaml"), $"""
            name: {name}
            runtime:
              name: dotnet
              options:
                binary: {binary}
            plugins:
              providers:
                - name: cloudupdate
                  path: {BuiltParts.Provider}
            """);
    }

    /// <summary>Makes a stack with a configuration, and selects it.</summary>
    public async Task ConfigureAsync(string stack, IReadOnlyDictionary<string, object> settings)
    {
        await File.WriteAllTextAsync(Path.Combine(_project, $"Pulumi.{stack}.yaml"), new Serializer().Serialize(new Dictionary<string, object> { ["config"] = settings }));
        await RunAsync(["stack", "init", stack]);
    }

    /// <summary>Runs the command and returns all that it prints.</summary>
    public async Task<string> RunAsync(IEnumerable<string> arguments)
    {
        using var interrupts = new Interrupts();
        using var output = new StringWriter { NewLine = "\n" };
        var environment = new EngineEnvironment { WorkingDirectory = _project, Variables = Variables() };
        var terminal = new Terminal { Input = TextReader.Null, Output = output, Error = output, Width = 160 };
        await CommandLine.RunAsync(new CliHost(environment, terminal, interrupts), [.. arguments]).WaitAsync(s_limit);
        return output.ToString();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private ImmutableDictionary<string, string> Variables() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToImmutableDictionary(entry => (string)entry.Key, entry => (string)entry.Value!)
        .SetItem("PULUMI_HOME", Path.Combine(_folder.FullName, "home"))
        .SetItem("PULUMI_BACKEND_URL", new Uri(Path.Combine(_folder.FullName, "state")).AbsoluteUri)
        .SetItem("PULUMI_CONFIG_PASSPHRASE", "documents")
        .SetItem("NO_COLOR", "1");

    private static string Build(Snippet program, string folder)
    {
        foreach (var file in Directory.EnumerateFiles(BuiltParts.Program, "*.dll"))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        var binary = Path.Combine(folder, "Snippet.dll");
        File.Copy(Path.Combine(BuiltParts.Program, "Quickstart.runtimeconfig.json"), Path.ChangeExtension(binary, ".runtimeconfig.json"));
        using var image = File.Create(binary);
        var result = SnippetCompiler.Compile(program).Emit(image);
        Assert.That(result.Success, Is.True, string.Join('\n', result.Diagnostics));
        return binary;
    }
}
