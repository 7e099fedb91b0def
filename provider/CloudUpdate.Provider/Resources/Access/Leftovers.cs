using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Resources;

/// <summary>
/// Members that an object has from what it was before, for example from another way to log in. Where the program does not state them they are not sent
/// with it, and what becomes of them is the cloud's affair.
/// </summary>
internal static class Leftovers
{
    /// <summary>The leftovers in the objects that a write sends.</summary>
    public static IEnumerable<PropertyPath> In(IEnumerable<PropertyDefinition> managed, WritePlan plan) =>
        from property in managed
        where plan.Touches(property.Name)
        let merged = Members(plan.Merged, property)
        let stated = Members(plan.Stated, property)
        from member in (property.Type as ObjectType)?.Unused?.Invoke(merged) ?? []
        where merged.ContainsKey(member) && !stated.ContainsKey(member)
        select PropertyPath.OfKeys(property.Name, member);

    private static PropertyMap Members(PropertyMap bag, PropertyDefinition property) =>
        bag.Get(property.Name)?.Unwrapped is MapValue { Map: var members } ? members : PropertyMap.Empty;
}
