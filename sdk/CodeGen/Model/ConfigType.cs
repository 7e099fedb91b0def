using CloudUpdate.CodeGen.Docs;

namespace CloudUpdate.CodeGen.Model;

/// <summary>The class of a structured configuration value.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Docs">Its documentation.</param>
/// <param name="Properties">Its properties.</param>
internal sealed record ConfigType(string Name, DocComment Docs, IReadOnlyList<ConfigTypeProperty> Properties);

/// <summary>A property of a <see cref="ConfigType"/>.</summary>
/// <param name="Name">The C# name.</param>
/// <param name="Type">The C# type.</param>
/// <param name="StartsAsNull">Whether it needs an initialiser to satisfy its type.</param>
/// <param name="Docs">The documentation.</param>
internal sealed record ConfigTypeProperty(string Name, string Type, bool StartsAsNull, DocComment Docs);
