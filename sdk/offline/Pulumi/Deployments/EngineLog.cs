using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi;

/// <summary>Sends messages to the engine, one at a time, each once the resource that it is about is registered.</summary>
internal sealed class EngineLog(IEngine engine, TaskTracker tasks)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Resource, Task> _lastAbout = [];
    private Task _last = Task.CompletedTask;
    private int _errors;

    /// <summary>Whether an error was logged, or a message got lost.</summary>
    public bool HasErrors => Volatile.Read(ref _errors) > 0;

    /// <summary>Sends a message. The task is tracked: nobody needs to wait for it.</summary>
    public Task SendAsync(Rpc.LogSeverity severity, string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        if (severity == Rpc.LogSeverity.Error)
        {
            Interlocked.Increment(ref _errors);
        }

        var request = new Rpc.LogRequest
        {
            Severity = severity,
            Message = message,
            StreamId = streamId ?? 0,
            Ephemeral = ephemeral ?? false,
        };
        var sent = resource is null ? SendAsync(request) : SendAboutAsync(resource, request);
        tasks.Track(sent);
        return sent;
    }

    // Messages about one resource stay in order while they wait for its URN.
    private Task SendAboutAsync(Resource resource, Rpc.LogRequest request)
    {
        lock (_gate)
        {
            var previous = _lastAbout.GetValueOrDefault(resource, Task.CompletedTask);
            return _lastAbout[resource] = SendAfterAsync(previous);
        }

        async Task SendAfterAsync(Task previous)
        {
            await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            request.Urn = await UrnOfAsync(resource).ConfigureAwait(false);
            await SendAsync(request).ConfigureAwait(false);
        }
    }

    private Task SendAsync(Rpc.LogRequest request)
    {
        lock (_gate)
        {
            return _last = SendAfterAsync(_last);
        }

        async Task SendAfterAsync(Task previous)
        {
            await previous.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                await engine.LogAsync(request).ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                // An exception of its own, since the failure of a message must not be reported by another message.
                Interlocked.Increment(ref _errors);
                throw new LogException(exception);
            }
        }
    }

    private static async Task<string> UrnOfAsync(Resource resource)
    {
        try
        {
            return await resource.Urn.GetValueAsync(whenUnknown: "").ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The resource failed to register; that is reported elsewhere, and the message is worth having without it.
            return "";
        }
    }
}
