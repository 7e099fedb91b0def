using CloudUpdate.Protocol.Values;
using CloudUpdate.Provider.Clouds;
using CloudUpdate.Provider.Resources;
using CloudUpdate.Provider.Schema;
using CloudUpdate.Provider.Values;

namespace CloudUpdate.Provider.Lifecycle;

/// <summary>The outputs that a preview can promise; the rest is unknown.</summary>
internal static class PreviewOutputs
{
    /// <summary>Whether it is not known yet which object to read: part of its id, its place, or what its view depends on.</summary>
    public static bool CannotRead(ResourceDefinition definition, PropertyMap inputs) => definition.Inputs
        .Where(input => input.Required || input.Role is PropertyRole.Identity or PropertyRole.Location)
        .Any(input => inputs.Get(input.Name) is { ContainsUnknowns: true });

    /// <summary>The promise about an object that was read: what is stated, and of what was read all that the write leaves alone.</summary>
    public static PropertyMap AfterRead(ResourceDefinition definition, PropertyMap asRead, WritePlan plan, PropertyMap inputs)
    {
        var outputs = Overlay.Of(definition.Managed, asRead, WriteOnlySecrets.Without(definition.Managed, plan.Stated));
        outputs = Leftovers.In(definition.Managed, plan).Aggregate(outputs, (bag, path) => path.Set(bag, PropertyValue.Unknown) ?? bag);
        foreach (var output in definition.Outputs.Where(output => IsUncertain(output, plan)))
        {
            outputs = outputs.With(output.Name, PropertyValue.Unknown);
        }

        return Marks.Like(inputs, outputs);
    }

    /// <summary>The promise about an object that cannot be read: what is stated, what the state holds and no update can change.</summary>
    /// <param name="definition">The resource.</param>
    /// <param name="inputs">What is stated.</param>
    /// <param name="olds">Old outputs; empty for a new object.</param>
    /// <param name="ownership">How it is managed.</param>
    /// <param name="location">Where it will be, as far as known.</param>
    public static PropertyMap Unread(
        ResourceDefinition definition, PropertyMap inputs, PropertyMap olds, Ownership ownership, EffectiveLocation location)
    {
        var outputs = definition.Outputs.Select(output => KeyValuePair.Create(output.Name, Unread(output, inputs, olds)));
        var promised = PropertyMap.Of(outputs).With(Settings.OwnershipName, PropertyValue.Of(ownership.ToString()));
        if (definition.IsRegional)
        {
            promised = promised.With(Settings.Region, Known(location.Region)).With(Settings.ProjectId, Known(location.ProjectId));
        }

        return Marks.Like(inputs, Marks.ByDefinition(definition.Outputs, promised));
    }

    private static PropertyValue Unread(PropertyDefinition output, PropertyMap inputs, PropertyMap olds)
    {
        if (inputs.Get(output.Name) is { IsNull: false } stated)
        {
            return Stated(output.Type, stated);
        }

        var stays = output.Role is not PropertyRole.Managed && output.Volatility is Volatility.Stable;
        return stays && olds.Get(output.Name) is { } old ? old : PropertyValue.Unknown;
    }

    // In an object, a missing member would mean that there is none.
    private static PropertyValue Stated(PropertyType type, PropertyValue stated) =>
        type is ObjectType @object && stated.Unwrapped is MapValue map
            ? Marks.Like(stated, PropertyValue.Of(PropertyMap.Of(@object.Properties.Where(member => member.IsOutput).Select(member => KeyValuePair.Create(
                member.Name, map.Map.Get(member.Name) is { IsNull: false } value ? Stated(member.Type, value) : PropertyValue.Unknown)))))
            : stated;

    private static PropertyValue Known(string? text) => text is null ? PropertyValue.Unknown : PropertyValue.Of(text);

    private static bool IsUncertain(PropertyDefinition output, WritePlan plan) => output.Volatility switch
    {
        Volatility.ChangesAlways => true,
        Volatility.ChangesOnWrite => !plan.IsEmpty,
        _ => false,
    };
}
