using CloudUpdate.CodeGen.Parsing;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>Binds the entries of <c>types</c> in two steps: declare all, so that they can refer to each other, then fill the structures.</summary>
internal sealed class TypesBinder(BindingContext context, PropertyBinder properties)
{
    private readonly ConstantBinder _constants = new(context.Diagnostics);

    /// <summary>Declares every type; enums are complete afterwards.</summary>
    public void Declare(IReadOnlyList<KeyValuePair<string, SpecNode>> entries)
    {
        var rules = new TokenRules(context);
        foreach (var (token, spec) in entries)
        {
            rules.Check(token, "type", spec.Path);
            Unsupported.Overlay(spec, context.Diagnostics);
            LegacyLists.Check(spec, "the property type must be marked as plain instead", context.Diagnostics);
            Declare(token, spec);
        }
    }

    /// <summary>Binds the properties of every structure.</summary>
    public void Fill(IReadOnlyList<KeyValuePair<string, SpecNode>> entries)
    {
        foreach (var (token, spec) in entries)
        {
            if (context.Objects.TryGetValue(token, out var shapes))
            {
                shapes.Plain.Properties = properties.Bind(spec, "properties", "required", isInput: false);
                shapes.Input.Properties = properties.Bind(spec, "properties", "required", isInput: true);
            }
        }
    }

    private void Declare(string token, SpecNode spec)
    {
        var description = spec.Text("description");
        if (spec.OptionalText("type") == "object")
        {
            context.Objects[token] = (
                new ObjectType(token, spec.Path, description, isInputShape: false),
                new ObjectType(token, spec.Path, description, isInputShape: true));
        }
        else if (BindEnum(token, spec, description) is { } enumType)
        {
            context.Enums[token] = enumType;
        }
        else
        {
            context.Broken.Add(token);
        }
    }

    private EnumType? BindEnum(string token, SpecNode spec, string description)
    {
        if (spec.OptionalText("type") is not { } typeName)
        {
            return null;
        }
        if (PrimitiveType.Named(typeName) is not { } element)
        {
            context.Diagnostics.Error(spec.Path.Child("type"), "enums may only be of type string, integer, number or boolean");
            return null;
        }
        if (element == PrimitiveType.Boolean)
        {
            context.Diagnostics.Error(spec.Path.Child("type"), "enums of type boolean are not supported by this generator");
            return null;
        }
        return new EnumType(token, spec.Path, description, element, BindValues(spec, element));
    }

    private List<EnumValue> BindValues(SpecNode spec, PrimitiveType element)
    {
        var values = new List<EnumValue>();
        foreach (var member in spec.Objects("enum"))
        {
            if (member.Scalar("value") is { } value && _constants.EnumMember(value, element, member.Path.Child("value")) is { } bound)
            {
                values.Add(new EnumValue(
                    bound, member.Text("name"), member.Text("description"), member.Text("deprecationMessage"), member.Path));
            }
        }
        return values;
    }
}
