using CloudUpdate.Emulator.Http;
using CloudUpdate.Emulator.State;

namespace CloudUpdate.Emulator.Clouds;

/// <summary>What the Huawei services share: the request id header and the check of projects.</summary>
internal abstract class HuaweiApi : CloudApi
{
    public sealed override Reply Error(int status) => GatewayErrors.Of(status) ?? ServiceError(status);

    public override Reply Decorate(Reply reply, ReceivedRequest request, EmulatorState state) =>
        GatewayErrors.WithRequestId(reply, state.Ids.Hex(32));

    /// <summary>An error of the service itself with its usual code and text for a status.</summary>
    protected abstract Reply ServiceError(int status);

    /// <summary>Refuses callers who have no business in a project; null where they have.</summary>
    protected Reply? ForeignProject(Call call, string projectId)
    {
        var principal = call.Principal;
        var known = call.Objects.Find(ObjectKinds.IamProject, projectId)?.Text("domain_id") == principal.DomainId;
        return known && (principal.ProjectId is null || principal.ProjectId == projectId) ? null : Error(403);
    }

    /// <summary>Runs an operation below <c>{project_id}</c> for callers who may act in that project.</summary>
    protected Func<Call, Reply> InProject(Func<Call, Reply> operation) =>
        call => ForeignProject(call, call["project_id"]) ?? operation(call);
}
