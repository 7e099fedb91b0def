using CloudUpdate.Pipeline.Plans;
using CloudUpdate.Pipeline.Policies;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Pipeline.Reports;

/// <summary>What a gate saw and decided, for machines.</summary>
internal static class JsonReport
{
    public static string Write(string gate, int exitCode, IEnumerable<DeploymentPlan> plans, IEnumerable<PolicyViolation> violations) => new JObject
    {
        ["gate"] = gate,
        ["exitCode"] = exitCode,
        ["stacks"] = new JArray(plans.Select(plan => new JObject
        {
            ["stack"] = plan.Stack,
            ["resources"] = new JArray(plan.Resources.Select(Resource)),
        })),
        ["violations"] = new JArray(violations.Select(violation => new JObject
        {
            ["stack"] = violation.Stack,
            ["resource"] = violation.Resource,
            ["type"] = violation.Type,
            ["rule"] = violation.Rule,
            ["detail"] = violation.Detail,
        })),
    }.ToString(Formatting.Indented);

    private static JObject Resource(PlannedResource resource) => new()
    {
        ["urn"] = resource.Urn,
        ["operation"] = resource.Operation.ToString(),
        ["adopted"] = resource.Adopted,
        ["replacementReasons"] = new JArray(resource.ReplacementReasons),
        ["properties"] = new JArray(resource.Properties.Select(property => new JObject
        {
            ["path"] = property.Path,
            ["old"] = Token(property.Old),
            ["new"] = Token(property.New),
            ["forcesReplacement"] = property.ForcesReplacement,
        })),
    };

    private static JToken Token(object? value) => value is null ? JValue.CreateNull() : JToken.FromObject(value);
}
