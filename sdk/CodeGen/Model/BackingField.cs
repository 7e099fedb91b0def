namespace CloudUpdate.CodeGen.Model;

/// <summary>The field behind a property: collections are created on first use, secrets are marked when set.</summary>
/// <param name="Name">The field's name.</param>
/// <param name="Type">The C# type, which is nullable in the field.</param>
/// <param name="IsCollection">Whether the getter creates the value.</param>
/// <param name="Secret">How the setter marks the value, or null if it just keeps it.</param>
internal sealed record BackingField(string Name, string Type, bool IsCollection, SecretMark? Secret);
