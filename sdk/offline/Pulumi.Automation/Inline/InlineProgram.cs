using System.Runtime.ExceptionServices;

namespace Pulumi.Automation.Inline;

/// <summary>The program that a host serves, and how its last run failed.</summary>
internal sealed class InlineProgram(PulumiFn function)
{
    public PulumiFn Function { get; } = function;

    /// <summary>The program's own exception; null where it succeeded or has not run.</summary>
    public ExceptionDispatchInfo? Failure { get; set; }
}
