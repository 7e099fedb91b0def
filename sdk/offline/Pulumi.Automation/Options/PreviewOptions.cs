using Microsoft.Extensions.Logging;

namespace Pulumi.Automation;

/// <summary>What a preview takes.</summary>
public sealed class PreviewOptions : UpdateOptions
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

    /// <summary>For the published package, which logs how a program runs; this subset has nothing to log.</summary>
    public ILogger? Logger { get; set; }

    /// <summary>Whether the state is refreshed first.</summary>
    public bool? Refresh { get; set; }

    /// <summary>Whether reads are shown.</summary>
    public bool? ShowReads { get; set; }
}
