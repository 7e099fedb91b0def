using CloudUpdate.CodeGen.Diagnostics;
using CloudUpdate.CodeGen.Parsing;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>
/// Resources and functions whose tokens differ only in case or only in what the module format drops cannot be told
/// apart, nor can one that has the name of a module.
/// </summary>
internal sealed class TokenCollisions(BindingContext context)
{
    private readonly SortedDictionary<string, List<SchemaPath>> _paths = new(StringComparer.Ordinal);
    private readonly HashSet<string> _modules = new(StringComparer.Ordinal);

    /// <summary>Reports collisions among all resources and functions.</summary>
    public void Check(IReadOnlyList<KeyValuePair<string, SpecNode>> members)
    {
        foreach (var (token, _) in members)
        {
            AddModule(Lower(context.ModuleOf(token)));
        }
        foreach (var (token, spec) in members)
        {
            AddToken(token, spec.Path);
        }
        foreach (var (token, paths) in _paths.Where(entry => entry.Value.Count > 1))
        {
            Report(token, paths);
        }
    }

    private void AddModule(string module)
    {
        for (var end = module.Length; end > 0; end = module.LastIndexOf('/', end - 1))
        {
            _modules.Add(module[..end]);
        }
    }

    private void AddToken(string token, SchemaPath path)
    {
        var parts = token.Split(':');
        if (parts.Length != 3)
        {
            return;
        }

        var module = context.ModuleOf(token);
        string[] forms = [Lower(token), Lower($"{parts[0]}:{(module.Length == 0 ? "index" : module)}:{parts[2]}")];
        foreach (var form in forms.Distinct(StringComparer.Ordinal))
        {
            if (!_paths.TryGetValue(form, out var paths))
            {
                _paths[form] = paths = [];
            }
            paths.Add(path);
        }

        var asModule = Lower(module.Length == 0 ? parts[2] : $"{module}/{parts[2]}");
        if (_modules.Contains(asModule))
        {
            context.Diagnostics.Error(path, $"token collides with module {asModule}");
        }
    }

    private void Report(string token, List<SchemaPath> paths)
    {
        foreach (var path in paths)
        {
            var others = string.Join(", ", paths.Where(other => other != path));
            context.Diagnostics.Error(path, $"multiple tokens map to {token} (the others are {others})");
        }
    }

    /// <summary>Tokens are ASCII by rule; what is not is reported elsewhere.</summary>
    private static string Lower(string text) => text.ToLowerInvariant();
}
