using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>What must be given so that an object can be named, and, in the first check, created.</summary>
internal static class CreationRules
{
    /// <summary>What is missing.</summary>
    public static IEnumerable<Finding> Of(ResourceDefinition definition, CheckedInputs inputs)
    {
        var own = definition.Identity.Own;
        if (definition.Identity.Door is AdoptionDoor.ByFlag && !own.Required && inputs.Given(own.Name) is null && IsFirst(inputs))
        {
            yield return Finding.Failure(own.Name, $"{own.Name} is missing; {(inputs.Ownership is Ownership.Adopted ? "adopting" : "creating")} needs it");
        }

        if (inputs.Ownership is Ownership.Created && IsFirst(inputs))
        {
            foreach (var property in definition.Properties.Where(property => IsMissing(definition, property, inputs)))
            {
                yield return Finding.Failure(
                    property.Name,
                    $"{property.Name} is missing; creating {definition.One} needs it (to adopt one that exists, give {OwnershipRules.DoorWords(definition)})");
            }
        }
    }

    private static bool IsFirst(CheckedInputs inputs) => inputs.Olds.Count == 0;

    private static bool IsMissing(ResourceDefinition definition, PropertyDefinition property, CheckedInputs inputs) =>
        property.RequiredToCreate && inputs.Given(property.Name) is null && VariantRules.Belongs(definition, property, inputs.News);
}
