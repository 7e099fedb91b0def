using Microsoft.Extensions.Logging;

namespace CloudUpdate.Emulator;

/// <summary>What the emulator logs: never a body or a credential.</summary>
internal static partial class EmulatorLog
{
    [LoggerMessage(1, LogLevel.Information, "{Method} {Path} {Status} {Outcome} {Principal}", EventName = "Request")]
    public static partial void Request(ILogger logger, string method, string path, int status, JournalOutcome outcome, string principal);

    [LoggerMessage(2, LogLevel.Error, "{Operation} failed inside the emulator", EventName = "OperationFailed")]
    public static partial void OperationFailed(ILogger logger, Exception exception, string operation);
}
