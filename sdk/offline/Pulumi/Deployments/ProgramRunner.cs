using System.Collections.Immutable;
using System.Reflection;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi;

/// <summary>Runs a program to its end and turns what happened into messages and an exit code.</summary>
internal sealed class ProgramRunner(DeploymentSession session)
{
    /// <summary>Tells the one who started the program that all errors have been logged already.</summary>
    private const int ErrorsAreLogged = 32;

    private const BindingFlags ThrowAsThrown = BindingFlags.Instance | BindingFlags.Public | BindingFlags.DoNotWrapExceptions;

    /// <summary>What made the program fail.</summary>
    public ImmutableList<Exception> Failures { get; private set; } = [];

    /// <summary>Runs a program that is a function.</summary>
    public Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> program)
    {
        var stack = new Stack(program);
        session.Tasks.Track(stack.Outputs.Data);
        return FinishAsync();
    }

    /// <summary>Runs a program that is a class derived from <see cref="Stack"/>.</summary>
    public Task<int> RunAsync<TStack>()
        where TStack : Stack
        => RunStackAsync(() => Activator.CreateInstance(
            typeof(TStack), ThrowAsThrown, binder: null, args: null, culture: null)!);

    /// <summary>Runs a program that is a class derived from <see cref="Stack"/>, which a service provider creates.</summary>
    public Task<int> RunAsync<TStack>(IServiceProvider services)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(services);
        return RunStackAsync(() => services.GetService(typeof(TStack)) as TStack
            ?? throw new InvalidOperationException(
                $"Failed to resolve instance of type {typeof(TStack)} from service provider. "
                + "Register the type with the service provider before calling RunAsync."));
    }

    /// <summary>Runs a program within a stack that belongs to the test, not to the program.</summary>
    public async Task<int> RunAsync(Stack stack, Func<Task> program)
    {
        try
        {
            await program().ConfigureAwait(false);
            stack.RegisterPropertyOutputs();
        }
        catch (Exception exception)
        {
            return await FailAsync([exception]).ConfigureAwait(false);
        }

        return await FinishAsync().ConfigureAwait(false);
    }

    /// <summary>Runs a program that is a class derived from <see cref="Stack"/>, which a function creates.</summary>
    public Task<int> RunStackAsync(Func<object> create)
    {
        try
        {
            var stack = (Stack)create();
            stack.RegisterPropertyOutputs();
            session.Tasks.Track(stack.Outputs.Data);
        }
        catch (Exception exception)
        {
            return FailAsync([exception]);
        }

        return FinishAsync();
    }

    private async Task<int> FinishAsync()
    {
        var failures = await session.Tasks.WaitForIdleOrFailureAsync().ConfigureAwait(false);
        if (!failures.IsEmpty)
        {
            return await FailAsync(failures).ConfigureAwait(false);
        }

        if (session.Log.HasErrors)
        {
            return 1;
        }

        try
        {
            await session.Monitor.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            return await FailAsync([exception]).ConfigureAwait(false);
        }

        return 0;
    }

    private async Task<int> FailAsync(ImmutableArray<Exception> failures)
    {
        Failures = Failures.AddRange(failures);
        var exitCode = 1;
        foreach (var failure in failures)
        {
            exitCode = await ReportAsync(failure).ConfigureAwait(false) ? ErrorsAreLogged : exitCode;
        }

        // For programs that await the run without returning its result.
        if (!session.Settings.IsInline)
        {
            Environment.ExitCode = exitCode;
        }

        return exitCode;
    }

    /// <summary>Reports a failure; false if the log could not be reached.</summary>
    private async Task<bool> ReportAsync(Exception failure)
    {
        if (failure is LogException)
        {
            await Console.Error.WriteLineAsync($"Error occurred trying to send logging message to engine:\n{failure}")
                .ConfigureAwait(false);
            return false;
        }

        var (message, resource) = failure switch
        {
            RunException => (failure.Message, null),
            ResourceException about => (about.HideStack ? about.Message : about.ToString(), about.Resource),
            _ => ($"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{failure}", null),
        };
        await session.Log.SendAsync(Rpc.LogSeverity.Error, message, resource).ConfigureAwait(false);
        return true;
    }
}
