using CloudUpdate.CodeGen.Naming;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Modeling;

/// <summary>The modules of a package.</summary>
internal static class ModuleTree
{
    /// <summary>Every module that has a member, and every module above one; the root module is the empty name.</summary>
    public static IReadOnlySet<string> Of(PackageSchema package)
    {
        var tokens = package.Resources.Select(resource => resource.Token)
            .Concat(package.Functions.Select(function => function.Token))
            .Concat(package.Objects.Select(pair => pair.Plain.Token))
            .Concat(package.Enums.Select(type => type.Token));
        var modules = new SortedSet<string>(StringComparer.Ordinal) { "" };
        foreach (var module in tokens.Select(package.ModuleOf).Append(package.Config.Count > 0 ? PackageNaming.ConfigModule : ""))
        {
            for (var name = module; name.Length > 0; name = name[..Math.Max(0, name.LastIndexOf('/'))])
            {
                modules.Add(name);
            }
        }
        return modules;
    }
}
