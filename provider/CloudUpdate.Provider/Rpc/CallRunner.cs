using CloudUpdate.Provider.Lifecycle;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Rpc;

/// <summary>What every call has in common: it can be cancelled, its secrets stay inside, its failure becomes a status, its messages arrive before its answer.</summary>
internal sealed class CallRunner(RunGate gate, SecretMask mask, EngineLog log, ILogger<CallRunner> logger)
{
    /// <summary>Runs one call.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="subject">The URN or token it is about.</param>
    /// <param name="bags">The bags it brings, whose secrets may not leave.</param>
    /// <param name="context">Ends it with the client's cancellation or deadline.</param>
    /// <param name="body">What it does.</param>
    public async Task<T> RunAsync<T>(
        string method, string subject, IEnumerable<Struct?> bags, ServerCallContext context, Func<CancellationToken, Task<T>> body)
    {
        var call = $"{method} of {subject}";
        using var operation = gate.Enter(context.CancellationToken)
            ?? throw new RpcException(new Status(StatusCode.Cancelled, $"{call} was not started: the run is cancelled."));
        using var secrets = mask.Hold(bags);
        RpcLog.CallBegins(logger, call);
        try
        {
            var answer = await body(operation.Token);
            RpcLog.CallEnds(logger, call, "done");
            return answer;
        }
        catch (Exception failure)
        {
            throw Explain(failure, call, subject, operation.Token.IsCancellationRequested);
        }
        finally
        {
            await log.FlushAsync();
        }
    }

    private RpcException Explain(Exception failure, string call, string urn, bool cancelled)
    {
        var isBug = FailureMapper.IsBug(failure, cancelled);
        var error = FailureMapper.Map(failure, call, cancelled, mask.Mask);
        RpcLog.CallEnds(logger, call, $"{error.StatusCode}, {error.Status.Detail}");
        if (isBug)
        {
            var trace = mask.Mask(failure.ToString());
            RpcLog.Bug(logger, call, trace);
            log.Log(EngineSeverity.Debug, $"{call} failed: {trace}", urn);
        }

        return error;
    }
}
