using Pulumi.Automation.Events;

namespace Pulumi.Automation;

/// <summary>What every operation on a stack takes.</summary>
public class UpdateOptions
{
    /// <summary>How many resources are worked on at once.</summary>
    public int? Parallel { get; set; }

    /// <summary>A message for the history.</summary>
    public string? Message { get; set; }

    /// <summary>URNs of the only resources to work on.</summary>
    public List<string>? Target { get; set; }

    /// <summary>URNs of resources to leave alone.</summary>
    public List<string>? Exclude { get; set; }

    /// <summary><c>always</c>, <c>never</c>, <c>raw</c> or <c>auto</c>.</summary>
    public string? Color { get; set; }

    /// <summary>Whether log settings reach child processes.</summary>
    public bool? LogFlow { get; set; }

    /// <summary>Verbosity of the log, 1 to 11.</summary>
    public int? LogVerbosity { get; set; }

    /// <summary>Whether the log goes to standard error.</summary>
    public bool? LogToStdErr { get; set; }

    /// <summary>Where traces go.</summary>
    public string? Tracing { get; set; }

    /// <summary>Whether debug messages are shown.</summary>
    public bool? Debug { get; set; }

    /// <summary>Whether output is JSON.</summary>
    public bool? Json { get; set; }

    /// <summary>The stack configuration file in place of the usual one.</summary>
    public string? ConfigFile { get; set; }

    /// <summary>Called for each line of standard output.</summary>
    public Action<string>? OnStandardOutput { get; set; }

    /// <summary>Called for each line of standard error.</summary>
    public Action<string>? OnStandardError { get; set; }

    /// <summary>Called for each event of the engine, in order.</summary>
    public Action<EngineEvent>? OnEvent { get; set; }
}
