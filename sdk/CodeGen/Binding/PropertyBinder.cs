using CloudUpdate.CodeGen.Parsing;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>Binds lists of properties.</summary>
internal sealed class PropertyBinder(BindingContext context, TypeBinder types)
{
    private readonly ConstantBinder _constants = new(context.Diagnostics);

    /// <summary>The properties under a key of their owner, in ordinal order of their names.</summary>
    /// <param name="owner">The object that holds both lists.</param>
    /// <param name="key">The key of the properties.</param>
    /// <param name="requiredKey">The key of the names of required properties.</param>
    /// <param name="isInput">Whether values may be eventual.</param>
    public IReadOnlyList<PropertySchema> Bind(SpecNode owner, string key, string requiredKey, bool isInput)
    {
        var entries = owner.Entries(key);
        var required = Required(owner, requiredKey, entries.Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal));
        return [.. entries.Select(entry => Bind(entry.Key, entry.Value, required.Contains(entry.Key), isInput))];
    }

    private HashSet<string> Required(SpecNode owner, string key, HashSet<string> known)
    {
        foreach (var (name, path) in owner.Texts(key).Where(item => !known.Contains(item.Text)))
        {
            context.Diagnostics.Error(path, $"unknown required property \"{name}\"");
        }
        return owner.Texts(key).Select(item => item.Text).ToHashSet(StringComparer.Ordinal);
    }

    private PropertySchema Bind(string name, SpecNode spec, bool isRequired, bool isInput)
    {
        CheckName(name, spec);
        var type = types.Bind(spec, isInput);
        return new PropertySchema
        {
            Name = name,
            Path = spec.Path,
            Type = isRequired || type is InvalidType ? type : new OptionalType(type),
            Description = spec.Text("description"),
            Const = spec.Scalar("const") is { } constant ? _constants.Constant(constant, type, spec.Path.Child("const")) : null,
            Default = BindDefault(spec, type),
            Deprecation = spec.Text("deprecationMessage"),
            IsSecret = spec.Flag("secret"),
            ReplaceOnChanges = spec.Flag("replaceOnChanges"),
            CSharpName = spec.ChildOrEmpty("language").ChildOrEmpty("csharp").Text("name"),
        };
    }

    private DefaultValue? BindDefault(SpecNode spec, SchemaType type)
    {
        var literal = spec.Scalar("default") is { } value ? _constants.Default(value, type, spec.Path.Child("default")) : null;
        var environment = spec.ChildOrEmpty("defaultInfo").Texts("environment").Select(item => item.Text).ToList();
        if (spec.Has("defaultInfo") && environment.Count == 0)
        {
            context.Diagnostics.Error(spec.Path.Child("default"), "Default must specify an environment");
        }
        return literal is null && environment.Count == 0 ? null : new DefaultValue(literal, environment);
    }

    private void CheckName(string name, SpecNode spec)
    {
        if (name == "pulumi")
        {
            context.Diagnostics.Error(spec.Path, "pulumi is a reserved property name");
        }
        PrintableNames.Check(name, "property name", spec.Path, context.Diagnostics);
        if (name.Length == 0)
        {
            context.Diagnostics.Error(spec.Path, "property name is empty");
        }
    }
}
