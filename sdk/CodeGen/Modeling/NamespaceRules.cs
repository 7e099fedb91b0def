using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Naming;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>Checks that namespaces and classes can be written down.</summary>
internal static class NamespaceRules
{
    /// <summary>Reports what is no C# name.</summary>
    public static void Check(ModelContext context)
    {
        var (package, naming) = (context.Package, context.Naming);
        var settings = SchemaPath.Root.Child("language").Child("csharp");
        Namespace(naming.PackageNamespace, settings);
        Class(naming.PackageSegment, settings.Child("namespaces").Child(package.Name));
        foreach (var resource in package.Resources)
        {
            Namespace(naming.ModuleNamespaceOf(resource.Token), resource.Path);
            Class(PackageNaming.ResourceClass(resource), resource.Path);
        }
        foreach (var function in package.Functions)
        {
            Namespace(naming.TokenNamespace(function.Token), function.Path);
            Class(PackageNaming.FunctionClass(function.Token), function.Path);
        }
        foreach (var (token, path) in package.Objects.Select(pair => (pair.Plain.Token, pair.Plain.Path))
            .Concat(package.Enums.Select(type => (type.Token, type.Path))))
        {
            Namespace(naming.TokenNamespace(token), path);
            Class(Identifiers.ClassOf(token), path);
        }

        void Namespace(string name, SchemaPath path)
        {
            if (!Identifiers.IsValidNamespace(name))
            {
                context.Diagnostics.Error(path, $"'{name}' is not a C# namespace; give it another with language.csharp.namespaces");
            }
        }

        void Class(string name, SchemaPath path)
        {
            if (!Identifiers.IsValid(name))
            {
                context.Diagnostics.Error(path, $"'{name}' is not a C# identifier");
            }
        }
    }
}
