using CloudUpdate.CodeGen.Diagnostics;

namespace CloudUpdate.CodeGen.Schema;

/// <summary>A member of an enum.</summary>
/// <param name="Value">The value on the wire: <see cref="string"/>, <see cref="int"/>, <see cref="double"/> or <see cref="bool"/>.</param>
/// <param name="Name">The member's name if the schema gives one; empty otherwise.</param>
/// <param name="Description">Markdown, possibly empty.</param>
/// <param name="Deprecation">Why not to use it; empty if it is not deprecated.</param>
/// <param name="Path">Where the schema defines it.</param>
internal sealed record EnumValue(object Value, string Name, string Description, string Deprecation, SchemaPath Path);
