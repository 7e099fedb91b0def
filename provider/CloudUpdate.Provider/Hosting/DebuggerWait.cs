using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using CloudUpdate.Protocol.Rpc;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Hosting;

/// <summary>Waits for a debugger where the user asked the engine for one (<c>pulumi up --attach-debugger=plugins</c>), and says whom to attach to.</summary>
internal static class DebuggerWait
{
    private static readonly TimeSpan s_pollInterval = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan s_answerLimit = TimeSpan.FromSeconds(5);

    /// <summary>Whether one is wanted. A native build has no code that a debugger of .NET could be attached to.</summary>
    public static bool IsWanted { get; } = RuntimeFeature.IsDynamicCodeSupported && Environment.GetEnvironmentVariable("PULUMI_ATTACH_DEBUGGER") == "true";

    /// <summary>Waits until one is attached.</summary>
    /// <param name="engine">Is told to show that somebody has to attach one; null where there is none.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">The log of the process.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task WaitAsync(Engine.EngineClient? engine, TimeProvider time, ILogger logger, CancellationToken cancellationToken)
    {
        HostingLog.WaitingForDebugger(logger, Environment.ProcessId);
        await SayAsync(engine, time, cancellationToken);
        while (!Debugger.IsAttached)
        {
            await Task.Delay(s_pollInterval, time, cancellationToken);
        }
    }

    private static async Task SayAsync(Engine.EngineClient? engine, TimeProvider time, CancellationToken cancellationToken)
    {
        if (engine is null)
        {
            return;
        }

        var request = new StartDebuggingRequest
        {
            Config = new Struct
            {
                Fields =
                {
                    ["name"] = Value.ForString("Pulumi provider cloudupdate"),
                    ["type"] = Value.ForString("coreclr"),
                    ["request"] = Value.ForString("attach"),
                    ["processId"] = Value.ForNumber(Environment.ProcessId),
                },
            },
            Message = string.Create(CultureInfo.InvariantCulture, $"on process id {Environment.ProcessId}"),
        };
        using var limit = new CancellationTokenSource(s_answerLimit, time);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await engine.StartDebuggingAsync(request, cancellationToken: linked.Token);
        }
        catch (RpcException)
        {
            // Who wants to debug knows the process from its log as well.
        }
    }
}
