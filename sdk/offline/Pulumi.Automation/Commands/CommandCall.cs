using Pulumi.Automation.Events;

namespace Pulumi.Automation.Commands;

/// <summary>One run of the command.</summary>
/// <param name="Arguments">Its arguments, without <c>--non-interactive</c>.</param>
/// <param name="WorkDir">Folder to run in.</param>
/// <param name="Environment">Variables set over those of this process; null removes one.</param>
internal sealed record CommandCall(IReadOnlyList<string> Arguments, string WorkDir, IReadOnlyDictionary<string, string?> Environment)
{
    /// <summary>Called for each line of standard output.</summary>
    public Action<string>? OnStandardOutput { get; init; }

    /// <summary>Called for each line of standard error.</summary>
    public Action<string>? OnStandardError { get; init; }

    /// <summary>Called for each event of the engine; null where none are asked for.</summary>
    public Action<EngineEvent>? OnEvent { get; init; }

    /// <summary>Arguments as they are run: with <c>--non-interactive</c>, in front of a <c>--</c> where there is one.</summary>
    public IReadOnlyList<string> FullArguments(string? eventLog)
    {
        List<string> extra = eventLog is null ? ["--non-interactive"] : ["--non-interactive", "--event-log", eventLog];
        var separator = Arguments.ToList().IndexOf("--");
        return separator < 0
            ? [.. Arguments, .. extra]
            : [.. Arguments.Take(separator), .. extra, .. Arguments.Skip(separator)];
    }
}
