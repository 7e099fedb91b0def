using Microsoft.Extensions.Logging;

namespace Pulumi.Automation;

/// <summary>What an update takes.</summary>
public sealed class UpOptions : UpdateOptions
{
    /// <summary>Whether a change is an error.</summary>
    public bool? ExpectNoChanges { get; set; }

    /// <summary>Whether the output shows detailed differences.</summary>
    public bool? Diff { get; set; }

    /// <summary>URNs of resources to replace.</summary>
    public List<string>? Replace { get; set; }

    /// <summary>Whether dependents of targets are worked on too.</summary>
    public bool? TargetDependents { get; set; }

    /// <summary>Whether dependents of excluded resources are left alone too.</summary>
    public bool? ExcludeDependents { get; set; }

    /// <summary>An inline program in place of the workspace's.</summary>
    public PulumiFn? Program { get; set; }

    /// <summary>A plan file.</summary>
    public string? Plan { get; set; }

    /// <summary>Whether the result's summary shows secrets; true unless set to false.</summary>
    public bool? ShowSecrets { get; set; }

    /// <summary>For the published package, which logs how a program runs; this subset has nothing to log.</summary>
    public ILogger? Logger { get; set; }

    /// <summary>Whether independent work goes on after a failure.</summary>
    public bool? ContinueOnError { get; set; }

    /// <summary>Whether the state is refreshed first.</summary>
    public bool? Refresh { get; set; }

    /// <summary>Whether reads are shown.</summary>
    public bool? ShowReads { get; set; }
}
