using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Runs a program as part of a deployment, or of a test.</summary>
public sealed partial class Deployment
{
    private Deployment()
    {
    }

    /// <summary>The deployment that the caller is part of.</summary>
    /// <exception cref="InvalidOperationException">The caller is not run by one of the methods of this class.</exception>
    public static DeploymentInstance Instance => DeploymentSession.Current.Instance;

    /// <summary>Runs a program without stack outputs.</summary>
    /// <param name="action">The program.</param>
    /// <returns>The exit code: 0, or 32 if what went wrong is in the log, or 1.</returns>
    public static Task<int> RunAsync(Action action)
        => RunAsync(() =>
        {
            action();
            return NoOutputs;
        });

    /// <summary>Runs a program.</summary>
    /// <param name="func">The program, which returns the stack outputs.</param>
    /// <returns>The exit code: 0, or 32 if what went wrong is in the log, or 1.</returns>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func)
        => RunAsync(() => Task.FromResult(func()));

    /// <summary>Runs an asynchronous program without stack outputs.</summary>
    /// <param name="func">The program.</param>
    /// <returns>The exit code: 0, or 32 if what went wrong is in the log, or 1.</returns>
    public static Task<int> RunAsync(Func<Task> func)
        => RunAsync(async () =>
        {
            await func().ConfigureAwait(false);
            return NoOutputs;
        });

    /// <summary>Runs an asynchronous program.</summary>
    /// <param name="func">The program, which returns the stack outputs.</param>
    /// <param name="options">The stack's options.</param>
    /// <returns>The exit code: 0, or 32 if what went wrong is in the log, or 1.</returns>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null)
        => StartAsync(runner => runner.RunAsync(func));

    /// <summary>Runs a program that is a class: its constructor declares the resources.</summary>
    /// <typeparam name="TStack">The class.</typeparam>
    /// <returns>The exit code: 0, or 32 if what went wrong is in the log, or 1.</returns>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new()
        => StartAsync(runner => runner.RunAsync<TStack>());

    /// <summary>Runs a program that is a class, which a service provider creates.</summary>
    /// <param name="serviceProvider">The service provider.</param>
    /// <typeparam name="TStack">The class.</typeparam>
    /// <returns>The exit code: 0, or 32 if what went wrong is in the log, or 1.</returns>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
        => StartAsync(runner => runner.RunAsync<TStack>(serviceProvider));

    private static IDictionary<string, object?> NoOutputs => ImmutableDictionary<string, object?>.Empty;

    // Asynchronous in itself, so that the deployment that it enters ends with it and does not become the caller's.
    private static async Task<int> StartAsync(Func<ProgramRunner, Task<int>> run)
    {
        var environment = ProgramEnvironment.Read();
        using var engine = new GrpcEngine(environment.MonitorAddress, environment.EngineAddress);
        var session = new DeploymentSession(environment.Settings, engine, engine);
        session.Enter();
        return await run(new ProgramRunner(session)).ConfigureAwait(false);
    }
}
