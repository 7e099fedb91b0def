using CloudUpdate.Protocol.Rpc;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Engine.Events;
using EngineBase = CloudUpdate.Protocol.Rpc.Engine.EngineBase;

namespace Pulumi.Engine.Monitor;

/// <summary>What providers and programs log to.</summary>
internal sealed class EngineService(EventStream events) : EngineBase
{
    private string _root = string.Empty;

    public override Task<Empty> Log(LogRequest request, ServerCallContext context)
    {
        var severity = request.Severity switch
        {
            LogSeverity.Debug => DiagnosticSeverity.Debug,
            LogSeverity.Info => DiagnosticSeverity.Info,
            LogSeverity.Warning => DiagnosticSeverity.Warning,
            LogSeverity.Error => DiagnosticSeverity.Error,
            _ => throw GoalReader.Refusal(StatusCode.InvalidArgument, $"unrecognized logging severity: {(int)request.Severity}"),
        };
        events.Diagnostic(severity, request.Message, request.Urn, request.StreamId, request.Ephemeral);
        return Task.FromResult(new Empty());
    }

    public override Task<GetRootResourceResponse> GetRootResource(GetRootResourceRequest request, ServerCallContext context) =>
        Task.FromResult(new GetRootResourceResponse { Urn = _root });

    public override Task<SetRootResourceResponse> SetRootResource(SetRootResourceRequest request, ServerCallContext context)
    {
        _root = request.Urn;
        return Task.FromResult(new SetRootResourceResponse());
    }

    public override Task<RequirePulumiVersionResponse> RequirePulumiVersion(RequirePulumiVersionRequest request, ServerCallContext context) =>
        VersionRange.Contains(request.PulumiVersionRange, EngineVersion.Text)
            ? Task.FromResult(new RequirePulumiVersionResponse())
            : throw GoalReader.Refusal(
                StatusCode.FailedPrecondition, $"Pulumi CLI version {EngineVersion.Text.TrimStart('v')} does not satisfy the version range \"{request.PulumiVersionRange}\"");
}
