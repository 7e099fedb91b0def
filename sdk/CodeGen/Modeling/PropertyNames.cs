using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>Checks that the properties of a class can be written down together.</summary>
internal static class PropertyNames
{
    private const string Remedy = "; give the property another name with language.csharp.name";

    /// <summary>
    /// Reports properties without a valid name, or with each other's name. One with the name of its class, or of a member that the class
    /// has anyway, is written all the same, as by the official generator, with a warning: the name belongs to the package's public
    /// surface and only its author can change it.
    /// </summary>
    public static void Check(string className, IReadOnlyList<PropertySchema> properties, ModelContext context, params string[] members)
    {
        var owners = new Dictionary<string, PropertySchema>(StringComparer.Ordinal);
        foreach (var property in properties)
        {
            var name = PackageNaming.Property(property);
            if (!Identifiers.IsValid(name))
            {
                context.Diagnostics.Error(property.Path, $"'{name}' is not a C# identifier{Remedy}");
            }
            else if (name == className)
            {
                context.Diagnostics.Warning(
                    property.Path, $"the code will not compile: a property cannot be called like its class, {className}{Remedy}");
            }
            else if (members.Contains(name))
            {
                context.Diagnostics.Warning(
                    property.Path, $"the code will not compile: {className} has another member called {name}{Remedy}");
            }
            else if (!owners.TryAdd(name, property))
            {
                context.Diagnostics.Error(property.Path, $"property '{owners[name].Name}' is called {name} too{Remedy}");
            }
        }
    }
}
