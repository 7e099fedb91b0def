namespace Pulumi.Automation.Commands;

/// <summary>How a command ended.</summary>
/// <param name="Code">Exit code.</param>
/// <param name="StandardOutput">All it wrote to standard output.</param>
/// <param name="StandardError">All it wrote to standard error.</param>
internal sealed record CommandOutcome(int Code, string StandardOutput, string StandardError)
{
    /// <summary>The form that exceptions show.</summary>
    public override string ToString() => $"code: {Code}\nstdout: {StandardOutput}\nstderr: {StandardError}";
}
