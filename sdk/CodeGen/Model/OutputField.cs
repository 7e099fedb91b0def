using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>A field of an <see cref="OutputClass"/>.</summary>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Parameter">The name of the constructor parameter that fills it.</param>
/// <param name="Type">The C# type.</param>
/// <param name="Docs">The documentation.</param>
/// <param name="Deprecation">Why not to use it; empty if it is not deprecated.</param>
internal sealed record OutputField(string WireName, string Name, string Parameter, string Type, DocComment Docs, string Deprecation);
