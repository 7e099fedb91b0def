using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;

namespace Pulumi.Automation.Inline;

/// <summary>The program that a host serves, and how its last run failed.</summary>
internal sealed class InlineProgram(PulumiFn function, ILogger? logger)
{
    public PulumiFn Function { get; } = function;

    public ILogger? Logger { get; } = logger;

    /// <summary>The program's own exception; null where it succeeded or has not run.</summary>
    public ExceptionDispatchInfo? Failure { get; set; }
}
