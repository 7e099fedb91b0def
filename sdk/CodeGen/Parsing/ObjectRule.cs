using CloudUpdate.CodeGen.Diagnostics;
using Newtonsoft.Json.Linq;

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

    public override void Check(JToken value, SchemaPath path, DiagnosticBag diagnostics)
    {
        if (!Expect(value is JObject, "object", value, path, diagnostics))
        {
            return;
        }

        var entries = (JObject)value;
        foreach (var key in _required.Where(key => !entries.ContainsKey(key)).Order(StringComparer.Ordinal))
        {
            diagnostics.Error(path, $"missing property '{key}'");
        }
        foreach (var (key, child) in entries)
        {
            CheckKey(key, child!, path, diagnostics);
        }
        foreach (var rule in _also)
        {
            rule.Check(value, path, diagnostics);
        }
    }

    private void CheckKey(string key, JToken child, SchemaPath path, DiagnosticBag diagnostics)
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
