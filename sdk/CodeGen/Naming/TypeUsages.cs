using CloudUpdate.CodeGen.Schema;

namespace CloudUpdate.CodeGen.Naming;

/// <summary>Collects where every structure is used, through all nesting.</summary>
internal sealed class TypeUsages
{
    private readonly Dictionary<ObjectType, TypeUsage> _usages = [];

    /// <summary>The usages in a package.</summary>
    public TypeUsages(PackageSchema package)
    {
        foreach (var resource in package.Resources.Append(package.Provider))
        {
            Mark(resource.Outputs, TypeUsage.Output);
            Mark(resource.Inputs, TypeUsage.Input);
            Mark(resource.StateInputs?.Properties ?? [], TypeUsage.Input | TypeUsage.State);
        }
        foreach (var function in package.Functions)
        {
            Mark(function.PlainInputs?.Properties ?? [], TypeUsage.Input | TypeUsage.PlainType);
            if (function.ReturnType is { } result)
            {
                Mark(function.EventualInputs?.Properties ?? [], TypeUsage.Input | TypeUsage.OutputVersion);
                MarkResult(function, result);
            }
        }
    }

    /// <summary>How a structure is used.</summary>
    public TypeUsage Of(ObjectType type) => _usages.GetValueOrDefault(type);

    private void MarkResult(FunctionSchema function, SchemaType result)
    {
        const TypeUsage usage = TypeUsage.Output | TypeUsage.PlainType;
        if (function.ReturnsInlineObject && result is ObjectType inline)
        {
            Mark(inline.Properties, usage);
        }
        else
        {
            Mark(result, usage);
        }
    }

    private void Mark(IReadOnlyList<PropertySchema> properties, TypeUsage usage)
    {
        foreach (var property in properties)
        {
            Mark(property.Type, usage);
        }
    }

    private void Mark(SchemaType type, TypeUsage usage)
    {
        foreach (var structure in type.Structures.Where(structure => (Of(structure) & usage) != usage))
        {
            _usages[structure] = Of(structure) | usage;
            Mark(structure.Properties, usage);
        }
    }
}
