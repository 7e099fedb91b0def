using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>The inputs of a program that would describe an imported object: its door, its place if the id names one, and what can be managed.</summary>
internal static class ImportedInputs
{
    /// <summary>The inputs; they pass a check as they are.</summary>
    public static PropertyMap Of(OperationContext context, ObjectTarget target, LiveObject live)
    {
        var definition = context.Definition;
        var inputs = target.Parts;
        foreach (var property in definition.Properties.Where(IsDescribed))
        {
            if (live.Outputs.Get(property.Name) is { } value && !IsDefault(property, value))
            {
                inputs = inputs.With(property.Name, value);
            }
        }

        inputs = Passing(definition, Place(context.Ids.Parse(target.Id), inputs));
        inputs = definition.Identity.Door is AdoptionDoor.ByFlag ? inputs.With(Settings.Adopt, PropertyValue.Of(true)) : inputs;
        return Marks.ByDefinition(definition.Inputs, Normalisation.Of(definition, PropertyMap.Empty, inputs))
            .With(Internals.Ownership, PropertyValue.Of(nameof(Ownership.Adopted)))
            .With(Internals.Imported, PropertyValue.Of(true));
    }

    private static bool IsDescribed(PropertyDefinition property) =>
        property.Role is PropertyRole.Managed || (property.Role is PropertyRole.Creation && property.Required);

    private static bool IsDefault(PropertyDefinition property, PropertyValue value) =>
        property.AbsentMeans is { } absent && Same.Value(property.Type, absent, value);

    private static PropertyMap Place(ParsedId id, PropertyMap inputs)
    {
        inputs = id.Region is { } region ? inputs.With(Settings.Region, PropertyValue.Of(region)) : inputs;
        return id.ProjectId is { } project ? inputs.With(Settings.ProjectId, PropertyValue.Of(project)) : inputs;
    }

    // A cloud may hold what its own rules forbid, or hide one of two companions: such a property cannot be described, so it stays unmanaged.
    private static PropertyMap Passing(ResourceDefinition definition, PropertyMap inputs)
    {
        var wrong = ValueCheck.Members(definition.Inputs, inputs, PropertyPath.Root, hide: false)
            .Concat(definition.Rules.SelectMany(rule => rule(new CheckedInputs(inputs, PropertyMap.Empty, Ownership.Adopted))))
            .Where(finding => !finding.IsWarning)
            .Select(finding => finding.Path.TopLevelKey)
            .ToHashSet();
        var kept = inputs.Where((key, _) => !wrong.Contains(key) || definition.Identity.Parts.Any(part => part.Name == key));
        return kept.Count == inputs.Count ? kept : Passing(definition, kept);
    }
}
