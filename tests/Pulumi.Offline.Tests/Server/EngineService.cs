using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi.Offline.Tests.Server;

/// <summary>The engine's log of an <see cref="EngineServer"/>.</summary>
internal sealed class EngineService(EngineServer server) : Rpc.Engine.EngineBase
{
    public override Task<Empty> Log(Rpc.LogRequest request, ServerCallContext context)
    {
        server.OnLog(request);
        server.Messages.Enqueue(request);
        return Task.FromResult(new Empty());
    }
}
