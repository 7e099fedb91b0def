using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Hosting;

/// <summary>What the life of the process writes to its log.</summary>
internal static partial class HostingLog
{
    [LoggerMessage(1, LogLevel.Warning, "\"{Argument}\" is not the address of an engine (host:port); waiting for one to attach")]
    public static partial void NoAddress(ILogger logger, string argument);

    [LoggerMessage(2, LogLevel.Information, "Serving on port {Port}")]
    public static partial void Serving(ILogger logger, int port);

    [LoggerMessage(3, LogLevel.Information, "Leaving: {Reason}")]
    public static partial void Leaving(ILogger logger, string reason);

    [LoggerMessage(4, LogLevel.Debug, "The engine's health service answers {Outcome}")]
    public static partial void EngineHealth(ILogger logger, StatusCode outcome);

    [LoggerMessage(5, LogLevel.Information, "Traces are not sent to {Endpoint}: the activities of this process are there for listeners in it")]
    public static partial void TracingIgnored(ILogger logger, string endpoint);

    [LoggerMessage(6, LogLevel.Warning, "Waiting for a debugger to be attached to process {Process}")]
    public static partial void WaitingForDebugger(ILogger logger, int process);
}
