using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>Puts the outputs of a resource together.</summary>
internal static class Outputs
{
    /// <summary>The outputs of an object as the cloud shows it.</summary>
    /// <param name="definition">The resource.</param>
    /// <param name="target">The object.</param>
    /// <param name="live">What the cloud shows.</param>
    /// <param name="inputs">The inputs, whose marks and order carry over.</param>
    /// <param name="ownership">How it is managed.</param>
    /// <param name="baseline">What it was at adoption; null for a created object.</param>
    public static PropertyMap Of(
        ResourceDefinition definition, ObjectTarget target, LiveObject live, PropertyMap inputs, Ownership ownership, Baseline? baseline)
    {
        var outputs = InOrderOfInputs(definition, KeepUnshown(definition, live, inputs), inputs);
        outputs = Marks.Like(inputs, Marks.ByDefinition(definition.Outputs, outputs));
        outputs = WithPlace(definition, outputs, target).With(Settings.OwnershipName, PropertyValue.Of(ownership.ToString()));
        return baseline is null ? outputs : outputs.With(Internals.Baseline, baseline.ToValue());
    }

    /// <summary>The outputs of an object that exists but was not seen yet: what was asked for, and where it is.</summary>
    public static PropertyMap Unseen(ResourceDefinition definition, ObjectTarget target, PropertyMap inputs, Ownership ownership)
    {
        var names = definition.Outputs.Select(output => output.Name).ToHashSet();
        var shown = WriteOnlySecrets.Without(definition.Properties, inputs.Where((key, value) => names.Contains(key) && !value.IsNull));
        var asked = new LiveObject(shown.With(target.Parts));
        return Of(definition, target, asked, inputs, ownership, null);
    }

    private static PropertyMap WithPlace(ResourceDefinition definition, PropertyMap outputs, ObjectTarget target)
    {
        if (!definition.IsRegional)
        {
            return outputs;
        }

        outputs = target.Location.Region is { } region ? outputs.With(Settings.Region, PropertyValue.Of(region)) : outputs;
        return target.Location.ProjectId is { } project ? outputs.With(Settings.ProjectId, PropertyValue.Of(project)) : outputs;
    }

    // Some clouds do not show again what they were given.
    private static PropertyMap KeepUnshown(ResourceDefinition definition, LiveObject live, PropertyMap inputs)
    {
        var outputs = live.Outputs;
        var created = definition.CreationOnly.Select(property => PropertyPath.OfKeys(property.Name));
        foreach (var path in created.Concat(live.Hidden).Where(path => path.Get(live.Outputs) is null))
        {
            outputs = path.Get(inputs) is { IsNull: false } value ? path.Set(outputs, value) ?? outputs : outputs;
        }

        return outputs;
    }

    private static PropertyMap InOrderOfInputs(ResourceDefinition definition, PropertyMap outputs, PropertyMap inputs)
    {
        foreach (var property in definition.Properties)
        {
            if (property.Type is ListType { IsSet: true } set && inputs.Get(property.Name) is { } wanted && outputs.Get(property.Name) is { } shown)
            {
                outputs = outputs.With(property.Name, Same.InOrderOf(set, Marks.Plain(wanted), shown));
            }
        }

        return outputs;
    }
}
