namespace Pulumi.Engine.Events;

/// <summary>How serious a message is.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Shown on request alone.</summary>
    Debug,

    /// <summary>Information.</summary>
    Info,

    /// <summary>Information that came on standard error; <c>info#err</c> on the wire.</summary>
    InfoError,

    /// <summary>A warning; does not change the outcome.</summary>
    Warning,

    /// <summary>An error.</summary>
    Error,
}
