using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi.Offline.Tests.Server;

/// <summary>The resource monitor of an <see cref="EngineServer"/>.</summary>
internal sealed class MonitorService(EngineServer server) : Rpc.ResourceMonitor.ResourceMonitorBase
{
    public override Task<Rpc.SupportsFeatureResponse> SupportsFeature(Rpc.SupportsFeatureRequest request, ServerCallContext context)
    {
        server.FeaturesAsked.Enqueue(request.Id);
        return Task.FromResult(new Rpc.SupportsFeatureResponse { HasSupport = server.Supports(request.Id) });
    }

    public override Task<Rpc.RegisterResourceResponse> RegisterResource(Rpc.RegisterResourceRequest request, ServerCallContext context)
    {
        server.Registrations.Enqueue(request);
        return Task.FromResult(server.OnRegister(request));
    }

    public override Task<Rpc.ReadResourceResponse> ReadResource(Rpc.ReadResourceRequest request, ServerCallContext context)
    {
        server.Reads.Enqueue(request);
        return Task.FromResult(server.OnRead(request));
    }

    public override Task<Rpc.ResourceInvokeResponse> Invoke(Rpc.ResourceInvokeRequest request, ServerCallContext context)
    {
        server.Invokes.Enqueue(request);
        return Task.FromResult(server.OnInvoke(request));
    }

    public override Task<Empty> RegisterResourceOutputs(Rpc.RegisterResourceOutputsRequest request, ServerCallContext context)
    {
        server.Outputs.Enqueue(request);
        return Task.FromResult(new Empty());
    }

    public override Task<Empty> SignalAndWaitForShutdown(Empty request, ServerCallContext context)
    {
        Interlocked.Increment(ref server.Shutdowns);
        server.OnShutdown();
        return Task.FromResult(new Empty());
    }
}
