using Microsoft.Extensions.Logging;

namespace Pulumi.Automation;

/// <summary>What a workspace is made from.</summary>
public class LocalWorkspaceOptions
{
    /// <summary>Folder of the project; null for a temporary one, deleted with the workspace.</summary>
    public string? WorkDir { get; set; }

    /// <summary>Where the command keeps plugins and credentials; null for its own default.</summary>
    public string? PulumiHome { get; set; }

    /// <summary>What encrypts secrets of new stacks; null for the backend's default.</summary>
    public string? SecretsProvider { get; set; }

    /// <summary>The inline program; null where the project has one of its own.</summary>
    public PulumiFn? Program { get; set; }

    /// <summary>For the published package, which logs how a program runs; this subset has nothing to log.</summary>
    public ILogger? Logger { get; set; }

    /// <summary>The project file to write.</summary>
    public ProjectSettings? ProjectSettings { get; set; }

    /// <summary>The stack configuration files to write, by stack name.</summary>
    public IDictionary<string, StackSettings>? StackSettings { get; set; }

    /// <summary>Environment of the command; null removes a variable.</summary>
    public IDictionary<string, string?>? EnvironmentVariables { get; set; }
}
