using Rpc = CloudUpdate.Protocol.Rpc;

namespace Pulumi;

/// <summary>The engine's side that messages go to.</summary>
internal interface IEngine
{
    Task LogAsync(Rpc.LogRequest request);
}
