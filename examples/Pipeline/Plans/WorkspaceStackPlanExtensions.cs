using Pulumi.Automation;

namespace CloudUpdate.Pipeline.Plans;

/// <summary>Previews in typed form.</summary>
public static class WorkspaceStackPlanExtensions
{
    /// <summary>Previews an update and says what it would do, resource by resource and property by property.</summary>
    public static async Task<DeploymentPlan> PlanAsync(this WorkspaceStack stack, CancellationToken cancellationToken = default)
    {
        var reader = new PlanReader();
        await stack.PreviewAsync(new PreviewOptions { OnEvent = reader.Add }, cancellationToken);
        return new DeploymentPlan(stack.Name, reader.Resources);
    }

    /// <summary>Compares the stack's state with the cloud and says what drifted; changes nothing.</summary>
    public static async Task<DeploymentPlan> DriftAsync(this WorkspaceStack stack, CancellationToken cancellationToken = default)
    {
        var reader = new PlanReader(readsCloud: true);
        await stack.RefreshAsync(new RefreshOptions { PreviewOnly = true, OnEvent = reader.Add }, cancellationToken);
        return new DeploymentPlan(stack.Name, reader.Resources);
    }
}
