namespace Pulumi.Automation;

/// <summary>What a destruction takes.</summary>
public sealed class DestroyOptions : UpdateOptions
{
    /// <summary>Whether dependents of targets are worked on too.</summary>
    public bool? TargetDependents { get; set; }

    /// <summary>Whether dependents of excluded resources are left alone too.</summary>
    public bool? ExcludeDependents { get; set; }

    /// <summary>Whether the result's summary shows secrets; true unless set to false.</summary>
    public bool? ShowSecrets { get; set; }

    /// <summary>Whether independent work goes on after a failure.</summary>
    public bool? ContinueOnError { get; set; }

    /// <summary>Whether nothing is carried out.</summary>
    public bool? PreviewOnly { get; set; }

    /// <summary>Whether the state is refreshed first.</summary>
    public bool? Refresh { get; set; }

    /// <summary>Whether the program runs, for its provider configuration.</summary>
    public bool? RunProgram { get; set; }
}
