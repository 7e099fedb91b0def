using System.Globalization;

namespace Pulumi.Automation.Commands;

/// <summary>Options as flags of the command: those of the operation first, then the common ones.</summary>
internal static class OptionFlags
{
    public static IEnumerable<string> Of(UpOptions? options) => options is null ? [] :
    [
        .. Flag("--expect-no-changes", options.ExpectNoChanges),
        .. Switch("--show-reads", options.ShowReads),
        .. Flag("--diff", options.Diff),
        .. Value("--plan", options.Plan),
        .. Values("--replace", options.Replace),
        .. Flag("--exclude-dependents", options.ExcludeDependents),
        .. Flag("--target-dependents", options.TargetDependents),
        .. Flag("--continue-on-error", options.ContinueOnError),
        .. Flag("--refresh", options.Refresh),
        .. Common(options),
    ];

    public static IEnumerable<string> Of(PreviewOptions? options) => options is null ? [] :
    [
        .. Flag("--expect-no-changes", options.ExpectNoChanges),
        .. Switch("--show-reads", options.ShowReads),
        .. Flag("--diff", options.Diff),
        .. Value("--save-plan", options.Plan),
        .. Values("--replace", options.Replace),
        .. Flag("--exclude-dependents", options.ExcludeDependents),
        .. Flag("--target-dependents", options.TargetDependents),
        .. Flag("--refresh", options.Refresh),
        .. Common(options),
    ];

    public static IEnumerable<string> Of(RefreshOptions? options) => options is null ? [] :
    [
        .. Flag("--expect-no-changes", options.ExpectNoChanges),
        .. Flag("--skip-pending-creates", options.SkipPendingCreates),
        .. Flag("--clear-pending-creates", options.ClearPendingCreates),
        .. Switch("--run-program", options.RunProgram),
        .. Common(options),
    ];

    public static IEnumerable<string> Of(DestroyOptions? options) => options is null ? [] :
    [
        .. Flag("--exclude-dependents", options.ExcludeDependents),
        .. Flag("--target-dependents", options.TargetDependents),
        .. Flag("--continue-on-error", options.ContinueOnError),
        .. Flag("--refresh", options.Refresh),
        .. Switch("--run-program", options.RunProgram),
        .. Common(options),
    ];

    private static IEnumerable<string> Common(UpdateOptions options) =>
    [
        .. Value("--parallel", options.Parallel?.ToString(CultureInfo.InvariantCulture)),
        .. Value("--message", options.Message),
        .. Values("--exclude", options.Exclude),
        .. Values("--target", options.Target),
        .. Value("--color", options.Color),
        .. Flag("--logflow", options.LogFlow),
        .. Value("--verbose", options.LogVerbosity?.ToString(CultureInfo.InvariantCulture)),
        .. Flag("--logtostderr", options.LogToStdErr),
        .. Value("--tracing", options.Tracing),
        .. Flag("--debug", options.Debug),
        .. Flag("--json", options.Json),
        .. Value("--config-file", options.ConfigFile),
    ];

    private static IEnumerable<string> Flag(string name, bool? value) => value == true ? [name] : [];

    private static IEnumerable<string> Switch(string name, bool? value) => value is { } given ? [$"{name}={(given ? "true" : "false")}"] : [];

    private static IEnumerable<string> Value(string name, string? value) => string.IsNullOrWhiteSpace(value) ? [] : [name, value];

    private static IEnumerable<string> Values(string name, List<string>? values) => (values ?? []).SelectMany(value => new[] { name, value });
}
