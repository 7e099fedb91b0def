using CloudUpdate.Protocol.Rpc;
using Grpc.Core;
using Microsoft.Extensions.Logging;

namespace CloudUpdate.Provider.Rpc;

/// <summary>What one engine run changes: which engine is spoken to, and whether its run was cancelled.</summary>
internal sealed class ProviderSession(EngineConnection engine, RunGate gate, ILogger<ProviderSession> logger)
{
    /// <summary>Whether an engine attached itself to this process, which then is not that engine's to end.</summary>
    public bool IsAttached { get; private set; }

    /// <summary>The answer to <c>Configure</c>: the flags of <c>Handshake</c> again, since older engines look only here.</summary>
    public static ConfigureResponse ConfigureAnswer() => new()
    {
        AcceptSecrets = true,
        AcceptResources = true,
        AcceptOutputs = true,
        SupportsPreview = true,
        SupportsAutonamingConfiguration = true,
    };

    /// <summary>Begins a run: what an earlier <see cref="Cancel"/> stopped may start again.</summary>
    public ProviderHandshakeResponse Handshake(ProviderHandshakeRequest request)
    {
        if (request.EngineAddress.Length > 0)
        {
            Connect(request.EngineAddress, "Handshake");
        }

        gate.Open();
        return new ProviderHandshakeResponse
        {
            AcceptSecrets = true,
            AcceptResources = true,
            AcceptOutputs = true,
            SupportsAutonamingConfiguration = true,
            AcceptsByteString = true,
        };
    }

    /// <summary>Speaks to the engine that attached itself. Older engines attach without a handshake, so a run begins here as well.</summary>
    public void Attach(PluginAttach request)
    {
        Connect(request.Address, "Attach");
        IsAttached = true;
        gate.Open();
    }

    /// <summary>Stops what runs and refuses what comes, until the next <see cref="Handshake"/>; returns at once.</summary>
    public void Cancel() => gate.Close();

    private void Connect(string address, string source)
    {
        if (!engine.Connect(address))
        {
            throw new RpcException(new Status(StatusCode.InvalidArgument, $"{source}: \"{address}\" is not the address of an engine (host:port)."));
        }

        RpcLog.EngineKnown(logger, address, source);
    }
}
