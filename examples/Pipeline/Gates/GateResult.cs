using CloudUpdate.Pipeline.Plans;
using CloudUpdate.Pipeline.Policies;

namespace CloudUpdate.Pipeline.Gates;

/// <summary>What a gate decided.</summary>
/// <param name="ExitCode">0: went through; 2: something drifted; 3: stopped by policy.</param>
/// <param name="Plans">What it looked at.</param>
/// <param name="Violations">Why it stopped.</param>
internal sealed record GateResult(int ExitCode, IReadOnlyList<DeploymentPlan> Plans, IReadOnlyList<PolicyViolation> Violations)
{
    public const int Passed = 0;

    public const int Drifted = 2;

    public const int Stopped = 3;
}
