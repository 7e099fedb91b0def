namespace CloudUpdate.Emulator.Validation;

/// <summary>JSON type of a member.</summary>
internal enum FieldType
{
    Text,
    Whole,
    Truth,
    Texts,
    Object,
    Objects,

    /// <summary>An object whose members are texts under free names.</summary>
    TextMap,

    /// <summary>Taken in any form and not looked at.</summary>
    Any,
}
