using System.Collections.Immutable;
using System.Text.Json;

namespace Pulumi;

/// <summary>The environment variables by which the engine talks to a program when it starts it.</summary>
internal sealed record ProgramEnvironment(DeploymentSettings Settings, string MonitorAddress, string EngineAddress)
{
    /// <exception cref="InvalidOperationException">The program was not started by the engine.</exception>
    public static ProgramEnvironment Read()
    {
        var monitor = Variable("PULUMI_MONITOR");
        var engine = Variable("PULUMI_ENGINE");
        var project = Variable("PULUMI_PROJECT");
        var stack = Variable("PULUMI_STACK");
        if (monitor is null || engine is null || project is null || stack is null
            || !bool.TryParse(Variable("PULUMI_DRY_RUN"), out var isDryRun)
            || !bool.TryParse(Variable("PULUMI_QUERY_MODE"), out _)
            || !int.TryParse(Variable("PULUMI_PARALLEL"), out _))
        {
            throw new InvalidOperationException("Program run without the Pulumi engine available; re-run using the `pulumi` CLI");
        }

        var settings = new DeploymentSettings(project, stack)
        {
            Organization = Variable("PULUMI_ORGANIZATION") ?? "organization",
            RootDirectory = Variable("PULUMI_ROOT_DIRECTORY"),
            IsDryRun = isDryRun,
            Config = ReadConfig(),
        };
        return new ProgramEnvironment(settings, monitor, engine);
    }

    /// <summary>The configuration in <c>PULUMI_CONFIG</c>.</summary>
    public static ImmutableDictionary<string, string> ReadConfig()
    {
        if (Environment.GetEnvironmentVariable("PULUMI_CONFIG") is not { } text)
        {
            return ImmutableDictionary<string, string>.Empty;
        }

        using var document = JsonDocument.Parse(text);
        var config = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var entry in document.RootElement.EnumerateObject())
        {
            config[CleanKey(entry.Name)] = entry.Value.ToString();
        }

        return config.ToImmutable();
    }

    // Engines may still write "namespace:config:name".
    private static string CleanKey(string key)
        => key.Split(':', 3) is [{ Length: > 0 } space, "config", var name] ? $"{space}:{name}" : key;

    private static string? Variable(string name)
        => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
