namespace CloudUpdate.Pipeline.Plans;

/// <summary>What an update of one stack would do.</summary>
/// <param name="Stack">Name of the stack.</param>
/// <param name="Resources">Each resource that something happens to.</param>
public sealed record DeploymentPlan(string Stack, IReadOnlyList<PlannedResource> Resources);
