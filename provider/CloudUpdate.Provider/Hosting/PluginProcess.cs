using CloudUpdate.Provider.Lifecycle;
using Grpc.Core;
using Grpc.Health.V1;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Hosting;

/// <summary>The life of the plugin's process: arguments, port line, and the reasons to leave.</summary>
internal static class PluginProcess
{
    /// <summary>Serves a provider until a signal comes or no one is left to serve.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="provider">Makes the provider.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args, Func<ProviderEnvironment, IProvider> provider)
    {
        using var output = StandardOutput.Take();
        var arguments = PluginArguments.Parse(args);
        var leave = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var signals = new ProcessSignals(reason => leave.TrySetResult(reason));
        await using var host = await PluginHost.StartAsync(new PluginHostOptions
        {
            Provider = provider,
            EngineAddress = arguments.EngineAddress,
            Logging = logging => ConfigureLog(logging, arguments),
        });
        var logger = host.Loggers.CreateLogger(typeof(PluginProcess).FullName!);
        if (DebuggerWait.IsWanted)
        {
            await WaitForDebuggerAsync(host, logger, leave.Task);
        }

        if (!leave.Task.IsCompleted)
        {
            output.Announce(host.Port);
        }

        HostingLog.Serving(logger, host.Port);
        if (arguments.Tracing is { } endpoint)
        {
            HostingLog.TracingIgnored(logger, endpoint);
        }

        var reason = await WaitAsync(host, arguments, logger, leave.Task);
        HostingLog.Leaving(logger, reason);
        return 0;
    }

    private static async Task WaitForDebuggerAsync(PluginHost host, ILogger logger, Task signal)
    {
        using var stop = new CancellationTokenSource();
        await Task.WhenAny(signal, DebuggerWait.WaitAsync(host.Engine.Engine, TimeProvider.System, logger, stop.Token));
        await stop.CancelAsync();
    }

    // A process that waits for engines to attach serves one after another, and no engine's end is its own.
    private static async Task<string> WaitAsync(PluginHost host, PluginArguments arguments, ILogger logger, Task<string> signal)
    {
        if (arguments.EngineAddress is null)
        {
            return await signal;
        }

        using var stop = new CancellationTokenSource();
        using var watch = new EngineWatch(host.Gate, host.Connections, token => EngineAnswersAsync(host, logger, token), TimeProvider.System);
        var deserted = watch.WaitAsync(stop.Token);
        var reason = await await Task.WhenAny(signal, deserted);
        if (!signal.IsCompleted && host.Session.IsAttached)
        {
            return await signal;
        }

        await stop.CancelAsync();
        return reason;
    }

    // Engines need not offer a health service: to say so is an answer as well.
    private static async Task<bool> EngineAnswersAsync(PluginHost host, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            if (host.Engine.Health is { } health)
            {
                await health.CheckAsync(new HealthCheckRequest(), cancellationToken: cancellationToken);
            }

            return true;
        }
        catch (RpcException error)
        {
            HostingLog.EngineHealth(logger, error.StatusCode);
            return error.StatusCode == StatusCode.Unimplemented;
        }
    }

    private static void ConfigureLog(ILoggingBuilder logging, PluginArguments arguments)
    {
        logging.AddProvider(new TextLogProvider(StandardOutput.Error, TimeProvider.System));
        logging.SetMinimumLevel(Level(arguments));
        if (arguments.Verbosity < 9)
        {
            logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("Grpc", LogLevel.Warning);
        }
    }

    private static LogLevel Level(PluginArguments arguments) => arguments switch
    {
        { Verbosity: >= 9 } => LogLevel.Trace,
        { Verbosity: >= 4 } => LogLevel.Debug,
        { Verbosity: >= 1 } or { LogToStderr: true } => LogLevel.Information,
        _ => LogLevel.Warning,
    };
}
