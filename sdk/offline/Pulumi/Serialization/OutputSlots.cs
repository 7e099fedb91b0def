using System.Collections.Immutable;
using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>Fills the properties of a resource that are outputs with outputs that wait for their values.</summary>
internal static class OutputSlots
{
    private const BindingFlags DeclaredInstance = BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    /// <param name="resource">The resource.</param>
    /// <param name="all">Whether every output is the engine's to give; otherwise only the URN is.</param>
    /// <exception cref="RunException">A property is not an output.</exception>
    /// <exception cref="InvalidOperationException">A property cannot be set, or holds a type that values cannot be read as.</exception>
    public static ImmutableDictionary<string, OutputSlot> Fill(Resource resource, bool all)
    {
        var slots = ImmutableDictionary.CreateBuilder<string, OutputSlot>();
        foreach (var property in resource.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetCustomAttribute<OutputAttribute>() is { } attribute && (all || property.DeclaringType == typeof(Resource)))
            {
                slots.Add(attribute.Name ?? property.Name, Fill(resource, property, attribute));
            }
        }

        return slots.ToImmutable();
    }

    private static OutputSlot Fill(Resource resource, PropertyInfo property, OutputAttribute attribute)
    {
        if (!MarkedTypes.IsGeneric(property.PropertyType, typeof(Output<>)))
        {
            throw RunException.OutputsHaveIncorrectType([attribute.Name ?? property.Name]);
        }

        // The setter may be private to a base class, where reflection finds it only on the type that declares it.
        var name = $"[Output] {resource.GetType().FullName}.{property.Name}";
        var setter = property.DeclaringType!.GetProperty(property.Name, DeclaredInstance)?.GetSetMethod(nonPublic: true)
            ?? throw new InvalidOperationException($"{name} did not have a 'set' method");
        var type = property.PropertyType.GenericTypeArguments[0];
        TargetTypes.Check(name, type);
        var slot = (OutputSlot)Activator.CreateInstance(typeof(OutputSlot<>).MakeGenericType(type), resource)!;
        setter.Invoke(resource, [slot.Output]);
        return slot;
    }
}
