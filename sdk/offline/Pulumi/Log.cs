using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi;

/// <summary>Sends messages to the engine, which shows them to the user. The methods do not wait for that.</summary>
public static class Log
{
    /// <summary>Logs what is usually hidden from users.</summary>
    /// <param name="message">The message.</param>
    /// <param name="resource">The resource that it is about. Default: the stack.</param>
    /// <param name="streamId">A number that messages shown as one share. Default: 0, none.</param>
    /// <param name="ephemeral">Whether it is shown for the moment only. Default: no.</param>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Send(Rpc.LogSeverity.Debug, message, resource, streamId, ephemeral);

    /// <summary>Logs an information.</summary>
    /// <param name="message">The message.</param>
    /// <param name="resource">The resource that it is about. Default: the stack.</param>
    /// <param name="streamId">A number that messages shown as one share. Default: 0, none.</param>
    /// <param name="ephemeral">Whether it is shown for the moment only. Default: no.</param>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Send(Rpc.LogSeverity.Info, message, resource, streamId, ephemeral);

    /// <summary>Logs a warning.</summary>
    /// <param name="message">The message.</param>
    /// <param name="resource">The resource that it is about. Default: the stack.</param>
    /// <param name="streamId">A number that messages shown as one share. Default: 0, none.</param>
    /// <param name="ephemeral">Whether it is shown for the moment only. Default: no.</param>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Send(Rpc.LogSeverity.Warning, message, resource, streamId, ephemeral);

    /// <summary>Logs an error, which makes the program fail in the end.</summary>
    /// <param name="message">The message.</param>
    /// <param name="resource">The resource that it is about. Default: the stack.</param>
    /// <param name="streamId">A number that messages shown as one share. Default: 0, none.</param>
    /// <param name="ephemeral">Whether it is shown for the moment only. Default: no.</param>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Send(Rpc.LogSeverity.Error, message, resource, streamId, ephemeral);

    /// <summary>Logs an exception as an error.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="resource">The resource that it is about. Default: the stack.</param>
    /// <param name="streamId">A number that messages shown as one share. Default: 0, none.</param>
    /// <param name="ephemeral">Whether it is shown for the moment only. Default: no.</param>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Error(exception.ToString(), resource, streamId, ephemeral);

    private static void Send(Rpc.LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral)
        => DeploymentSession.Current.Log.SendAsync(severity, message, resource, streamId, ephemeral);
}
