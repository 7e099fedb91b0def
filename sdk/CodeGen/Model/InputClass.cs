using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>A class that programs fill in: arguments of resources and functions, and the structures in them.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Docs">Its documentation.</param>
/// <param name="BaseClass">The simple name of its base class in the namespace <c>Pulumi</c>.</param>
/// <param name="Properties">Its properties.</param>
/// <param name="Defaults">What its constructor assigns.</param>
internal sealed record InputClass(
    string Name,
    DocComment Docs,
    string BaseClass,
    IReadOnlyList<InputProperty> Properties,
    IReadOnlyList<Assignment> Defaults)
    : Declaration(Name, Docs);
