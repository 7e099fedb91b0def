using CloudUpdate.Protocol.Rpc;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Rpc;

/// <summary>What the gRPC side of the provider writes to the log of the process.</summary>
internal static partial class RpcLog
{
    [LoggerMessage(101, LogLevel.Debug, "To the engine, {Severity}, {Urn}: {Message}")]
    public static partial void EngineMessage(ILogger logger, LogSeverity severity, string urn, string message);

    [LoggerMessage(102, LogLevel.Debug, "The engine at {Address} does not take log messages")]
    public static partial void EngineLogFailed(ILogger logger, string? address, Exception failure);

    [LoggerMessage(103, LogLevel.Debug, "{Call} begins")]
    public static partial void CallBegins(ILogger logger, string call);

    [LoggerMessage(104, LogLevel.Debug, "{Call} ends: {Outcome}")]
    public static partial void CallEnds(ILogger logger, string call, string outcome);

    [LoggerMessage(105, LogLevel.Error, "{Call} failed because of a bug in the provider: {Failure}")]
    public static partial void Bug(ILogger logger, string call, string failure);

    [LoggerMessage(106, LogLevel.Information, "Engine at {Address} from {Source}")]
    public static partial void EngineKnown(ILogger logger, string address, string source);
}
