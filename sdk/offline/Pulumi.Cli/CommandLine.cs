using System.CommandLine;
using Pulumi.Cli.Commands;
using Pulumi.Cli.Hosting;
using Pulumi.Cli.Parsing;
using Pulumi.Engine;

namespace Pulumi.Cli;

/// <summary>The command as a whole: reads the arguments, runs what they ask for, and turns errors into messages and exit codes.</summary>
internal static class CommandLine
{
    // Neither response files (@file) nor directives ([...]): both are legal values of arguments here.
    private static readonly ParserConfiguration s_parser = new() { ResponseFileTokenReplacer = null };

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(CliHost host, string[] args)
    {
        try
        {
            var root = CommandTree.Create(host);
            var first = root.Parse(args, s_parser);
            var parsed = root.Parse(Flags.SpellOut(first.CommandResult.Command, args), s_parser);
            CheckUsage(parsed);
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = host.Terminal.Output,
                Error = host.Terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            }).ConfigureAwait(false);
        }
        catch (CommandException exception)
        {
            return Report(host, exception.Message, exception.ExitCode);
        }
        catch (EngineException exception)
        {
            return Report(host, exception.Message, exception.Kind == EngineErrorKind.StackNotFound ? ExitCode.StackNotFound : ExitCode.General);
        }
        catch (OperationCanceledException) when (host.Interrupts.Graceful.IsCancellationRequested)
        {
            return Report(host, "interrupted", ExitCode.General);
        }
#pragma warning disable CA1031 // The last resort of the process: whatever it is, the user sees it whole and scripts see 255.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Report(host, $"an error of the command itself, please report it: {exception}", ExitCode.Internal);
        }
    }

    private static void CheckUsage(ParseResult parsed)
    {
        if (parsed.Action is System.CommandLine.Help.HelpAction)
        {
            return;
        }

        if (Flags.Unknown(parsed) is { } unknown)
        {
            throw CommandException.Usage($"unknown flag: {unknown}");
        }

        if (parsed.Errors.Count > 0)
        {
            throw CommandException.Usage(string.Join('\n', parsed.Errors.Select(error => error.Message)));
        }
    }

    private static int Report(CliHost host, string message, int exitCode)
    {
        host.Terminal.Error.WriteLine($"error: {message}");
        return exitCode;
    }
}
