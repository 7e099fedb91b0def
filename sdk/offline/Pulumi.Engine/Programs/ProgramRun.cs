using Pulumi.Engine.Backend;
using Pulumi.Engine.Config;

namespace Pulumi.Engine.Programs;

/// <summary>What a program is told when it runs.</summary>
public sealed record ProgramRun
{
    /// <summary>Address of the resource monitor: <c>host:port</c>, plain-text HTTP/2.</summary>
    public required string MonitorAddress { get; init; }

    /// <summary>Address of the engine service, in the same form.</summary>
    public required string EngineAddress { get; init; }

    /// <summary>The stack.</summary>
    public required StackReference Stack { get; init; }

    /// <summary>The configuration, decrypted.</summary>
    public required StackConfiguration Configuration { get; init; }

    /// <summary>Whether this is a preview.</summary>
    public required bool DryRun { get; init; }

    /// <summary>How many steps may run at once.</summary>
    public required int Parallel { get; init; }

    /// <summary>Takes what the program prints: the line, and whether it came on standard error.</summary>
    public required Action<string, bool> OnOutput { get; init; }
}
