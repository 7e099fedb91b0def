namespace Pulumi.Automation;

/// <summary>What a refresh takes.</summary>
public sealed class RefreshOptions : UpdateOptions
{
    /// <summary>Whether a change is an error.</summary>
    public bool? ExpectNoChanges { get; set; }

    /// <summary>Whether the result's summary shows secrets; true unless set to false.</summary>
    public bool? ShowSecrets { get; set; }

    /// <summary>Whether nothing is carried out.</summary>
    public bool? PreviewOnly { get; set; }

    /// <summary>Whether creations of unknown outcome are left as they are.</summary>
    public bool? SkipPendingCreates { get; set; }

    /// <summary>Whether creations of unknown outcome are forgotten.</summary>
    public bool? ClearPendingCreates { get; set; }

    /// <summary>Whether the program runs, for its provider configuration.</summary>
    public bool? RunProgram { get; set; }
}
