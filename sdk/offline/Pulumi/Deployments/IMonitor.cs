using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi;

/// <summary>The engine's side that resources are registered with.</summary>
internal interface IMonitor
{
    Task<bool> SupportsFeatureAsync(string feature);

    Task<Rpc.RegisterResourceResponse> RegisterResourceAsync(Resource resource, Rpc.RegisterResourceRequest request);

    Task<Rpc.ReadResourceResponse> ReadResourceAsync(Resource resource, Rpc.ReadResourceRequest request);

    Task RegisterResourceOutputsAsync(Rpc.RegisterResourceOutputsRequest request);

    Task<Rpc.ResourceInvokeResponse> InvokeAsync(Rpc.ResourceInvokeRequest request);

    /// <summary>Says that the program registers no more resources and waits until the engine no longer needs it.</summary>
    Task SignalAndWaitForShutdownAsync();
}
