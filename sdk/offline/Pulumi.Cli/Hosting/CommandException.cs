namespace Pulumi.Cli.Hosting;

/// <summary>Ends a command with a message for the user.</summary>
/// <param name="exitCode">The process's exit code.</param>
/// <param name="message">The message.</param>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;

    public static CommandException Usage(string message) => new(Hosting.ExitCode.Usage, message);

    public static CommandException General(string message) => new(Hosting.ExitCode.General, message);
}
