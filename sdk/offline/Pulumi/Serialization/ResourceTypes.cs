using System.Reflection;

namespace Pulumi.Serialization;

/// <summary>The resource classes of the program and what it references, by type token.</summary>
internal static class ResourceTypes
{
    private static readonly Lazy<ILookup<string, (string? Version, Type Type)>> s_types = new(Discover);

    /// <summary>An object for a resource that the engine refers to; null if no class is known for its type.</summary>
    public static Resource? Create(string urn, string? version)
    {
        if (Find(Urn.TypeIn(urn), version) is not { } type)
        {
            return null;
        }

        var constructor = type.GetConstructors().Single(candidate => candidate.GetParameters().Length == 3);
        ResourceOptions options = typeof(CustomResource).IsAssignableFrom(type)
            ? new CustomResourceOptions { Urn = urn }
            : new ComponentResourceOptions { Urn = urn };
        return (Resource)constructor.Invoke([Urn.NameIn(urn), null, options]);
    }

    /// <summary>The class of the highest version that is not older than the wanted one and of the same major version.</summary>
    internal static Type? Find(string token, string? version)
    {
        var wanted = string.IsNullOrEmpty(version) ? null : SemanticVersion.Parse(version);
        return (
            from candidate in s_types.Value[token]
            let offered = string.IsNullOrEmpty(candidate.Version) ? wanted : SemanticVersion.Parse(candidate.Version)
            where wanted is null || candidate.Version is null || (offered!.Major == wanted.Major && offered.CompareTo(wanted) >= 0)
            orderby offered descending
            select candidate.Type).FirstOrDefault();
    }

    private static ILookup<string, (string? Version, Type Type)> Discover()
        => (
            from assembly in LoadAssemblies()
            where assembly.GetReferencedAssemblies().Any(reference => reference.Name == typeof(Resource).Assembly.GetName().Name)
            from type in assembly.GetTypes()
            where MarkedTypes.IsResource(type)
            let attribute = type.GetCustomAttribute<ResourceTypeAttribute>()
            where attribute is not null
            select (attribute.Type, attribute.Version, Class: type))
            .ToLookup(found => found.Type, (string? Version, Type Type) (found) => (found.Version, found.Class));

    // An assembly is loaded when the program first uses it; the one with a resource's class may not have been yet.
    private static IEnumerable<Assembly> LoadAssemblies()
    {
        var seen = new HashSet<string>();
        var pending = new Queue<Assembly>(AppDomain.CurrentDomain.GetAssemblies().Where(MayMatter));
        while (pending.TryDequeue(out var assembly))
        {
            if (!seen.Add(assembly.FullName!))
            {
                continue;
            }

            yield return assembly;
            foreach (var reference in assembly.GetReferencedAssemblies().Where(MayMatter).Select(TryLoad))
            {
                if (reference is not null)
                {
                    pending.Enqueue(reference);
                }
            }
        }
    }

    // What cannot be loaded is not part of the program, as optional parts of test runners are not.
    private static Assembly? TryLoad(AssemblyName name)
    {
        try
        {
            return Assembly.Load(name);
        }
        catch (Exception exception) when (exception is IOException or BadImageFormatException)
        {
            return null;
        }
    }

    private static bool MayMatter(Assembly assembly) => !assembly.IsDynamic && MayMatter(assembly.GetName());

    private static bool MayMatter(AssemblyName name) => !name.FullName.StartsWith("System", StringComparison.Ordinal);
}
