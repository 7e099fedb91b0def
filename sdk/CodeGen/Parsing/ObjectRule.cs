using System.Text.Json;
using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Parsing;

/// <summary>
/// An object with known keys. An unknown key is a warning: readers of schemas ignore it, and a misspelt key
/// would otherwise vanish without a word.
/// </summary>
internal sealed class ObjectRule : Rule
{
    private readonly Dictionary<string, Rule> _keys = new(StringComparer.Ordinal);
    private readonly HashSet<string> _required = new(StringComparer.Ordinal);
    private readonly List<Rule> _also = [];

    /// <summary>Allows a key.</summary>
    public ObjectRule With(string key, Rule rule)
    {
        _keys[key] = rule;
        return this;
    }

    /// <summary>Demands a key.</summary>
    public ObjectRule Require(string key, Rule rule)
    {
        _required.Add(key);
        return With(key, rule);
    }

    /// <summary>Allows what another object rule allows and demands what it demands.</summary>
    public ObjectRule Extend(ObjectRule other)
    {
        foreach (var (key, rule) in other._keys)
        {
            _keys.TryAdd(key, rule);
        }
        _required.UnionWith(other._required);
        _also.AddRange(other._also);
        return this;
    }

    /// <summary>Adds a rule over the object as a whole.</summary>
    public ObjectRule Also(Rule rule)
    {
        _also.Add(rule);
        return this;
    }

    public override void Check(JsonElement value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (!Expect(value.ValueKind == JsonValueKind.Object, "object", value, path, diagnostics))
        {
            return;
        }

        foreach (var key in _required.Where(key => !value.TryGetProperty(key, out _)).Order(StringComparer.Ordinal))
        {
            diagnostics.Error(path, $"missing property '{key}'");
        }
        foreach (var entry in value.EnumerateObject())
        {
            CheckKey(entry.Name, entry.Value, path, diagnostics);
        }
        foreach (var rule in _also)
        {
            rule.Check(value, path, diagnostics);
        }
    }

    private void CheckKey(string key, JsonElement child, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (_keys.TryGetValue(key, out var rule))
        {
            rule.Check(child, path.Child(key), diagnostics);
        }
        else
        {
            diagnostics.Warning(path.Child(key), "unknown key, ignored");
        }
    }
}
