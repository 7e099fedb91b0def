namespace Pulumi.Cli.Tests.Support;

/// <summary>What one run of the command gave back.</summary>
internal sealed record CliResult(int ExitCode, string Output, string Error);
