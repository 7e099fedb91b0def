using CloudUpdate.Protocol.Transport;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Grpc.Net.Client;
using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi;

/// <summary>The engine of a real deployment, over gRPC on loopback.</summary>
internal sealed class GrpcEngine(string monitorAddress, string engineAddress) : IMonitor, IEngine, IDisposable
{
    private readonly GrpcChannel _monitorChannel = LoopbackChannel.Create(monitorAddress);
    private readonly GrpcChannel _engineChannel = LoopbackChannel.Create(engineAddress);

    private Rpc.ResourceMonitor.ResourceMonitorClient Monitor => field ??= new(_monitorChannel);

    private Rpc.Engine.EngineClient Engine => field ??= new(_engineChannel);

    public async Task<bool> SupportsFeatureAsync(string feature)
        => (await Monitor.SupportsFeatureAsync(new Rpc.SupportsFeatureRequest { Id = feature }).ConfigureAwait(false)).HasSupport;

    public async Task<Rpc.RegisterResourceResponse> RegisterResourceAsync(Resource resource, Rpc.RegisterResourceRequest request)
        => await Monitor.RegisterResourceAsync(request).ConfigureAwait(false);

    public async Task<Rpc.ReadResourceResponse> ReadResourceAsync(Resource resource, Rpc.ReadResourceRequest request)
        => await Monitor.ReadResourceAsync(request).ConfigureAwait(false);

    public async Task RegisterResourceOutputsAsync(Rpc.RegisterResourceOutputsRequest request)
        => await Monitor.RegisterResourceOutputsAsync(request).ConfigureAwait(false);

    public async Task<Rpc.ResourceInvokeResponse> InvokeAsync(Rpc.ResourceInvokeRequest request)
        => await Monitor.InvokeAsync(request).ConfigureAwait(false);

    public async Task SignalAndWaitForShutdownAsync()
    {
        try
        {
            await Monitor.SignalAndWaitForShutdownAsync(new Empty()).ConfigureAwait(false);
        }
        catch (RpcException exception) when (exception.StatusCode == StatusCode.Unimplemented)
        {
            // An older engine takes the end of the program as the signal.
        }
    }

    public async Task LogAsync(Rpc.LogRequest request) => await Engine.LogAsync(request).ConfigureAwait(false);

    public void Dispose()
    {
        _monitorChannel.Dispose();
        _engineChannel.Dispose();
    }
}
