using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text;

namespace Pulumi.Automation.Commands;

/// <summary>Runs <c>pulumi</c>, found through <c>PATH</c>.</summary>
internal static class CommandRunner
{
    /// <summary>Runs the command to its end.</summary>
    /// <exception cref="Exceptions.CommandException">It ended with an exit code other than 0.</exception>
    /// <exception cref="OperationCanceledException">It was asked to stop, and has stopped.</exception>
    public static async Task<CommandOutcome> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var events = call.OnEvent is null ? null : new EventLogFile(call.OnEvent);
        using var process = Start(call, events?.Path);
        var output = ReadAsync(process.StandardOutput, call.OnStandardOutput);
        var error = ReadAsync(process.StandardError, call.OnStandardError);
        var following = events?.FollowAsync() ?? Task.CompletedTask;
        using (cancellationToken.Register(() => Interrupt.Send(process)))
        {
            await process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        var outcome = new CommandOutcome(process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
        events?.Complete();
        await following.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return outcome.Code == 0 ? outcome : throw CommandFailure.Of(outcome);
    }

    private static Process Start(CommandCall call, string? eventLog)
    {
        var start = new ProcessStartInfo("pulumi", call.FullArguments(eventLog))
        {
            WorkingDirectory = call.WorkDir,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in call.Environment)
        {
            start.Environment[name] = value;
        }

        if (eventLog is not null)
        {
            start.Environment["PULUMI_DEBUG_COMMANDS"] = "true";
        }

        // The executable is looked up on the PATH the command itself will see.
        start.FileName = ExecutablePath.Find("pulumi", start.Environment["PATH"]);
        var process = Process.Start(start) ?? throw new InvalidOperationException("The pulumi command did not start.");
        process.StandardInput.Close();
        return process;
    }

    private static async Task<string> ReadAsync(StreamReader reader, Action<string>? onLine)
    {
        var all = new StringBuilder();
        ExceptionDispatchInfo? failure = null;
        while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            all.AppendLine(line);
            failure ??= Try(onLine, line);
        }

        failure?.Throw();
        return all.ToString();
    }

    // A callback that fails is called no more, but the command's output is still taken, or it would wait for that for ever.
    private static ExceptionDispatchInfo? Try(Action<string>? onLine, string line)
    {
        try
        {
            onLine?.Invoke(line);
            return null;
        }
        catch (Exception exception)
        {
            return ExceptionDispatchInfo.Capture(exception);
        }
    }
}
