using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;
using Newtonsoft.Json.Linq;

namespace CloudUpdate.Provider.Resources;

/// <summary>The smallest body of an update that is safe for its API.</summary>
internal static class UpdateComposer
{
    /// <summary>The body of an update, unwrapped: changed properties (objects whole), those always sent, then the API's own recipe.</summary>
    public static JObject Compose(ResourceDefinition definition, WritePlan plan, LiveObject live)
    {
        var sent = definition.Managed.Where(property => IsSent(definition, plan, property));
        var json = WireEncoder.Object(sent, Leftovers.In(definition.Managed, plan).Aggregate(plan.Merged, (bag, path) => path.Delete(bag)));
        return definition.ComposeUpdate?.Invoke(new UpdateBody(plan, live, json)) ?? json;
    }

    private static bool IsSent(ResourceDefinition definition, WritePlan plan, PropertyDefinition property) =>
        plan.Touches(property.Name)
        || ((definition.UpdateSendsWhole || property.AlwaysSent) && !WriteOnlySecrets.AreMissing(property, plan.Merged.Get(property.Name)));
}
