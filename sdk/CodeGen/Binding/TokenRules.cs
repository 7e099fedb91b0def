using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>What tokens of types, resources and functions may look like.</summary>
internal sealed class TokenRules(BindingContext context)
{
    /// <summary>Reports everything wrong with the token of an entity of a kind: type, resource or function.</summary>
    public void Check(string token, string kind, SchemaPath path)
    {
        var parts = token.Split(':');
        if (parts.Length != 3)
        {
            Error(path, $"invalid token '{token}' (should have three parts)");
            return;
        }

        CheckPackage(token, parts, kind, path);
        CheckModule(token, parts, path);
        PrintableNames.Check(parts[2], $"{kind} name", path, context.Diagnostics);
        if (parts[2] == "pulumi")
        {
            Error(path, $"pulumi is a reserved name, cannot name {kind}");
        }
    }

    private void CheckPackage(string token, string[] parts, string kind, SchemaPath path)
    {
        if (kind == "function" && parts[0] == "pulumi")
        {
            if (parts[1] != "providers")
            {
                Error(path, $"invalid token '{token}' (must have a module name in [providers])");
            }
        }
        else if (parts[0] != context.PackageName && !context.AllowedPackages.Contains(parts[0]))
        {
            Error(path, $"invalid token '{token}' (must have package name '{context.PackageName}')");
        }
    }

    private void CheckModule(string token, string[] parts, SchemaPath path)
    {
        if (IsRoot(parts[1]) && parts[2].Equals("provider", StringComparison.OrdinalIgnoreCase))
        {
            Error(path, $"invalid token '{token}' (provider is a reserved word for the root module)");
        }
        if (context.ModuleOf(token).StartsWith("index/", StringComparison.Ordinal))
        {
            Error(path, $"invalid token '{token}' (nested modules under index are not allowed)");
        }
    }

    private static bool IsRoot(string module) => module.Length == 0 || module.Equals("index", StringComparison.OrdinalIgnoreCase);

    private void Error(SchemaPath path, string message) => context.Diagnostics.Error(path, message);
}
