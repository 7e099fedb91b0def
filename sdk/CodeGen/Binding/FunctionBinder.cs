using CloudUpdate.CodeGen.Parsing;
using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Binding;

/// <summary>Binds functions.</summary>
internal sealed class FunctionBinder(BindingContext context, TypeBinder types, PropertyBinder properties)
{
    /// <summary>A function of the package.</summary>
    public FunctionSchema Bind(string token, SpecNode spec)
    {
        new TokenRules(context).Check(token, "function", spec.Path);
        Unsupported.Overlay(spec, context.Diagnostics);
        CheckProviderMethod(token, spec);
        var order = spec.Texts("multiArgumentInputs").Select(item => item.Text).ToList();
        CheckPositions(spec, order);
        return new FunctionSchema
        {
            Token = token,
            Path = spec.Path,
            Description = spec.Text("description"),
            Deprecation = spec.Text("deprecationMessage"),
            PlainInputs = BindInputs(token, spec, order, isInput: false),
            EventualInputs = BindInputs(token, spec, order, isInput: true),
            IsPositional = order.Count > 0,
            ReturnType = BindOutputs(token, spec),
            ReturnsInlineObject = spec.ChildOrEmpty("outputs").Has("properties"),
        };
    }

    /// <summary>Functions of the module <c>pulumi:providers</c> exist as methods of the provider only.</summary>
    private void CheckProviderMethod(string token, SpecNode spec)
    {
        if (token.StartsWith("pulumi:", StringComparison.Ordinal))
        {
            context.Diagnostics.Error(spec.Path, "methods of the provider are not supported by this generator");
        }
    }

    private ObjectType? BindInputs(string token, SpecNode spec, List<string> order, bool isInput)
    {
        if (spec.Child("inputs") is not { } inputs)
        {
            return null;
        }

        LegacyLists.Check(inputs, "the property type must be marked as plain instead", context.Diagnostics);
        var bound = properties.Bind(inputs, "properties", "required", isInput);
        return new ObjectType(token, inputs.Path, inputs.Text("description"), isInput)
        {
            Properties = order.Count == 0 ? bound : [.. bound.OrderBy(property => order.IndexOf(property.Name))],
        };
    }

    private SchemaType? BindOutputs(string token, SpecNode spec)
    {
        if (spec.Child("outputs") is not { } outputs)
        {
            return null;
        }

        LegacyLists.Check(outputs, "the property type must be marked as plain instead", context.Diagnostics);
        if (!outputs.Has("properties"))
        {
            return outputs.Has("type") || outputs.Has("$ref") || outputs.Has("oneOf") ? types.Bind(outputs, isInput: false) : null;
        }
        return new ObjectType(token, outputs.Path, outputs.Text("description"), isInputShape: false)
        {
            Properties = properties.Bind(outputs, "properties", "required", isInput: false),
        };
    }

    /// <summary>The order names every input exactly once.</summary>
    private void CheckPositions(SpecNode spec, List<string> order)
    {
        var path = spec.Path.Child("multiArgumentInputs");
        if (order.Count > 0 && !spec.Has("inputs"))
        {
            context.Diagnostics.Error(path, "cannot specify multi-argument inputs without specifying inputs");
            return;
        }

        var names = spec.ChildOrEmpty("inputs").Entries("properties").Select(entry => entry.Key).ToHashSet(StringComparer.Ordinal);
        for (var index = 0; index < order.Count; index++)
        {
            if (!names.Contains(order[index]))
            {
                context.Diagnostics.Error(path.Child(index), $"multiArgumentInputs[{index}] refers to non-existent property \"{order[index]}\"");
            }
            else if (order.IndexOf(order[index]) < index)
            {
                context.Diagnostics.Error(path.Child(index), $"multiArgumentInputs[{index}] repeats property \"{order[index]}\"");
            }
        }
        foreach (var name in names.Except(order).Where(_ => order.Count > 0).Order(StringComparer.Ordinal))
        {
            context.Diagnostics.Error(path, $"property \"{name}\" not specified by multiArgumentInputs");
        }
    }
}
