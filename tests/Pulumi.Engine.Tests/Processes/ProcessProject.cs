using System.Collections.Immutable;
using System.Diagnostics;
using Pulumi.Engine.Config;
using Pulumi.Engine.Tests.Framework;

namespace Pulumi.Engine.Tests.Processes;

/// <summary>A project whose program and provider are this assembly in processes of their own.</summary>
internal sealed class ProcessProject
{
    private readonly EngineTest _engine;

    public ProcessProject(EngineTest engine, string runtime = "")
    {
        _engine = engine;
        Objects = Directory.CreateDirectory(Path.Combine(engine.Folder, "objects")).FullName;
        File.WriteAllText(ProjectPath, $"""
            name: {EngineTest.Project}
            runtime:
              name: dotnet
              options:
                {(runtime.Length > 0 ? runtime : $"binary: {TestProcess.AssemblyPath}")}
            plugins:
              providers:
                - name: fake
                  path: {TestProcess.AssemblyPath}
            """);
        var inherited = EngineEnvironment.OfProcess().Variables;
        Variables = inherited.SetItem(ProviderProcess.Objects, Objects).SetItem("PULUMI_CONFIG_PASSPHRASE", "correct horse");
    }

    public string Objects { get; }

    public string ProjectPath => Path.Combine(_engine.Folder, "Pulumi.yaml");

    public ProjectFile Project => ProjectFile.Load(ProjectPath);

    public ImmutableDictionary<string, string> Variables { get; set; }

    public EngineEnvironment Environment => _engine.Environment with { Variables = Variables };

    /// <summary>Runs an engine of its own on the project.</summary>
    public Process StartEngine()
    {
        var start = new ProcessStartInfo("dotnet", [TestProcess.AssemblyPath, _engine.Folder]) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in Variables.SetItem(TestProcess.Role, TestProcess.Engine))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Waits for the provider to stall, and answers its process id.</summary>
    public async Task<int> StalledAsync()
    {
        var path = Path.Combine(Objects, "stalled");
        using var watcher = new FileSystemWatcher(Objects) { EnableRaisingEvents = true };
        var appeared = new TaskCompletionSource();
        watcher.Renamed += (_, _) => appeared.TrySetResult();
        if (!File.Exists(path))
        {
            await appeared.Task.WaitAsync(EngineTest.Patience);
        }

        return int.Parse(await File.ReadAllTextAsync(path), System.Globalization.CultureInfo.InvariantCulture);
    }
}
