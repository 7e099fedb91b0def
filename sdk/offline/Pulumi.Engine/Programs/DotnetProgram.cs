using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Pulumi.Engine.Config;
using Pulumi.Engine.Processes;

namespace Pulumi.Engine.Programs;

/// <summary>A .NET program as a process: built and run from its project, or with the runtime option <c>binary</c> as it is. One object serves
/// several runs; the project is built before the first.</summary>
public sealed class DotnetProgram : IProgram
{
    private const int ReportedByItself = 32;

    private readonly EngineEnvironment _environment;
    private readonly ProjectFile _project;
    private readonly string _directory;
    private readonly string _target;
    private bool _isBuilt;

    /// <summary>The program of a project.</summary>
    /// <exception cref="EngineException">The project has another runtime.</exception>
    public DotnetProgram(EngineEnvironment environment, ProjectFile project)
    {
        if (project.Runtime != "dotnet")
        {
            throw new EngineException(EngineErrorKind.Unsupported, $"the project has the runtime '{project.Runtime}'; this engine runs 'dotnet' alone, use the Pulumi CLI");
        }

        _environment = environment;
        _project = project;
        _target = Path.GetFullPath(project.Main.Length > 0 ? project.Main : ".", project.Directory);
        _directory = Directory.Exists(_target) ? _target : Path.GetDirectoryName(_target)!;
    }

    /// <inheritdoc/>
    public async Task<ProgramResult> RunAsync(ProgramRun run, CancellationToken cancellation)
    {
        var isBinary = _project.RuntimeOptions.TryGetValue("binary", out var binary);
        if (!isBinary && !_isBuilt && await BuildAsync(run, cancellation) is { } failure)
        {
            return failure;
        }

        _isBuilt = true;
        var (fileName, arguments) = isBinary ? Command(Path.GetFullPath(binary!, _project.Directory)) : (Host, ["run", "--no-build", "--project", _target]);
        var exitCode = await RunProcessAsync(fileName, arguments, Variables(run), run.OnOutput, cancellation);
        return exitCode switch
        {
            0 => ProgramResult.Success,
            ReportedByItself => ProgramResult.Reported,
            _ => ProgramResult.Failure($"an unhandled error occurred: Program exited with non-zero exit code: {exitCode}"),
        };
    }

    private string Host => _project.RuntimeOptions.GetValueOrDefault("use-executor", "dotnet");

    private (string FileName, ImmutableArray<string> Arguments) Command(string binary) =>
        binary.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) ? (Host, [binary]) : (binary, []);

    private async Task<ProgramResult?> BuildAsync(ProgramRun run, CancellationToken cancellation)
    {
        var exitCode = await RunProcessAsync(Host, ["build", "-nologo", _target], _environment.Variables, run.OnOutput, cancellation);
        return exitCode == 0 ? null : ProgramResult.Failure($"'dotnet build -nologo {_target}' completed with exit code {exitCode}");
    }

    private async Task<int> RunProcessAsync(
        string fileName,
        ImmutableArray<string> arguments,
        ImmutableDictionary<string, string> variables,
        Action<string, bool> onOutput,
        CancellationToken cancellation)
    {
        await using var process = ChildProcess.Start(fileName, arguments, _directory, variables, _environment.Time, onOutput);
        await using var kill = cancellation.Register(process.Kill);
        await process.WaitAsync(CancellationToken.None);
        cancellation.ThrowIfCancellationRequested();
        return process.ExitCode;
    }

    private ImmutableDictionary<string, string> Variables(ProgramRun run)
    {
        var values = run.Configuration.Values;
        var variables = new Dictionary<string, string>
        {
            ["PULUMI_MONITOR"] = run.MonitorAddress,
            ["PULUMI_ENGINE"] = run.EngineAddress,
            ["PULUMI_PROJECT"] = run.Stack.Project,
            ["PULUMI_STACK"] = run.Stack.Name,
            ["PULUMI_ORGANIZATION"] = Backend.StackReference.Organization,
            ["PULUMI_ROOT_DIRECTORY"] = _project.Directory,
            ["PULUMI_PWD"] = _directory,
            ["PULUMI_DRY_RUN"] = run.DryRun ? "true" : "false",

            // Obsolete, but programs built with the published SDK refuse to start without it.
            ["PULUMI_QUERY_MODE"] = "false",
            ["PULUMI_PARALLEL"] = run.Parallel.ToString(CultureInfo.InvariantCulture),
            ["PULUMI_CONFIG_SECRET_KEYS"] = new JArray(run.Configuration.SecretKeys.Select(key => key.ToString()).Order(StringComparer.Ordinal)).ToString(Formatting.None),
        };
        if (values.Count > 0)
        {
            variables["PULUMI_CONFIG"] = new JObject(values.Select(entry => new JProperty(entry.Key.ToString(), entry.Value))).ToString(Formatting.None);
        }

        return _environment.Variables.SetItems(variables);
    }
}
