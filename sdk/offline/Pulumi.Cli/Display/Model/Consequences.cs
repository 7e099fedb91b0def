using System.Collections.Immutable;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.Display.Model;

/// <summary>Errors that only say that another error ended the run: the program's calls that were under way then fail too, and the SDK reports
/// that with a stack trace of its own.</summary>
internal static class Consequences
{
    private const string MonitorGone = "resource monitor shut down while waiting on step's done channel";

    /// <summary>The rows without such errors, where the error that ended the run is there.</summary>
    public static ImmutableArray<ResourceRow> Remove(ImmutableArray<ResourceRow> rows) =>
        rows.Any(row => row.Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && !IsConsequence(diagnostic)))
            ? [.. rows.Select(row => row.Diagnostics.Any(IsConsequence) ? row with { Diagnostics = row.Diagnostics.RemoveAll(diagnostic => IsConsequence(diagnostic)) } : row)]
            : rows;

    /// <summary>Whether the message is such an error. An aggregate is not: it may hold errors of the program's own.</summary>
    public static bool IsConsequence(DiagnosticEvent diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Error
        && diagnostic.Message.Contains(MonitorGone, StringComparison.Ordinal)
        && !diagnostic.Message.Contains(nameof(AggregateException), StringComparison.Ordinal);
}
