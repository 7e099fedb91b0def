using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>Checks that the properties of a class can be written down together.</summary>
internal static class PropertyNames
{
    /// <summary>Reports properties without a valid name, with the name of their class, or with each other's name.</summary>
    public static void Check(string className, IReadOnlyList<PropertySchema> properties, ModelContext context)
    {
        var owners = new Dictionary<string, PropertySchema>(StringComparer.Ordinal);
        foreach (var property in properties)
        {
            var name = PackageNaming.Property(property);
            if (!Identifiers.IsValid(name))
            {
                Report(property, $"'{name}' is not a C# identifier");
            }
            else if (name == className)
            {
                Report(property, $"a property cannot be called like its class, {className}");
            }
            else if (!owners.TryAdd(name, property))
            {
                Report(property, $"property '{owners[name].Name}' is called {name} too");
            }
        }

        void Report(PropertySchema property, string message) =>
            context.Diagnostics.Error(property.Path, $"{message}; give the property another name with language.csharp.name");
    }
}
