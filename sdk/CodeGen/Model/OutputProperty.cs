using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>A property that can be read from a resource.</summary>
/// <param name="WireName">The name on the wire.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Type">The C# type of the value.</param>
/// <param name="Docs">The documentation.</param>
/// <param name="Deprecation">Why not to use it; empty if it is not deprecated.</param>
internal sealed record OutputProperty(string WireName, string Name, string Type, DocComment Docs, string Deprecation);
