using System.Text;
using CloudUpdate.Pipeline.Plans;
using CloudUpdate.Pipeline.Policies;
using Newtonsoft.Json;

namespace CloudUpdate.Pipeline.Reports;

/// <summary>Plans and violations as a comment on a change request.</summary>
internal static class MarkdownSummary
{
    public static string Write(IEnumerable<DeploymentPlan> plans, IReadOnlyList<PolicyViolation> violations)
    {
        var text = new StringBuilder("## Planned changes\n");
        foreach (var plan in plans)
        {
            text.Append(Invariant($"\n### Stack {plan.Stack}\n\n"));
            WritePlan(text, plan);
        }

        WriteViolations(text, violations);
        return text.ToString();
    }

    private static void WritePlan(StringBuilder text, DeploymentPlan plan)
    {
        if (plan.Resources.Count == 0)
        {
            text.Append("No changes.\n");
            return;
        }

        text.Append("| Resource | Operation | Property | Before | After |\n| --- | --- | --- | --- | --- |\n");
        foreach (var resource in plan.Resources)
        {
            var operation = resource.Adopted ? "adopt" : resource.Operation.ToString().ToLowerInvariant();
            foreach (var property in resource.Properties.DefaultIfEmpty(new PlannedProperty("", null, null, false)))
            {
                text.Append(Invariant(
                    $"| {Cell(resource.Name)} | {operation} | {Cell(property.Path)} | {Value(property.Old)} | {Value(property.New)} |\n"));
            }
        }
    }

    private static void WriteViolations(StringBuilder text, IReadOnlyList<PolicyViolation> violations)
    {
        if (violations.Count == 0)
        {
            text.Append("\nNo rule is broken.\n");
            return;
        }

        text.Append("\n## Stopped by policy\n\n");
        foreach (var violation in violations)
        {
            text.Append(Invariant($"- **{Cell(violation.Stack)} / {Cell(violation.Resource)}** {Cell(violation.Detail)}. Rule: {violation.Rule}\n"));
        }
    }

    private static string Value(object? value) => value is null ? "" : $"`{Cell(JsonConvert.SerializeObject(value))}`";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", " ", StringComparison.Ordinal);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
