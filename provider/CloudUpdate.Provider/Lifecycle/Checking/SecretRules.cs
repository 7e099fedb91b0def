using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>An object with a secret that the cloud never gives back is sent whole or not at all: to change it, the program must give the secret.</summary>
internal static class SecretRules
{
    /// <summary>The objects that change without their secret.</summary>
    public static IEnumerable<Finding> Of(ResourceDefinition definition, CheckedInputs inputs)
    {
        foreach (var property in definition.Managed.Where(WriteOnlySecrets.Has))
        {
            var (old, @new) = (inputs.Olds.Get(property.Name), inputs.Given(property.Name));
            if (old is null or { IsNull: true } || @new is null || !Changes(property, old, @new))
            {
                continue;
            }

            foreach (var path in WriteOnlySecrets.Missing(property, @new))
            {
                yield return new Finding(path, $"{path} is missing; {property.Name} changes and is sent whole, and the cloud never gives this secret back");
            }
        }
    }

    private static bool Changes(PropertyDefinition property, PropertyValue old, PropertyValue @new) =>
        Differences.Between(property.Type, old, @new, PropertyPath.OfKeys(property.Name)).Any();
}
