using System.Collections.Immutable;
using Google.Protobuf.WellKnownTypes;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Properties on their way to the engine.</summary>
/// <param name="Values">The properties; those that are null are left out.</param>
/// <param name="Dependencies">The resources that each comes from.</param>
/// <param name="HasUnknowns">Whether any part of any is unknown.</param>
internal sealed record WrittenProperties(
    Struct Values, ImmutableDictionary<string, HashSet<Resource>> Dependencies, bool HasUnknowns)
{
    /// <summary>The resources that any of the properties comes from.</summary>
    public HashSet<Resource> AllDependencies => [.. Dependencies.Values.SelectMany(resources => resources)];

    /// <summary>Writes properties one after the other.</summary>
    /// <param name="label">What they belong to, for error messages.</param>
    /// <param name="properties">The properties.</param>
    /// <param name="createWriter">Creates the writer of one property.</param>
    /// <exception cref="InvalidOperationException">A property cannot be written; the message names it.</exception>
    public static async Task<WrittenProperties> WriteAsync(
        string label, IEnumerable<KeyValuePair<string, object?>> properties, Func<PropertyWriter> createWriter)
    {
        var values = new Struct();
        var dependencies = ImmutableDictionary.CreateBuilder<string, HashSet<Resource>>();
        var hasUnknowns = false;
        foreach (var (name, property) in properties)
        {
            var writer = createWriter();
            if (await WriteAsync(writer, $"{label}.{name}", name, property).ConfigureAwait(false) is { } value)
            {
                values.Fields.Add(name, value);
                dependencies.Add(name, writer.Dependencies);
                hasUnknowns |= writer.SawUnknown;
            }
        }

        return new WrittenProperties(values, dependencies.ToImmutable(), hasUnknowns);
    }

    private static async Task<Value?> WriteAsync(PropertyWriter writer, string path, string name, object? property)
    {
        try
        {
            return await writer.WriteAsync(path, property).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            throw new InvalidOperationException($"error serializing property \"{name}\": {exception.Message}", exception);
        }
    }
}
