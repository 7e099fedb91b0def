using System.Globalization;
using CloudUpdate.Pipeline.Plans;
using Newtonsoft.Json;

namespace CloudUpdate.Pipeline.Gates;

/// <summary>Plans for people who read the log of a run.</summary>
internal static class PlanPrinter
{
    public static void Print(IEnumerable<DeploymentPlan> plans, TextWriter output)
    {
        foreach (var plan in plans)
        {
            output.WriteLine($"  {plan.Stack}: {(plan.Resources.Count == 0 ? "no changes" : string.Empty)}");
            foreach (var resource in plan.Resources)
            {
                output.WriteLine($"    {(resource.Adopted ? "adopt" : resource.Operation.ToString().ToLower(CultureInfo.InvariantCulture))} {resource.Name}");
                foreach (var property in resource.Properties)
                {
                    output.WriteLine($"      {property.Path}: {Text(property.Old)} => {Text(property.New)}");
                }
            }
        }
    }

    private static string Text(object? value) => value is null ? "(none)" : JsonConvert.SerializeObject(value);
}
