using Newtonsoft.Json;
using Pulumi.Cli.Commands;
using Pulumi.Engine.Events;

namespace Pulumi.Cli.EventLogs;

/// <summary>Every event of a command, numbered through: preview and operation are one log. Disposing it waits until all of it has arrived.</summary>
internal abstract class EventLog : IEventSink, IAsyncDisposable
{
    private const string TcpScheme = "tcp://";
    private int _count;

    /// <summary>Opens a log: a file, <c>tcp://host:port</c>, or with null none.</summary>
    public static async Task<EventLog> OpenAsync(string? target, CommandContext context) => target switch
    {
        null or "" => new NoEventLog(),
        _ when target.StartsWith(TcpScheme, StringComparison.Ordinal) => await StreamEventLog.ConnectAsync(target[TcpScheme.Length..], context.Cancellation).ConfigureAwait(false),
        _ => new FileEventLog(context.Environment.Resolve(target)),
    };

    public void OnEvent(EngineEvent engineEvent) =>
        Write(EngineEventJson.Write(engineEvent with { Sequence = _count++ }).ToString(Formatting.None));

    public abstract ValueTask DisposeAsync();

    /// <summary>Takes the JSON text of one event.</summary>
    protected abstract void Write(string text);
}
