using Pulumi.Cli.Display.Changes;

namespace Pulumi.Cli.Display;

/// <summary>What a display shows.</summary>
internal sealed record DisplayOptions
{
    /// <summary>Whether each resource is shown with all its property changes instead of as a row of a table.</summary>
    public bool Diff { get; init; }

    public bool ShowSames { get; init; }

    public bool ShowReads { get; init; }

    public bool ShowReplacementSteps { get; init; }

    public bool ShowConfig { get; init; }

    /// <summary>Whether type and name give way to the URN.</summary>
    public bool ShowUrns { get; init; }

    public bool SuppressOutputs { get; init; }

    public bool SuppressProgress { get; init; }

    public ValueOptions Values { get; init; } = new();
}
